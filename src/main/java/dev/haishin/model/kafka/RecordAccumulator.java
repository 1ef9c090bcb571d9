package dev.haishin.model.kafka;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * A producer's records until they are acknowledged: batches a partition, in one queue a broker in
 * the order they were opened. Where brokers fail, one queue more is for batches that can be sent to
 * nobody for the time being.
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
  private long[] numbers = new long[16];
  private int batchCount;
  private int freeBatch = NONE;
  private long[] records = new long[RECORD_LONGS * 16];
  private int[] recordInts = new int[RECORD_INTS * 16];
  private int recordCount;
  private int freeRecord = NONE;
  private long usedBytes;

  /** An empty one with so many queues. */
  RecordAccumulator(int queues, int batchBytes, long bufferBytes) {
    this.batchBytes = batchBytes;
    this.bufferBytes = bufferBytes;
    youngest.defaultReturnValue(NONE);
    head = new int[queues];
    tail = new int[queues];
    full = new int[queues];
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

  /** Moves what waits of a partition from one queue to the end of another. */
  void move(int partition, int from, int to) {
    int kept = NONE;
    int batch = head[from];
    while (batch != NONE) {
      int next = batches[batch + NEXT];
      if (batches[batch + PARTITION] == partition) {
        full[from] -= batches[batch + FULL];
        full[to] += batches[batch + FULL];
        unlink(from, kept, batch, next);
        enqueue(to, batch);
      } else {
        kept = batch;
      }
      batch = next;
    }
  }

  /** The partitions with batches in a queue, by their oldest. */
  IntArrayList partitions(int queue) {
    IntArrayList partitions = new IntArrayList();
    for (int batch = head[queue]; batch != NONE; batch = batches[batch + NEXT]) {
      if (batches[batch + OLDEST] == 1) {
        partitions.add(batches[batch + PARTITION]);
      }
    }
    return partitions;
  }

  /** The oldest batch of a partition in a queue, {@link #NONE} for none. */
  int oldestOf(int queue, int partition) {
    int batch = head[queue];
    while (batch != NONE && batches[batch + PARTITION] != partition) {
      batch = batches[batch + NEXT];
    }
    return batch;
  }

  /** Drains one batch, the oldest of its partition. */
  void take(int queue, int taken) {
    int kept = NONE;
    for (int batch = head[queue]; batch != taken; batch = batches[batch + NEXT]) {
      kept = batch;
    }
    full[queue] -= batches[taken + FULL];
    unlink(queue, kept, taken, batches[taken + NEXT]);
    batches[taken + NEXT] = NONE;
    promoteYounger(taken);
  }

  /** Has one drained batch follow another, or none. */
  void link(int batch, int next) {
    batches[batch + NEXT] = next;
  }

  /** The number of a batch among all of the producer, 0 until it is sent first. */
  long number(int batch) {
    return numbers[batch / BATCH_INTS];
  }

  void number(int batch, long number) {
    numbers[batch / BATCH_INTS] = number;
  }

  /** When a batch was opened. */
  long openedNs(int batch) {
    return openedNs[batch / BATCH_INTS];
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
    numbers[batch / BATCH_INTS] = 0;
    if (older != NONE) {
      batches[older + YOUNGER] = batch;
      markFull(broker, older);
    }
    enqueue(broker, batch);
    youngest.put(partition, batch);
    return batch;
  }

  private void enqueue(int queue, int batch) {
    batches[batch + NEXT] = NONE;
    if (head[queue] == NONE) {
      head[queue] = batch;
    } else {
      batches[tail[queue] + NEXT] = batch;
    }
    tail[queue] = batch;
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
      numbers = Arrays.copyOf(numbers, batchCount * 2);
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
