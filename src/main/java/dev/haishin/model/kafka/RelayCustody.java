package dev.haishin.model.kafka;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.function.LongConsumer;

/**
 * Which pairs of relay records a producer answers for: those of batches that wait, and where
 * brokers fail of all that are not acknowledged and that no log has.
 *
 * <p>Of a producer that died, what had left it may reach a log or not, which nobody knows before
 * the run is over; until then it is left here.
 */
final class RelayCustody {
  private static final int LONGS = 3;

  private final KafkaCluster cluster;
  private final int process;
  private final LongArrayList left = new LongArrayList();

  RelayCustody(KafkaCluster cluster, int process) {
    this.cluster = cluster;
    this.process = process;
  }

  /** Pairs of a chain of batches. */
  long pairsFrom(RecordAccumulator accumulator, int first, RecordPairs pairs) {
    long sum = 0;
    for (int batch = first; batch != RecordAccumulator.NONE; batch = accumulator.nextBatch(batch)) {
      sum += pairs(accumulator, batch, pairs);
    }
    return sum;
  }

  /** Pairs of a batch, unless a log has it. */
  long pairs(RecordAccumulator accumulator, int batch, RecordPairs pairs) {
    if (has(accumulator.partition(batch), accumulator.number(batch))) {
      return 0;
    }
    long sum = 0;
    int record = accumulator.firstRecord(batch);
    for (; record != RecordAccumulator.NONE; record = accumulator.nextRecord(record)) {
      if (accumulator.acceptedNs(record) > 0) {
        sum += pairs.pairs(accumulator.messageId(record), cluster.home());
      }
    }
    return sum;
  }

  /** The producer dies: what never left is named, what left before and waits again is kept. */
  void leaveWaiting(RecordAccumulator accumulator, int queues, RecordPairs unsent) {
    for (int queue = 0; queue < queues; queue++) {
      int batch = accumulator.firstWaiting(queue);
      for (; batch != RecordAccumulator.NONE; batch = accumulator.nextBatch(batch)) {
        if (accumulator.number(batch) == 0) {
          pairs(accumulator, batch, unsent);
        } else {
          leave(accumulator, batch);
        }
      }
    }
  }

  /** The producer dies: what is under way, or came back, is kept. */
  void leaveSent(RecordAccumulator accumulator, InFlight inFlight, Retries retries) {
    for (int row = 0; row < inFlight.rows(); row++) {
      int batch = inFlight.holds(row) ? inFlight.firstBatch(row) : RecordAccumulator.NONE;
      for (; batch != RecordAccumulator.NONE; batch = accumulator.nextBatch(batch)) {
        leave(accumulator, batch);
      }
    }
    retries.each(batch -> leave(accumulator, batch));
  }

  /** Pairs left by producers that died and that no log has, at the end of the run. */
  long leftPairs(RecordPairs pairs) {
    long sum = 0;
    for (int i = 0; i < left.size(); i += LONGS) {
      if (!has((int) left.getLong(i), left.getLong(i + 1))) {
        sum += pairs.pairs(left.getLong(i + 2), cluster.home());
      }
    }
    return sum;
  }

  /** Names the messages of what was left. */
  void heldMessages(LongConsumer each) {
    for (int i = 2; i < left.size(); i += LONGS) {
      each.accept(left.getLong(i));
    }
  }

  private boolean has(int partition, long number) {
    return cluster.fails() && cluster.journal().has(partition, process, number);
  }

  private void leave(RecordAccumulator accumulator, int batch) {
    int record = accumulator.firstRecord(batch);
    for (; record != RecordAccumulator.NONE; record = accumulator.nextRecord(record)) {
      if (accumulator.acceptedNs(record) > 0) {
        left.add(accumulator.partition(batch));
        left.add(accumulator.number(batch));
        left.add(accumulator.messageId(record));
      }
    }
  }
}
