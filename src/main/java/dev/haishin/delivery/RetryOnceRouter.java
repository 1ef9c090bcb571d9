package dev.haishin.delivery;

/**
 * Looks up the session, sends to its gateway, tries once more where that route was stale, and falls
 * back to push: exactly one retry whatever went wrong.
 */
public final class RetryOnceRouter implements SessionRouter {
  /** What scenarios call it. */
  public static final String NAME = "retry-once";

  private static final int LAST_ATTEMPT = 1;

  private static final int LOOKING_UP = 1;
  private static final int SENDING = 2;
  private static final int DELIVERED = 3;
  private static final int PUSHED = 4;
  private static final int PHASE_BITS = 3;
  private static final int PHASE_MASK = (1 << PHASE_BITS) - 1;

  private final RouteSink sink;

  /** Makes a router whose requests go to the sink. */
  public RetryOnceRouter(RouteSink sink) {
    this.sink = sink;
  }

  @Override
  public int begin(long pair) {
    return lookUp(pair, 0);
  }

  @Override
  public int onRoute(int state, long pair, int attempt, long route) {
    if (state != pack(attempt, LOOKING_UP)) {
      return state;
    }
    if (route == NO_ROUTE) {
      return push(pair, attempt, RouteSink.PushReason.OFFLINE);
    }
    sink.send(pair, route, attempt);
    return pack(attempt, SENDING);
  }

  @Override
  public int onNotHere(int state, long pair, int attempt) {
    return state == pack(attempt, SENDING) ? tryAgain(pair, attempt) : state;
  }

  @Override
  public int onTimeout(int state, long pair, int attempt) {
    boolean waiting = state == pack(attempt, LOOKING_UP) || state == pack(attempt, SENDING);
    return waiting ? tryAgain(pair, attempt) : state;
  }

  @Override
  public int onDelivered(int state) {
    return pack(attempt(state), DELIVERED);
  }

  @Override
  public int sending(int attempt) {
    return pack(attempt, SENDING);
  }

  @Override
  public int attempt(int state) {
    return state >>> PHASE_BITS;
  }

  @Override
  public boolean isSettled(int state) {
    return (state & PHASE_MASK) >= DELIVERED;
  }

  private int tryAgain(long pair, int attempt) {
    return attempt < LAST_ATTEMPT
        ? lookUp(pair, attempt + 1)
        : push(pair, attempt, RouteSink.PushReason.UNREACHABLE);
  }

  private int lookUp(long pair, int attempt) {
    sink.lookUp(pair, attempt);
    return pack(attempt, LOOKING_UP);
  }

  private int push(long pair, int attempt, RouteSink.PushReason reason) {
    sink.push(pair, reason);
    return pack(attempt, PUSHED);
  }

  private static int pack(int attempt, int phase) {
    return attempt << PHASE_BITS | phase;
  }
}
