package dev.haishin.delivery;

/**
 * Fan-out on write for chats up to a number of members, on read for larger ones. The whole chat
 * counts, not the members served here, so that all homes decide alike.
 */
public final class HybridFanout implements FanoutStrategy {
  private final int writeUpTo;
  private final FanoutStrategy small = new WriteFanout();
  private final FanoutStrategy large = new ReadFanout();

  /**
   * Makes the strategy.
   *
   * @param writeUpTo the largest number of members, sender included, that is written; at least 0
   */
  public HybridFanout(int writeUpTo) {
    if (writeUpTo < 0) {
      throw new IllegalArgumentException("writeUpTo is " + writeUpTo + "; it must be at least 0");
    }
    this.writeUpTo = writeUpTo;
  }

  @Override
  public void fanOut(Chat chat, Members members, FanoutSink sink) {
    (chat.memberCount() <= writeUpTo ? small : large).fanOut(chat, members, sink);
  }
}
