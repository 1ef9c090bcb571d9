package dev.haishin.delivery;

/**
 * A plug-in threw, or broke a rule of what it plugs into. The stack trace is the plug-in's: of what
 * it threw, or of the call that broke the rule.
 */
public final class PluginFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long chatId;
  private final long messageId;

  /**
   * What went wrong with one message.
   *
   * @param plugin its kind and name, as in {@code fan-out strategy 'mine'}
   * @param what it did
   * @param cause what it threw, or null
   */
  PluginFailure(String plugin, long chatId, long messageId, String what, Throwable cause) {
    super(plugin + " " + what + " (chat " + chatId + ", message " + messageId + ")", cause);
    if (cause != null) {
      setStackTrace(cause.getStackTrace());
    }
    this.chatId = chatId;
    this.messageId = messageId;
  }

  /** The chat of the message. */
  public long chatId() {
    return chatId;
  }

  /** The message that was being delivered. */
  public long messageId() {
    return messageId;
  }
}
