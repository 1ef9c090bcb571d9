package dev.haishin.delivery;

/**
 * Decides how one message reaches the members of its chat.
 *
 * <p>Every member to serve but the sender is reached exactly once, by a route or a notification,
 * and nobody else is. A member's inbox is written right before that member is reached. Whoever is
 * notified without a copy in the inbox fetches from the chat's log, which was appended to before,
 * once.
 *
 * <p>A strategy is consulted for every message, so it may decide by chat, by sender and by member.
 * It keeps no references to its arguments, allocates nothing, and gives the same calls for the same
 * facts. One instance serves all workers: it must be immutable.
 */
@FunctionalInterface
public interface FanoutStrategy {

  /**
   * Asks the sink for everything that the message needs.
   *
   * @param chat the chat and the sender
   * @param members those to serve; the sender, if among them, is skipped
   */
  void fanOut(Chat chat, Members members, FanoutSink sink);
}
