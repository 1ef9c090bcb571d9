package dev.haishin.delivery;

/**
 * Brings one message to one recipient: looks up the session, sends to its gateway, and falls back
 * to push.
 *
 * <p>A route may be stale: the gateway answers "not here", or nobody answers in time. What is done
 * then is the router's to decide.
 *
 * <p>The router keeps nothing about a pair. The caller stores one integer a pair, hands it in with
 * each event, and stores what comes back; zero means not begun. Pairs are named by any number that
 * the caller finds useful, and routes too, except {@link #NO_ROUTE}. Every event is answered by
 * requests to the sink of the same pair before it returns:
 *
 * <ul>
 *   <li>{@link #begin} looks up, once;
 *   <li>{@link #onRoute} of the attempt under way sends or pushes, once;
 *   <li>{@link #onNotHere} and {@link #onTimeout} of the attempt under way look up or push, once;
 *   <li>an event of an earlier attempt, or of a pair that is settled, asks for nothing.
 * </ul>
 */
public interface SessionRouter {
  /** The directory's answer for a recipient without a session. */
  long NO_ROUTE = -1;

  /** Begins with a pair and returns its state. */
  int begin(long pair);

  /**
   * The directory answered.
   *
   * @param attempt the attempt that had asked
   * @param route where the recipient is connected, or {@link #NO_ROUTE}
   */
  int onRoute(int state, long pair, int attempt, long route);

  /** The gateway of that attempt does not hold the recipient's connection. */
  int onNotHere(int state, long pair, int attempt);

  /** That attempt's request, of either kind, was not answered in time. */
  int onTimeout(int state, long pair, int attempt);

  /** A gateway sent the frame. This holds however late it is known and whatever was done since. */
  int onDelivered(int state);

  /** The state of a pair whose request of that attempt is under way to a gateway. */
  int sending(int attempt);

  /** The number of the latest attempt, from 0. */
  int attempt(int state);

  /** Whether the router expects no further event of the pair. */
  boolean isSettled(int state);
}
