package dev.haishin.model.fanout;

import dev.haishin.model.Messages;
import dev.haishin.model.kafka.RecordPairs;
import dev.haishin.model.population.Chats;
import dev.haishin.model.population.Graph;

/** How many (message, recipient) pairs a record stands for, in the log of a home. */
public final class MessagePairs implements RecordPairs {
  private final Graph graph;
  private final Messages messages;

  /** Pairs of the messages between people of a graph. */
  public MessagePairs(Graph graph, Messages messages) {
    this.graph = graph;
    this.messages = messages;
  }

  /** Recipients of a message, everywhere. */
  public long recipients(long messageId) {
    return graph.chats().size(messages.chat(messageId)) - 1L;
  }

  /** Whether a home is the chat's own, where the message came in first. */
  public boolean isOriginal(long messageId, int home) {
    return homeOf(messageId) == home;
  }

  /** Pairs of a relay record: recipients whose data lives in a home. */
  public long recipientsIn(long messageId, int home) {
    Chats chats = graph.chats();
    long chat = messages.chat(messageId);
    int sender = messages.sender(messageId);
    int size = chats.size(chat);
    long count = 0;
    for (int i = 0; i < size; i++) {
      int member = chats.member(chat, i);
      if (member != sender && graph.people().home(member) == home) {
        count++;
      }
    }
    return count;
  }

  @Override
  public long pairs(long messageId, int home) {
    return isOriginal(messageId, home) ? recipients(messageId) : recipientsIn(messageId, home);
  }

  private int homeOf(long messageId) {
    return graph.people().homeOfRegion(Chats.region(messages.chat(messageId)));
  }
}
