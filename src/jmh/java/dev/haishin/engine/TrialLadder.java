package dev.haishin.engine;

import java.util.Arrays;

/**
 * What a queue of five-long events could do at best: a yardstick, and nothing that a simulation can
 * run on.
 *
 * <p>Two rungs whose widths are computed from the known number pending and the known mean delay: a
 * ring of coarse buckets, unsorted chunks in one array; the current coarse bucket spread into fine
 * buckets that fit in a cache; the current fine bucket sorted when it is reached. Exact (time, key)
 * order. It knows no limits, no far future beyond its ring, and cancels nothing.
 */
final class TrialLadder {
  private static final int LONGS = 5;
  private static final int CHUNK = 32;
  private static final int CHUNK_LONGS = CHUNK * LONGS + 8;
  private static final int IN_COARSE = 4096;
  private static final int IN_FINE = 8;
  private static final int MEANS_IN_RING = 48;
  private static final int NONE = -1;

  private final int coarseShift;
  private final int fineShift;
  private final int ringMask;
  private final int fineMask;
  private final int[] count;
  private final int[] newest;
  private final int coarseBuckets;
  private long[] memory;
  private int[] next;
  private int free = NONE;
  private int chunks;

  private long coarse;
  private int fine;
  private long[] run = new long[64 * LONGS];
  private int head;
  private int tail;

  /**
   * A ring for so many events.
   *
   * @param meanNs the mean delay from taking an event to the event it makes
   */
  TrialLadder(int pending, double meanNs) {
    double nsAnEvent = meanNs / pending;
    int coarseBits = Math.min(IN_COARSE, Math.max(IN_FINE, pending / 64));
    coarseShift = shiftOf(nsAnEvent * coarseBits);
    fineShift = Math.min(coarseShift, shiftOf(nsAnEvent * IN_FINE));
    int wanted = (int) (MEANS_IN_RING * meanNs / (1L << coarseShift)) + 1;
    coarseBuckets = Integer.highestOneBit(wanted) << 1;
    ringMask = coarseBuckets - 1;
    int fineBuckets = 1 << (coarseShift - fineShift);
    fineMask = fineBuckets - 1;
    count = new int[coarseBuckets + fineBuckets];
    newest = new int[coarseBuckets + fineBuckets];
    Arrays.fill(newest, NONE);
    int reserve = pending / CHUNK * 5 / 4 + coarseBuckets + fineBuckets + 64;
    memory = new long[reserve * CHUNK_LONGS];
    next = new int[reserve];
    fine = NONE;
  }

  void add(long timeNs, long key, long envelope, long a, long b) {
    long bucket = timeNs >>> coarseShift;
    if (bucket != coarse) {
      put((int) bucket & ringMask, timeNs, key, envelope, a, b);
      return;
    }
    int inFine = (int) (timeNs >>> fineShift) & fineMask;
    if (inFine > fine) {
      put(coarseBuckets + inFine, timeNs, key, envelope, a, b);
    } else {
      insert(timeNs, key, envelope, a, b);
    }
  }

  /** Takes the earliest event; there must be one. */
  void take(Event into) {
    while (head == tail) {
      advance();
    }
    int at = head;
    into.timeNs = run[at];
    into.key = run[at + 1];
    into.envelope = run[at + 2];
    into.a = run[at + 3];
    into.b = run[at + 4];
    head = at + LONGS;
  }

  private void advance() {
    head = 0;
    tail = 0;
    while (fine < fineMask) {
      fine++;
      if (count[coarseBuckets + fine] > 0) {
        sortFine(coarseBuckets + fine);
        return;
      }
    }
    fine = NONE;
    do {
      coarse++;
    } while (count[(int) coarse & ringMask] == 0);
    spread((int) coarse & ringMask);
  }

  private void sortFine(int bucket) {
    int left = count[bucket];
    int chunk = newest[bucket];
    count[bucket] = 0;
    newest[bucket] = NONE;
    while (left > 0) {
      int inChunk = ((left - 1) & (CHUNK - 1)) + 1;
      int from = chunk * CHUNK_LONGS;
      for (int at = from; at < from + inChunk * LONGS; at += LONGS) {
        insert(memory[at], memory[at + 1], memory[at + 2], memory[at + 3], memory[at + 4]);
      }
      left -= inChunk;
      chunk = release(chunk);
    }
  }

  private void spread(int bucket) {
    int left = count[bucket];
    int chunk = newest[bucket];
    count[bucket] = 0;
    newest[bucket] = NONE;
    while (left > 0) {
      int inChunk = ((left - 1) & (CHUNK - 1)) + 1;
      int from = chunk * CHUNK_LONGS;
      for (int at = from; at < from + inChunk * LONGS; at += LONGS) {
        long timeNs = memory[at];
        int inFine = (int) (timeNs >>> fineShift) & fineMask;
        put(
            coarseBuckets + inFine,
            timeNs,
            memory[at + 1],
            memory[at + 2],
            memory[at + 3],
            memory[at + 4]);
      }
      left -= inChunk;
      chunk = release(chunk);
    }
  }

  private void put(int bucket, long timeNs, long key, long envelope, long a, long b) {
    int before = count[bucket]++;
    int within = before & (CHUNK - 1);
    if (within == 0) {
      newest[bucket] = claim(newest[bucket]);
    }
    int at = newest[bucket] * CHUNK_LONGS + within * LONGS;
    memory[at] = timeNs;
    memory[at + 1] = key;
    memory[at + 2] = envelope;
    memory[at + 3] = a;
    memory[at + 4] = b;
  }

  private void insert(long timeNs, long key, long envelope, long a, long b) {
    if (tail == run.length) {
      run = Arrays.copyOf(run, run.length * 2);
    }
    int hole = tail;
    tail += LONGS;
    while (hole > head
        && (run[hole - LONGS] > timeNs
            || (run[hole - LONGS] == timeNs && run[hole - LONGS + 1] > key))) {
      System.arraycopy(run, hole - LONGS, run, hole, LONGS);
      hole -= LONGS;
    }
    run[hole] = timeNs;
    run[hole + 1] = key;
    run[hole + 2] = envelope;
    run[hole + 3] = a;
    run[hole + 4] = b;
  }

  private int claim(int successor) {
    int chunk = free;
    if (chunk == NONE) {
      chunk = chunks++;
      if (chunk == next.length) {
        next = Arrays.copyOf(next, chunk * 5 / 4);
        memory = Arrays.copyOf(memory, next.length * CHUNK_LONGS);
      }
    } else {
      free = next[chunk];
    }
    next[chunk] = successor;
    return chunk;
  }

  private int release(int chunk) {
    int successor = next[chunk];
    next[chunk] = free;
    free = chunk;
    return successor;
  }

  private static int shiftOf(double widthNs) {
    return 63 - Long.numberOfLeadingZeros(Math.max(1, (long) widthNs));
  }
}
