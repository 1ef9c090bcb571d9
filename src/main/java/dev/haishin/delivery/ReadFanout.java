package dev.haishin.delivery;

/**
 * Fan-out on read: one append to the chat's log and a light notification to each recipient, who
 * fetches the message. Storage costs one write whatever the audience; each reader costs a fetch.
 */
public final class ReadFanout implements FanoutStrategy {

  @Override
  public void fanOut(Chat chat, Members members, FanoutSink sink) {
    sink.appendLog(chat.chatId());
    long sender = chat.senderId();
    int size = members.size();
    for (int i = 0; i < size; i++) {
      long recipient = members.member(i);
      if (recipient != sender) {
        sink.notifyMember(recipient);
      }
    }
  }
}
