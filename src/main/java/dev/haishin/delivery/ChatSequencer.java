package dev.haishin.delivery;

/**
 * Numbers the messages of each chat in the order in which they are handed in.
 *
 * <p>Within a chat numbers grow by one for as long as the chat is remembered, which is for at least
 * one dedup window after its latest message. A chat that is not remembered begins at the current
 * time in nanoseconds. So its numbers still grow if it was forgotten, or if another worker took it
 * over, without anything being stored: no chat has had more messages than nanoseconds.
 */
public final class ChatSequencer {
  private final TwoGenerations recent;

  /**
   * Makes one that remembers no chat.
   *
   * @param windowNs how long an idle chat is remembered at least
   */
  public ChatSequencer(long windowNs) {
    recent = new TwoGenerations(windowNs, 1);
  }

  /**
   * The number of the chat's next message, at least 1.
   *
   * @param chatId at least 0
   */
  public long next(long chatId, long nowNs) {
    recent.advanceTo(nowNs);
    LongTable young = recent.young();
    int cell = young.find(chatId);
    long last;
    if (cell == LongTable.ABSENT) {
      int before = recent.old().find(chatId);
      last = before == LongTable.ABSENT ? nowNs : recent.old().value(before, 0);
      cell = young.insert(chatId);
    } else {
      last = young.value(cell, 0);
    }
    young.setValue(cell, 0, last + 1);
    return last + 1;
  }

  /** The chats held; one met again lately may count twice. */
  public long size() {
    return recent.size();
  }
}
