package dev.haishin.delivery;

/**
 * Owns the pushes of one relay until a provider has taken them or they are given up.
 *
 * <p>A push is sent when it is offered. What fails is sent again by the retry policy until attempts
 * or time run out; then its end says whether the user shall be reached by another way. A provider's
 * Retry-After is served in full and the policy's delay comes on top of it: were it cut down to the
 * longer of the two, all who were refused together would come back together.
 *
 * <p>A provider that fails is left alone for a while by a circuit breaker of its own. What would go
 * to it waits, without an attempt being counted, until the breaker lets requests through again and
 * some time longer, uniform up to the time for which the breaker opens: so a provider that is back
 * is not met by all at once.
 *
 * <p>The dispatcher has no timers. It asks to be woken; a wake-up that no longer means anything is
 * ignored. It keeps pushes in memory, so they end with the process that holds it.
 */
public final class PushDispatcher {
  private final PushRules rules;
  private final PushSink sink;
  private final PushRows rows;
  private final CircuitBreaker[] breakers;

  /**
   * Makes an empty dispatcher.
   *
   * @param providers how many there are
   */
  public PushDispatcher(PushRules rules, int providers, PushSink sink) {
    this.rules = rules;
    this.sink = sink;
    breakers = new CircuitBreaker[providers];
    closeBreakers();
    rows = new PushRows(rules.capacity());
  }

  /** The pushes held, on their way to the provider or waiting for a retry. */
  public int size() {
    return rows.size();
  }

  /**
   * Takes a push and sends it, or drops one by the overflow rule.
   *
   * @param push any number by which the caller knows it
   * @param provider by its number
   * @param giveUpAtNs from when on it is not tried again; {@code Long.MAX_VALUE} for never
   */
  public void offer(long push, int provider, long giveUpAtNs, long nowNs) {
    if (rows.isFull() && !makeRoom()) {
      sink.ended(push, PushEnd.DROPPED);
      return;
    }
    sendOrHoldBack(rows.take(push, provider, giveUpAtNs), nowNs);
  }

  /**
   * The attempt under way with this row has ended.
   *
   * @param retryAfterNs how long the provider asked to wait, 0 if it did not
   * @param bits 64 uniform bits for the delay of a retry
   * @throws IllegalStateException if no attempt of the row is under way
   */
  public void onOutcome(int row, PushOutcome outcome, long retryAfterNs, long nowNs, long bits) {
    if (!rows.isInFlight(row)) {
      throw new IllegalStateException("row " + row + " has no attempt under way");
    }
    int provider = rows.providers[row];
    if (breakers[provider].onOutcome(outcome == PushOutcome.ERROR, nowNs)) {
      sink.breakerOpened(provider);
    }
    switch (outcome) {
      case ACCEPTED -> end(row, PushEnd.ACCEPTED);
      case INVALID_TOKEN -> end(row, PushEnd.INVALID_TOKEN);
      case THROTTLED, ERROR -> retryOrGiveUp(row, retryAfterNs, nowNs, bits);
    }
  }

  /** The instant asked for by {@link PushSink#scheduleRetry} has come. */
  public void wake(int row, long nowNs) {
    // The row may have been dropped and taken again since; then its own, later wake-up counts.
    if (nowNs < rows.dueNs[row]) {
      return;
    }
    rows.stopWaiting(row);
    if (nowNs >= rows.giveUpAtNs[row]) {
      giveUp(row);
      return;
    }
    if (!rows.heldBack[row]) {
      rows.attempts[row]++;
    }
    sendOrHoldBack(row, nowNs);
  }

  /**
   * Ends everything held as {@link PushEnd#ABANDONED}, in the order of the rows. Outcomes of the
   * attempts under way then belong to a process that is gone: they must not be handed in.
   */
  public void abandonAll() {
    for (int row = 0; row < rows.bound(); row++) {
      if (rows.attempts[row] > 0) {
        if (rows.dueNs[row] != PushRows.NOT_WAITING) {
          rows.stopWaiting(row);
        }
        end(row, PushEnd.ABANDONED);
      }
    }
    closeBreakers();
  }

  private void closeBreakers() {
    for (int provider = 0; provider < breakers.length; provider++) {
      breakers[provider] = new CircuitBreaker(rules.breaker());
    }
  }

  private void sendOrHoldBack(int row, long nowNs) {
    long admittedNs = breakers[rows.providers[row]].admit(nowNs);
    rows.heldBack[row] = admittedNs > nowNs;
    if (!rows.heldBack[row]) {
      sink.send(row, rows.push[row], rows.attempts[row]);
      return;
    }
    long openNs = rules.breaker().openNs();
    long bits = sink.holdBits(rows.push[row]);
    long laterNs = Backoff.FULL_JITTER.delayNs(0, openNs, openNs, 0, bits);
    long dueNs = Math.min(admittedNs + laterNs, rows.giveUpAtNs[row]);
    rows.startWaiting(row, dueNs);
    sink.scheduleRetry(row, dueNs);
  }

  private boolean makeRoom() {
    int oldest = rows.longestWaiting();
    if (rules.overflow() == PushRules.Overflow.DROP_NEWEST || oldest == PushRows.NONE) {
      return false;
    }
    rows.stopWaiting(oldest);
    end(oldest, PushEnd.DROPPED);
    return true;
  }

  private void retryOrGiveUp(int row, long retryAfterNs, long nowNs, long bits) {
    int attempts = rows.attempts[row];
    if (nowNs >= rows.giveUpAtNs[row] || !rules.retry().allowsAnother(attempts)) {
      giveUp(row);
      return;
    }
    long delayNs = rules.retry().delayNs(attempts, rows.previousDelayNs[row], bits);
    rows.previousDelayNs[row] = delayNs;
    long dueNs = Math.min(nowNs + retryAfterNs + delayNs, rows.giveUpAtNs[row]);
    rows.startWaiting(row, dueNs);
    sink.scheduleRetry(row, dueNs);
  }

  private void giveUp(int row) {
    end(row, rules.fallback() ? PushEnd.FALLBACK : PushEnd.EXPIRED);
  }

  private void end(int row, PushEnd end) {
    long push = rows.push[row];
    rows.release(row);
    sink.ended(push, end);
  }
}
