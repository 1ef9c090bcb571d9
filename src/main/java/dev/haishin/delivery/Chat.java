package dev.haishin.delivery;

/**
 * What a fan-out strategy may know of the chat that a message was sent to.
 *
 * <p>The driver implements it as a view over its own rows, valid during one call only.
 */
public interface Chat {

  /** The chat's number. */
  long chatId();

  /** The number of the message. */
  long messageId();

  /** The user who sent the message, a member of the chat. */
  long senderId();

  /** All members of the chat wherever they live, sender included. */
  int memberCount();

  /** How many messages the chat gets a second, in the long run. */
  double messagesPerSecond();
}
