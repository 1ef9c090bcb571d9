package dev.haishin.model.fanout;

import dev.haishin.model.Messages;
import dev.haishin.model.kafka.RecordPairs;
import dev.haishin.model.population.Chats;
import dev.haishin.model.population.Graph;
import dev.haishin.model.population.People;
import dev.haishin.results.Facet;
import dev.haishin.results.LossReason;
import dev.haishin.results.Recorder;

/** How many (message, recipient) pairs a record stands for, in the log of a home. */
public final class MessagePairs implements RecordPairs {
  private final Graph graph;
  private final Messages messages;

  /** Pairs of the messages between people of a graph. */
  public MessagePairs(Graph graph, Messages messages) {
    this.graph = graph;
    this.messages = messages;
  }

  /** Recipients of a message, everywhere; a group's new key has none that are accounted for. */
  public long recipients(long messageId) {
    return messages.isKey(messageId) ? 0 : addressees(messageId);
  }

  /** The members of its chat but for the sender. */
  private long addressees(long messageId) {
    return graph.chats().size(messages.chat(messageId)) - 1L;
  }

  /** Whether a home is the chat's own, where the message came in first. */
  public boolean isOriginal(long messageId, int home) {
    return homeOf(messageId) == home;
  }

  /** Pairs of a relay record: recipients whose data lives in a home. */
  public long recipientsIn(long messageId, int home) {
    return messages.isKey(messageId) ? 0 : addresseesIn(messageId, home);
  }

  /** How many are served for a record in a home's log, accounted for or not. */
  long served(long messageId, int home) {
    return isOriginal(messageId, home) ? addressees(messageId) : addresseesIn(messageId, home);
  }

  private long addresseesIn(long messageId, int home) {
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

  /**
   * Records of a message in a home's log, or on the way to it, are gone for good.
   *
   * @param records how many; fewer than none where a loss turns out to be none
   */
  public void lose(Recorder recorder, LossReason reason, long messageId, int home, long records) {
    recorder.ledger().lost(reason, records * pairs(messageId, home));
    if (messages.isKey(messageId)) {
      return;
    }
    Chats chats = graph.chats();
    long chat = messages.chat(messageId);
    int sender = messages.sender(messageId);
    boolean isOfAll = isOriginal(messageId, home);
    for (int i = 0; i < chats.size(chat); i++) {
      int member = chats.member(chat, i);
      if (member != sender && (isOfAll || graph.people().home(member) == home)) {
        People people = graph.people();
        recorder.lostFor(Facet.of(people.region(member), people.isIos(member)), records);
      }
    }
  }

  /** A user's pair with a message is gone for good. */
  public void loseOne(Recorder recorder, LossReason reason, int user) {
    recorder.ledger().lost(reason, 1);
    People people = graph.people();
    recorder.lostFor(Facet.of(people.region(user), people.isIos(user)), 1);
  }

  private int homeOf(long messageId) {
    return graph.people().homeOfRegion(Chats.region(messages.chat(messageId)));
  }
}
