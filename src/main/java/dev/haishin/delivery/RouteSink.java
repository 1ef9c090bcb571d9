package dev.haishin.delivery;

/**
 * What a session router may ask for. An attempt's number goes out with the request and comes back
 * with its answer, so that a late answer is recognised.
 */
public interface RouteSink {

  /** Why a recipient is handed to push. */
  enum PushReason {
    /** The directory holds no session. */
    OFFLINE,
    /** There was a session, and neither attempt got through. */
    UNREACHABLE
  }

  /** Asks the session directory where the pair's recipient is connected. */
  void lookUp(long pair, int attempt);

  /** Sends to a connected recipient along the route that the directory gave. */
  void send(long pair, long route, int attempt);

  /** Hands the recipient to push; the router is done with it. */
  void push(long pair, PushReason reason);
}
