package dev.haishin.delivery;

/** What a fan-out strategy may ask for. The driver carries it out in the order of the calls. */
public interface FanoutSink {

  /** Stores a copy of the message in the recipient's inbox. */
  void writeInbox(long recipient);

  /**
   * Appends the message to the chat's log, from which its members fetch. The log lives in the
   * chat's home: a worker elsewhere that serves relayed recipients has nothing to append.
   */
  void appendLog(long chatId);

  /** Looks up the recipient's session and sends the whole message, or a push if there is none. */
  void route(long recipient);

  /**
   * Looks up the recipient's session and sends a light notification, upon which the client fetches
   * the message; a push if there is no session.
   */
  void notifyMember(long recipient);
}
