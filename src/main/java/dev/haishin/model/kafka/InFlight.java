package dev.haishin.model.kafka;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.util.Arrays;

/**
 * A producer's unanswered requests: rows with a free list, each with its broker and its first
 * batch; where brokers fail also when it left, and how many batches of each partition are under
 * way.
 *
 * <p>The row of a request that was given up is not used again: its answer may come yet.
 */
final class InFlight {
  private static final int END = -1;
  private static final int FREE = -1;

  private final int[] unanswered;
  private final Int2IntOpenHashMap flying = new Int2IntOpenHashMap(0);
  private final Int2LongOpenHashMap lastNumber = new Int2LongOpenHashMap(0);
  private int[] firstBatch = new int[16];
  private int[] brokerOf = new int[16];
  private long[] sentNs = new long[16];
  private int rows;
  private int free = END;

  InFlight(int brokers) {
    unanswered = new int[brokers];
  }

  /** Unanswered requests at a broker. */
  int at(int broker) {
    return unanswered[broker];
  }

  /** A row for a request. */
  int add(int broker, int batch, long leavesNs) {
    int row = free;
    if (row != END) {
      free = firstBatch[row];
    } else {
      row = rows++;
      if (row == firstBatch.length) {
        firstBatch = Arrays.copyOf(firstBatch, row * 2);
        brokerOf = Arrays.copyOf(brokerOf, row * 2);
        sentNs = Arrays.copyOf(sentNs, row * 2);
      }
    }
    firstBatch[row] = batch;
    brokerOf[row] = broker;
    sentNs[row] = leavesNs;
    unanswered[broker]++;
    return row;
  }

  /** Whether a row stands for an unanswered request. */
  boolean holds(int row) {
    return row < rows && brokerOf[row] != FREE;
  }

  int broker(int row) {
    return brokerOf[row];
  }

  int firstBatch(int row) {
    return firstBatch[row];
  }

  /** Rows ever used. */
  int rows() {
    return rows;
  }

  /** A request is answered; its row may be used again. */
  void remove(int row) {
    giveUp(row);
    firstBatch[row] = free;
    free = row;
  }

  /** A request is given up; its row stays. */
  void giveUp(int row) {
    unanswered[brokerOf[row]]--;
    brokerOf[row] = FREE;
  }

  /** When the request left that has been unanswered longest at a broker. */
  long oldestNs(int broker) {
    long oldestNs = Long.MAX_VALUE;
    for (int row = 0; row < rows; row++) {
      if (brokerOf[row] == broker) {
        oldestNs = Math.min(oldestNs, sentNs[row]);
      }
    }
    return oldestNs;
  }

  /** Batches of a partition that are under way. */
  int flying(int partition) {
    return flying.get(partition);
  }

  /** A batch leaves; returns the number of the one before it that is under way, 0 for none. */
  long takeOff(int partition, long number) {
    long before = lastNumber.put(partition, number);
    return flying.addTo(partition, 1) > 0 ? before : 0;
  }

  /** A batch is answered or given up. */
  void land(int partition) {
    if (flying.addTo(partition, -1) == 1) {
      flying.remove(partition);
      lastNumber.remove(partition);
    }
  }

  /** Forgets all. */
  void clear() {
    Arrays.fill(unanswered, 0);
    flying.clear();
    lastNumber.clear();
    rows = 0;
    free = END;
  }
}
