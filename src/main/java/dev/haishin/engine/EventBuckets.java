package dev.haishin.engine;

import java.util.Arrays;

/**
 * What is on the {@link Rungs} of a ladder queue: unsorted events in up to {@link Rungs#BUCKETS}
 * buckets a rung. A bucket is a chain of chunks of which only the newest is not full.
 */
final class EventBuckets {
  /** What so many events need fits into a cache until they are taken. */
  private static final int MOST_ANNOUNCED = 1024;

  private static final int WORDS = Rungs.BUCKETS / Long.SIZE;

  private final Rungs rungs;
  private final EventChunks chunks = new EventChunks();
  private final int[] count = new int[Rungs.COUNT * Rungs.BUCKETS];
  private final int[] newest = new int[Rungs.COUNT * Rungs.BUCKETS];
  private final long[] filled = new long[Rungs.COUNT * WORDS];
  private final int[] filledWords = new int[Rungs.COUNT];
  private int filledRungs;
  private ComingEvents listener;

  EventBuckets(Rungs rungs) {
    this.rungs = rungs;
    Arrays.fill(newest, EventChunks.NONE);
  }

  void announceTo(ComingEvents hears) {
    listener = hears;
  }

  boolean isEmpty() {
    return filledRungs == 0;
  }

  /** The lowest rung that holds an event; there must be one. */
  int lowestRung() {
    return Integer.numberOfTrailingZeros(filledRungs);
  }

  /** The first bucket of a rung that holds an event; there must be one. */
  int firstBucket(int rung) {
    int word = Integer.numberOfTrailingZeros(filledWords[rung]);
    long bits = filled[rung * WORDS + word];
    return (rung << Rungs.MOST_BITS) + (word << 6) + Long.numberOfTrailingZeros(bits);
  }

  int count(int bucket) {
    return count[bucket];
  }

  /** Adds an event to the bucket of a rung that its time falls into. */
  void add(int rung, long timeNs, long key, long envelope, long a, long b) {
    int bucket = rungs.bucket(rung, timeNs);
    int before = count[bucket];
    int within = before & (EventChunks.EVENTS - 1);
    if (within == 0) {
      open(rung, bucket, before);
    }
    count[bucket] = before + 1;
    chunks.put(newest[bucket], within, timeNs, key, envelope, a, b);
  }

  /** Lays the rung below and spreads a bucket over it. */
  void spread(int rung, int bucket) {
    int left = count[bucket];
    rungs.layFor(left, rung);
    int chunk = newest[bucket];
    ComingEvents hears = left <= MOST_ANNOUNCED ? listener : null;
    close(rung, bucket);
    while (chunk != EventChunks.NONE) {
      long[] slab = chunks.slab(chunk);
      int from = chunks.offset(chunk);
      int inChunk = ((left - 1) & (EventChunks.EVENTS - 1)) + 1;
      int to = from + inChunk * EventChunks.LONGS;
      if (hears != null) {
        for (int at = from; at < to; at += EventChunks.LONGS) {
          hears.soon(slab[at + 2], slab[at + 3], slab[at + 4]);
        }
      }
      for (int at = from; at < to; at += EventChunks.LONGS) {
        add(rung - 1, slab[at], slab[at + 1], slab[at + 2], slab[at + 3], slab[at + 4]);
      }
      left -= inChunk;
      chunk = chunks.release(chunk);
    }
  }

  /** Moves a bucket's events to a run, which is then to be sorted. */
  void drain(int rung, int bucket, SortedRun into) {
    int left = count[bucket];
    int chunk = newest[bucket];
    close(rung, bucket);
    while (chunk != EventChunks.NONE) {
      long[] slab = chunks.slab(chunk);
      int from = chunks.offset(chunk);
      int inChunk = ((left - 1) & (EventChunks.EVENTS - 1)) + 1;
      int to = from + inChunk * EventChunks.LONGS;
      for (int at = from; at < to; at += EventChunks.LONGS) {
        into.append(slab[at], slab[at + 1], slab[at + 2], slab[at + 3], slab[at + 4]);
      }
      left -= inChunk;
      chunk = chunks.release(chunk);
    }
  }

  /** The earliest instant in a bucket. */
  long earliestNs(int bucket) {
    long earliestNs = Long.MAX_VALUE;
    int left = count[bucket];
    for (int chunk = newest[bucket]; left > 0; chunk = chunks.next(chunk)) {
      long[] slab = chunks.slab(chunk);
      int from = chunks.offset(chunk);
      int inChunk = ((left - 1) & (EventChunks.EVENTS - 1)) + 1;
      int to = from + inChunk * EventChunks.LONGS;
      for (int at = from; at < to; at += EventChunks.LONGS) {
        earliestNs = Math.min(earliestNs, slab[at]);
      }
      left -= inChunk;
    }
    return earliestNs;
  }

  void forEach(Event into, Runnable visit) {
    for (int bucket = 0; bucket < count.length; bucket++) {
      int chunk = newest[bucket];
      for (int left = count[bucket]; left > 0; left--) {
        int within = (left - 1) & (EventChunks.EVENTS - 1);
        long[] slab = chunks.slab(chunk);
        int at = chunks.offset(chunk) + within * EventChunks.LONGS;
        into.timeNs = slab[at];
        into.key = slab[at + 1];
        into.envelope = slab[at + 2];
        into.a = slab[at + 3];
        into.b = slab[at + 4];
        visit.run();
        chunk = within == 0 ? chunks.next(chunk) : chunk;
      }
    }
  }

  private void open(int rung, int bucket, int before) {
    newest[bucket] = chunks.take(newest[bucket]);
    if (before == 0) {
      int word = (bucket & (Rungs.BUCKETS - 1)) >>> 6;
      filled[rung * WORDS + word] |= 1L << bucket;
      filledWords[rung] |= 1 << word;
      filledRungs |= 1 << rung;
    }
  }

  private void close(int rung, int bucket) {
    count[bucket] = 0;
    newest[bucket] = EventChunks.NONE;
    int word = (bucket & (Rungs.BUCKETS - 1)) >>> 6;
    if ((filled[rung * WORDS + word] &= ~(1L << bucket)) == 0
        && (filledWords[rung] &= ~(1 << word)) == 0) {
      filledRungs &= ~(1 << rung);
    }
  }
}
