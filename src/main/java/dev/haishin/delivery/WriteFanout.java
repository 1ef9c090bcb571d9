package dev.haishin.delivery;

/**
 * Fan-out on write: a copy in each recipient's inbox and a route to each recipient, asked for
 * together. A message costs its whole audience at once, a reader only its own inbox.
 */
public final class WriteFanout implements FanoutStrategy {

  @Override
  public void fanOut(Chat chat, Members members, FanoutSink sink) {
    long sender = chat.senderId();
    int size = members.size();
    for (int i = 0; i < size; i++) {
      long recipient = members.member(i);
      if (recipient != sender) {
        sink.writeInbox(recipient);
        sink.route(recipient);
      }
    }
  }
}
