package dev.haishin.delivery;

/**
 * A chat of given members. It is written to and read once a second unless a test says otherwise.
 */
final class Room implements Chat, Members {
  static final long MESSAGE = 77;

  double messagesPerSecond = 1;
  double[] readsPerSecond;

  private final long chatId;
  private final long senderId;
  private final int memberCount;
  private final long[] users;

  Room(long chatId, long senderId, int memberCount, long... users) {
    this.chatId = chatId;
    this.senderId = senderId;
    this.memberCount = memberCount;
    this.users = users;
  }

  @Override
  public long chatId() {
    return chatId;
  }

  @Override
  public long messageId() {
    return MESSAGE;
  }

  @Override
  public long senderId() {
    return senderId;
  }

  @Override
  public int memberCount() {
    return memberCount;
  }

  @Override
  public double messagesPerSecond() {
    return messagesPerSecond;
  }

  @Override
  public int size() {
    return users.length;
  }

  @Override
  public long member(int index) {
    return users[index];
  }

  @Override
  public double readsPerSecond(int index) {
    return readsPerSecond == null ? 1 : readsPerSecond[index];
  }
}
