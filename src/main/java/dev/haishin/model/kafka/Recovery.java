package dev.haishin.model.kafka;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Port;
import it.unimi.dsi.fastutil.ints.Int2ObjectAVLTreeMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * A producer's partitions whose batches came back: each is held, and its batches sent again one by
 * one, oldest first, after a backoff that doubles; once all are taken it goes on as before.
 *
 * <p>While a partition is held nothing new is sent to it, so that records keep their order; batches
 * that were under way at the same time come back too, since each names the one before it.
 */
final class Recovery {
  /** Kafka's {@code retry.backoff.ms} and {@code retry.backoff.max.ms} (row K03). */
  static final long BACKOFF_NS = 100_000_000L;

  static final long MAX_BACKOFF_NS = 1_000_000_000L;

  private static final int DOUBLINGS = 4;
  private static final int JITTER_PERCENT = 20;

  private final Int2ObjectAVLTreeMap<Held> held = new Int2ObjectAVLTreeMap<>();
  private final RecordAccumulator accumulator;
  private final Port port;

  /** Nothing is held. */
  Recovery(RecordAccumulator accumulator, Port port) {
    this.accumulator = accumulator;
    this.port = port;
  }

  boolean isHeld(int partition) {
    return !held.isEmpty() && held.containsKey(partition);
  }

  /** Holds a partition from now on. */
  void hold(int partition, long nowNs) {
    Held one = held.get(partition);
    if (one == null) {
      one = new Held();
      held.put(partition, one);
      one.retryNs = nowNs;
    }
  }

  /** A batch came back: it waits among those of its partition, which is held. */
  void comeBack(int batch) {
    Held one = held.get(accumulator.partition(batch));
    int at = one.batches.size();
    while (at > 0 && accumulator.number(one.batches.getInt(at - 1)) > accumulator.number(batch)) {
      at--;
    }
    one.batches.add(at, batch);
  }

  /** Nothing is sent to a partition for a while, longer each time. */
  void backOff(int partition, long nowNs) {
    Held one = held.get(partition);
    if (one.retryNs > nowNs) {
      return; // Several batches of it came back together.
    }
    long backoffNs = Math.min(MAX_BACKOFF_NS, BACKOFF_NS << Math.min(DOUBLINGS, one.attempts++));
    long spreadNs = backoffNs * JITTER_PERCENT / 100;
    long hash = CounterHash.mix(CounterHash.mix(port.process()) + nowNs);
    one.retryNs = nowNs + backoffNs - spreadNs + Math.floorMod(hash, 2 * spreadNs + 1);
  }

  /** A partition may be tried again from an instant on, if not before. */
  void retryFrom(int partition, long atNs) {
    Held one = held.get(partition);
    one.retryNs = Math.min(one.retryNs, atNs);
  }

  /** Held partitions that may be tried now, by number. */
  IntArrayList due(long nowNs) {
    IntArrayList due = new IntArrayList();
    for (Int2ObjectMap.Entry<Held> entry : held.int2ObjectEntrySet()) {
      if (entry.getValue().retryNs <= nowNs) {
        due.add(entry.getIntKey());
      }
    }
    return due;
  }

  /** All held partitions, by number. */
  IntArrayList all() {
    return new IntArrayList(held.keySet());
  }

  /** When the next held partition may be tried, after an instant; never without one. */
  long nextNs(long nowNs) {
    long nextNs = Long.MAX_VALUE;
    for (Held one : held.values()) {
      if (one.retryNs > nowNs) {
        nextNs = Math.min(nextNs, one.retryNs);
      }
    }
    return nextNs;
  }

  /** The oldest batch of a held partition, {@link RecordAccumulator#NONE} for none. */
  int oldest(int partition) {
    Held one = held.get(partition);
    return one.batches.isEmpty() ? RecordAccumulator.NONE : one.batches.getInt(0);
  }

  /** Takes the oldest batch of a held partition out. */
  int takeOldest(int partition) {
    return held.get(partition).batches.removeInt(0);
  }

  /** A batch of a held partition was taken: the next may follow at once. */
  void succeeded(int partition, long nowNs) {
    Held one = held.get(partition);
    one.attempts = 0;
    one.retryNs = nowNs;
  }

  /** Holds a partition no longer. */
  void release(int partition) {
    held.remove(partition);
  }

  /** Batches of a held partition, oldest first. */
  IntArrayList batches(int partition) {
    return held.get(partition).batches;
  }

  /** Records of one partition that wait for a leader who takes them. */
  private static final class Held {
    private final IntArrayList batches = new IntArrayList();
    private int attempts;
    private long retryNs;
  }
}
