package dev.haishin.model.kafka;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * A producer's records until they are acknowledged: batches a partition, in one queue a broker in
 * the order they were opened.
 *
 * <p>A batch that was drained belongs to the request that carries it, and keeps its share of the
 * buffer until {@link #free}.
 */
final class RecordAccumulator {
  /** No batch, no record. */
  static final int NONE = -1;

  /** What Kafka adds to a batch (row K08). */
  static final int BATCH_OVERHEAD_BYTES = 61;

  private static final int BATCH_INTS = 8;
  private static final int PARTITION = 0;
  private static final int FIRST = 1;
  private static final int LAST = 2;
  private static final int BYTES = 3;
  private static final int NEXT = 4;
  private static final int YOUNGER = 5;
  private static final int OLDEST = 6;
  private static final int FULL = 7;
  private static final int RECORD_LONGS = 3;
  private static final int RECORD_INTS = 2;

  private final int batchBytes;
  private final long bufferBytes;
  private final Int2IntOpenHashMap youngest = new Int2IntOpenHashMap(64);
  private final int[] head;
  private final int[] tail;
  private final int[] full;
  private int[] batches = new int[BATCH_INTS * 16];
  private long[] openedNs = new long[16];
  private int batchCount;
  private int freeBatch = NONE;
  private long[] records = new long[RECORD_LONGS * 16];
  private int[] recordInts = new int[RECORD_INTS * 16];
  private int recordCount;
  private int freeRecord = NONE;
  private long usedBytes;

  RecordAccumulator(int brokers, int batchBytes, long bufferBytes) {
    this.batchBytes = batchBytes;
    this.bufferBytes = bufferBytes;
    youngest.defaultReturnValue(NONE);
    head = new int[brokers];
    tail = new int[brokers];
    full = new int[brokers];
    Arrays.fill(head, NONE);
  }

  /** Takes in a record; false, and nothing happened, when the buffer has no room for its batch. */
  boolean append(
      int broker, int partition, long messageId, long acceptedNs, long nowNs, int bytes) {
    int batch = youngest.get(partition);
    if (batch == NONE || batches[batch + BYTES] + bytes > batchBytes) {
      int allotted = Math.max(batchBytes, BATCH_OVERHEAD_BYTES + bytes);
      if (usedBytes + allotted > bufferBytes) {
        return false;
      }
      usedBytes += allotted;
      batch = open(broker, partition, batch, nowNs);
    }
    int record = addRecord(messageId, acceptedNs, nowNs, bytes);
    if (batches[batch + FIRST] == NONE) {
      batches[batch + FIRST] = record;
    } else {
      recordInts[batches[batch + LAST] * RECORD_INTS + 1] = record;
    }
    batches[batch + LAST] = record;
    batches[batch + BYTES] += bytes;
    if (batches[batch + BYTES] >= batchBytes) {
      markFull(broker, batch);
    }
    return true;
  }

  /** Whether a broker has nothing waiting. */
  boolean isEmpty(int broker) {
    return head[broker] == NONE;
  }

  /** Whether some batch for a broker waits no longer for company. */
  boolean hasFull(int broker) {
    return full[broker] > 0;
  }

  /** When the oldest batch for a broker was opened. */
  long oldestNs(int broker) {
    return openedNs[head[broker] / BATCH_INTS];
  }

  /**
   * Takes the oldest batch of each partition of a broker, as many as fit into one request, and at
   * least one.
   *
   * @return the first batch; the others follow by {@link #nextBatch}
   */
  int drain(int broker, int maxRequestBytes) {
    int first = NONE;
    int last = NONE;
    int kept = NONE;
    long bytes = 0;
    int batch = head[broker];
    while (batch != NONE && (first == NONE || bytes + batches[batch + BYTES] <= maxRequestBytes)) {
      int next = batches[batch + NEXT];
      if (batches[batch + OLDEST] == 1) {
        bytes += batches[batch + BYTES];
        full[broker] -= batches[batch + FULL];
        unlink(broker, kept, batch, next);
        first = first == NONE ? batch : first;
        last = follow(last, batch);
      } else {
        kept = batch;
      }
      batch = next;
    }
    promoteYounger(first);
    return first;
  }

  int nextBatch(int batch) {
    return batches[batch + NEXT];
  }

  int partition(int batch) {
    return batches[batch + PARTITION];
  }

  int firstRecord(int batch) {
    return batches[batch + FIRST];
  }

  int nextRecord(int record) {
    return recordInts[record * RECORD_INTS + 1];
  }

  long messageId(int record) {
    return records[record * RECORD_LONGS];
  }

  long acceptedNs(int record) {
    return records[record * RECORD_LONGS + 1];
  }

  long producedNs(int record) {
    return records[record * RECORD_LONGS + 2];
  }

  int bytes(int record) {
    return recordInts[record * RECORD_INTS];
  }

  /** Names the messages of all records, drained or not. */
  void heldMessages(LongConsumer each) {
    for (int record = 0; record < recordCount; record++) {
      each.accept(messageId(record));
    }
  }

  /** The first batch waiting for a broker, or {@link #NONE}. */
  int firstWaiting(int broker) {
    return head[broker];
  }

  /** Gives back a drained batch with its records. */
  void free(int batch) {
    for (int record = firstRecord(batch); record != NONE; record = nextRecord(record)) {
      records[record * RECORD_LONGS] = NONE;
    }
    usedBytes -= Math.max(batchBytes, batches[batch + BYTES]);
    recordInts[batches[batch + LAST] * RECORD_INTS + 1] = freeRecord;
    freeRecord = batches[batch + FIRST];
    batches[batch + NEXT] = freeBatch;
    freeBatch = batch;
  }

  private int open(int broker, int partition, int older, long nowNs) {
    int batch = takeBatch();
    batches[batch + PARTITION] = partition;
    batches[batch + FIRST] = NONE;
    batches[batch + LAST] = NONE;
    batches[batch + BYTES] = BATCH_OVERHEAD_BYTES;
    batches[batch + NEXT] = NONE;
    batches[batch + YOUNGER] = NONE;
    batches[batch + OLDEST] = older == NONE ? 1 : 0;
    batches[batch + FULL] = 0;
    openedNs[batch / BATCH_INTS] = nowNs;
    if (older != NONE) {
      batches[older + YOUNGER] = batch;
      markFull(broker, older);
    }
    if (head[broker] == NONE) {
      head[broker] = batch;
    } else {
      batches[tail[broker] + NEXT] = batch;
    }
    tail[broker] = batch;
    youngest.put(partition, batch);
    return batch;
  }

  private int follow(int last, int batch) {
    if (last != NONE) {
      batches[last + NEXT] = batch;
    }
    batches[batch + NEXT] = NONE;
    return batch;
  }

  private void markFull(int broker, int batch) {
    full[broker] += 1 - batches[batch + FULL];
    batches[batch + FULL] = 1;
  }

  private void unlink(int broker, int previous, int batch, int next) {
    if (previous == NONE) {
      head[broker] = next;
    } else {
      batches[previous + NEXT] = next;
    }
    if (tail[broker] == batch) {
      tail[broker] = previous;
    }
  }

  private void promoteYounger(int first) {
    for (int batch = first; batch != NONE; batch = batches[batch + NEXT]) {
      int younger = batches[batch + YOUNGER];
      if (younger == NONE) {
        youngest.remove(batches[batch + PARTITION]);
      } else {
        batches[younger + OLDEST] = 1;
      }
    }
  }

  private int takeBatch() {
    int batch = freeBatch;
    if (batch != NONE) {
      freeBatch = batches[batch + NEXT];
      return batch;
    }
    if (batchCount == openedNs.length) {
      openedNs = Arrays.copyOf(openedNs, batchCount * 2);
      batches = Arrays.copyOf(batches, batchCount * 2 * BATCH_INTS);
    }
    return batchCount++ * BATCH_INTS;
  }

  private int addRecord(long messageId, long acceptedNs, long nowNs, int bytes) {
    int record = freeRecord;
    if (record != NONE) {
      freeRecord = recordInts[record * RECORD_INTS + 1];
    } else {
      record = recordCount++;
      if (record * RECORD_INTS == recordInts.length) {
        recordInts = Arrays.copyOf(recordInts, recordInts.length * 2);
        records = Arrays.copyOf(records, records.length * 2);
      }
    }
    records[record * RECORD_LONGS] = messageId;
    records[record * RECORD_LONGS + 1] = acceptedNs;
    records[record * RECORD_LONGS + 2] = nowNs;
    recordInts[record * RECORD_INTS] = bytes;
    recordInts[record * RECORD_INTS + 1] = NONE;
    return record;
  }
}
