package dev.haishin.model.fanout;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.Parts;
import dev.haishin.model.kafka.Producer;
import dev.haishin.model.network.Borders;
import dev.haishin.results.LossReason;
import dev.haishin.results.Recorder;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.function.LongConsumer;

/**
 * A worker's producers to the other homes. What is durable there is that home's to deliver; a
 * record of this home is done only then, which is waited for where a worker may die.
 */
final class Relays {
  private final Port port;
  private final WorkerSite site;
  private final Recorder recorder;
  private final Producer[] producers;
  private final Long2IntOpenHashMap[] waiting;
  private Intake intake;
  private boolean isCopy;

  Relays(Port port, WorkerSite site, Parts parts, Recorder recorder) {
    this.port = port;
    this.site = site;
    this.recorder = recorder;
    this.producers = new Producer[site.graph().people().regions()];
    this.waiting = new Long2IntOpenHashMap[producers.length];
    for (int home = 0; home < producers.length; home++) {
      if (home != site.home()) {
        producers[home] = parts.producer(port, WorkerKinds.PRODUCERS, home, new Answers(home));
        waiting[home] = new Long2IntOpenHashMap();
        waiting[home].defaultReturnValue(Records.NONE);
      }
    }
  }

  void reportTo(Intake taking) {
    this.intake = taking;
  }

  /** How many homes there may be. */
  int homes() {
    return producers.length;
  }

  /**
   * Sends a record to another home.
   *
   * @param acceptedNs negative if it carries no custody, being sent again
   * @param atNs when it leaves
   * @return whether the record is to wait for it
   */
  boolean append(int home, long messageId, int record, long acceptedNs, long atNs) {
    int sender = site.messages().sender(messageId);
    int owner = site.graph().people().region(sender);
    boolean isKey = site.messages().isKey(messageId);
    if (!site.network().borders().admits(recorder, owner, home, isKey, atNs)) {
      refuse(messageId, home, acceptedNs);
      return false;
    }
    boolean waits = site.membership().isMortal();
    if (waits) {
      waiting[home].put(messageId, record);
    }
    isCopy = acceptedNs < 0;
    long chat = site.messages().chat(messageId);
    int bytes = site.messages().payloadBytes(messageId);
    Borders.carry(recorder, site.seat(atNs), site.network().seat(home, atNs), isKey, bytes, atNs);
    producers[home].append(messageId, acceptedNs, chat, bytes, atNs);
    return waits && waiting[home].containsKey(messageId);
  }

  /** What may not leave never reaches its recipients there; a copy's pairs are booked already. */
  private void refuse(long messageId, int home, long acceptedNs) {
    if (acceptedNs >= 0) {
      site.pairs().lose(recorder, LossReason.RESIDENCY, messageId, home, 1);
    }
  }

  void receive(Event event) {
    producers[Producer.home(event)].receive(event);
  }

  /** The worker dies: what was not on the wire is gone. */
  void crash(Loss loss) {
    for (int home = 0; home < producers.length; home++) {
      if (producers[home] != null) {
        Long2IntOpenHashMap records = waiting[home];
        producers[home].reset(
            (messageId, to) -> {
              long pairs = site.pairs().recipientsIn(messageId, to);
              loss.lost(records.get(messageId), messageId, to, pairs);
              return 0;
            });
        records.clear();
      }
    }
  }

  long heldPairs() {
    long held = 0;
    for (Producer producer : producers) {
      held += producer == null ? 0 : producer.heldPairs(site.pairs());
    }
    return held;
  }

  /** Names every message that is held here between events; some more do no harm. */
  void heldMessages(LongConsumer each) {
    for (Producer producer : producers) {
      if (producer != null) {
        producer.heldMessages(each);
      }
    }
  }

  /** Learns of a record's relay that was lost before it was sent. */
  @FunctionalInterface
  interface Loss {
    /** So many pairs of a message, for a home; the record in work, if there is one. */
    void lost(int record, long messageId, int home, long pairs);
  }

  /** What became of the records for one home. One that finds the buffer full is lost. */
  private final class Answers implements Producer.Sink {
    private final int home;

    Answers(int home) {
      this.home = home;
    }

    @Override
    public void acked(long messageId) {
      int record = waiting[home].remove(messageId);
      if (record != Records.NONE) {
        intake.settle(record, port.nowNs());
      }
    }

    @Override
    public void failed(long messageId) {
      waiting[home].remove(messageId);
      if (!isCopy) {
        site.pairs().lose(recorder, LossReason.QUEUE_OVERFLOW, messageId, home, 1);
      }
    }
  }
}
