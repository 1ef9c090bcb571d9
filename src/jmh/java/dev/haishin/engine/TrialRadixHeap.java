package dev.haishin.engine;

import java.util.Arrays;

/**
 * A radix heap of five-long events (Ahuja, Mehlhorn, Orlin, Tarjan: JACM 37(2), 1990): a yardstick,
 * and nothing that a simulation can run on.
 *
 * <p>An event waits, unsorted, in the bucket of the highest bit in which its time differs from that
 * of the last event taken, so the lowest bucket in use has the earliest events. When it is reached,
 * a large one is split over the buckets below it; a small one, or one of a single instant, is
 * sorted as a whole, which spares the last few splits of every event. Chunks and sorted run are
 * those of {@link LadderQueue}: the two differ in where events wait, and in nothing else. An event
 * added within the span of the run is inserted into it, however long it has become.
 *
 * <p>Instants must not be negative.
 */
final class TrialRadixHeap implements HoldQueue {
  private static final int EQUAL = 0;
  private static final int ONE_INSTANT = 1;

  private final EventChunks chunks = new EventChunks();
  private final SortedRun run = new SortedRun();
  private final int[] count = new int[Long.SIZE];
  private final int[] newest = new int[Long.SIZE];

  /** A bit for each bucket that holds an event. */
  private long filled;

  /** Differs from the last event taken only in bits below those of every bucket in use. */
  private long referenceNs;

  /** The run has everything up to here. */
  private long coveredNs;

  TrialRadixHeap() {
    Arrays.fill(newest, EventChunks.NONE);
  }

  @Override
  public void add(long timeNs, long key, long envelope, long a, long b) {
    if (timeNs <= coveredNs) {
      run.insert(timeNs, key, envelope, a, b);
    } else {
      put(bucketOf(timeNs), timeNs, key, envelope, a, b);
    }
  }

  @Override
  public void take(Event into) {
    while (run.isEmpty()) {
      refillRun();
    }
    run.takeFirst(into);
  }

  /** Makes the run of the earliest events in buckets, or splits the bucket they are in. */
  private void refillRun() {
    int bucket = Long.numberOfTrailingZeros(filled);
    long firstBit = 1L << (bucket - 1);
    referenceNs = (referenceNs & -firstBit) | firstBit;
    boolean whole = bucket == ONE_INSTANT || count[bucket] <= SortedRun.SMALL;
    coveredNs = whole ? referenceNs | (firstBit - 1) : referenceNs;
    int left = count[bucket];
    int chunk = newest[bucket];
    count[bucket] = 0;
    newest[bucket] = EventChunks.NONE;
    filled &= filled - 1;
    while (left > 0) {
      int inChunk = ((left - 1) & (EventChunks.EVENTS - 1)) + 1;
      if (whole) {
        moveToRun(chunk, inChunk);
      } else {
        split(chunk, inChunk);
      }
      left -= inChunk;
      chunk = chunks.release(chunk);
    }
    run.sort();
  }

  private void moveToRun(int chunk, int events) {
    long[] slab = chunks.slab(chunk);
    int from = chunks.offset(chunk);
    for (int at = from; at < from + events * EventChunks.LONGS; at += EventChunks.LONGS) {
      run.append(slab[at], slab[at + 1], slab[at + 2], slab[at + 3], slab[at + 4]);
    }
  }

  private void split(int chunk, int events) {
    long[] slab = chunks.slab(chunk);
    int from = chunks.offset(chunk);
    for (int at = from; at < from + events * EventChunks.LONGS; at += EventChunks.LONGS) {
      int bucket = bucketOf(slab[at]);
      if (bucket == EQUAL) {
        run.append(slab[at], slab[at + 1], slab[at + 2], slab[at + 3], slab[at + 4]);
      } else {
        put(bucket, slab[at], slab[at + 1], slab[at + 2], slab[at + 3], slab[at + 4]);
      }
    }
  }

  private void put(int bucket, long timeNs, long key, long envelope, long a, long b) {
    int before = count[bucket]++;
    int within = before & (EventChunks.EVENTS - 1);
    if (within == 0) {
      newest[bucket] = chunks.take(newest[bucket]);
      filled |= 1L << bucket;
    }
    chunks.put(newest[bucket], within, timeNs, key, envelope, a, b);
  }

  private int bucketOf(long timeNs) {
    return Long.SIZE - Long.numberOfLeadingZeros(timeNs ^ referenceNs);
  }
}
