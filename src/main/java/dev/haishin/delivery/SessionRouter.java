package dev.haishin.delivery;

/**
 * Brings one message to one recipient: look up the session, send to its gateway, and fall back to
 * push.
 *
 * <p>A route may be stale: the gateway answers "not here", or nobody answers in time. Then the
 * session is looked up once more and tried once more; after that the recipient is pushed. There is
 * exactly one retry whatever went wrong.
 *
 * <p>The router keeps nothing about a pair. The caller stores one integer a pair, hands it in with
 * each event, and stores what comes back; zero means not begun. Pairs are named by any number that
 * the caller finds useful, and routes too, except {@link #NO_ROUTE}.
 */
public final class SessionRouter {
  /** The directory's answer for a recipient without a session. */
  public static final long NO_ROUTE = -1;

  private static final int LAST_ATTEMPT = 1;

  private static final int LOOKING_UP = 1;
  private static final int SENDING = 2;
  private static final int DELIVERED = 3;
  private static final int PUSHED = 4;
  private static final int PHASE_BITS = 3;
  private static final int PHASE_MASK = (1 << PHASE_BITS) - 1;

  private final RouteSink sink;

  /** Makes a router whose requests go to the sink. */
  public SessionRouter(RouteSink sink) {
    this.sink = sink;
  }

  /** Begins with a pair and returns its state. */
  public int begin(long pair) {
    return lookUp(pair, 0);
  }

  /**
   * The directory answered.
   *
   * @param attempt the attempt that had asked
   * @param route where the recipient is connected, or {@link #NO_ROUTE}
   */
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

  /** The gateway of that attempt does not hold the recipient's connection. */
  public int onNotHere(int state, long pair, int attempt) {
    return state == pack(attempt, SENDING) ? tryAgain(pair, attempt) : state;
  }

  /** That attempt's request, of either kind, was not answered in time. */
  public int onTimeout(int state, long pair, int attempt) {
    boolean waiting = state == pack(attempt, LOOKING_UP) || state == pack(attempt, SENDING);
    return waiting ? tryAgain(pair, attempt) : state;
  }

  /** A gateway sent the frame. This holds however late it is known and whatever was done since. */
  public int onDelivered(int state) {
    return pack(attempt(state), DELIVERED);
  }

  /** The state of a pair whose request of that attempt is under way to a gateway. */
  public static int sending(int attempt) {
    return pack(attempt, SENDING);
  }

  /** The number of the latest attempt, from 0. */
  public static int attempt(int state) {
    return state >>> PHASE_BITS;
  }

  /** Whether the router expects no further event of the pair. */
  public static boolean isSettled(int state) {
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
