package dev.haishin.delivery;

/**
 * Holds back requests to a provider that fails, so that they cost neither side anything and do not
 * use up the attempts that a push has.
 *
 * <p>It is closed while the share of failures among the latest requests stays below the limit; then
 * it opens and nothing passes. After some time it lets a few requests probe (half open): once so
 * many have succeeded it closes, a failure opens it again. Refusals for want of quota are no
 * failures: the provider is well.
 */
final class CircuitBreaker {

  private enum State {
    CLOSED,
    OPEN,
    HALF_OPEN
  }

  private final BreakerRules rules;

  /** The latest outcomes in a ring, true for a failure. */
  private final boolean[] latest;

  private State state = State.CLOSED;
  private int next;
  private int seen;
  private int failures;
  private int probing;
  private int succeeded;
  private long openUntilNs;

  /** A closed breaker. */
  CircuitBreaker(BreakerRules rules) {
    this.rules = rules;
    latest = new boolean[rules.window()];
  }

  /**
   * Asks to send a request.
   *
   * @return now if it may go, and {@link #onOutcome} must follow; otherwise when to ask again
   */
  long admit(long nowNs) {
    if (state == State.CLOSED) {
      return nowNs;
    }
    if (state == State.OPEN) {
      if (nowNs < openUntilNs) {
        return openUntilNs;
      }
      halfOpen(nowNs);
    } else if (nowNs >= openUntilNs) {
      // Probes whose outcome never came: their process forgot them, or they were others' outcomes.
      halfOpen(nowNs);
    }
    if (probing == rules.probes()) {
      return openUntilNs;
    }
    probing++;
    return nowNs;
  }

  /**
   * A request has succeeded, or been refused by a provider that is well; or it has failed.
   *
   * @return whether the breaker opens with it
   */
  boolean onOutcome(boolean failed, long nowNs) {
    if (state == State.OPEN) {
      // It was under way when the breaker opened.
      return false;
    }
    boolean opens = failed;
    if (state == State.CLOSED) {
      enter(failed);
      opens = seen == latest.length && failures >= rules.errors() * latest.length;
    } else if (!failed && ++succeeded == rules.probes()) {
      state = State.CLOSED;
    }
    if (opens) {
      open(nowNs);
    }
    return opens;
  }

  private void enter(boolean failed) {
    if (seen == latest.length) {
      failures -= latest[next] ? 1 : 0;
    } else {
      seen++;
    }
    latest[next] = failed;
    failures += failed ? 1 : 0;
    next = next + 1 == latest.length ? 0 : next + 1;
  }

  private void open(long nowNs) {
    state = State.OPEN;
    openUntilNs = nowNs + rules.openNs();
    seen = 0;
    next = 0;
    failures = 0;
  }

  private void halfOpen(long nowNs) {
    state = State.HALF_OPEN;
    openUntilNs = nowNs + rules.openNs();
    probing = 0;
    succeeded = 0;
  }
}
