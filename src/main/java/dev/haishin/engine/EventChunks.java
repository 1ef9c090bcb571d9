package dev.haishin.engine;

import java.util.Arrays;

/**
 * Storage for events in chunks of {@link #EVENTS}, which are numbered, chained and recycled.
 *
 * <p>Chunks lie in slabs that are never copied, so growing by one event never costs a pass over all
 * of them. A chunk takes an odd number of cache lines: first lines of many chunks then spread over
 * all sets of a cache instead of crowding into a few.
 */
final class EventChunks {
  static final int EVENTS = 64;
  static final int LONGS = 5;
  static final int NONE = -1;

  private static final int CHUNK_LONGS = EVENTS * LONGS + 8;
  private static final int SLAB_BITS = 7;
  private static final int SLAB_CHUNKS = 1 << SLAB_BITS;

  private long[][] slabs = new long[4][];
  private int[] next = new int[4 * SLAB_CHUNKS];
  private int firstFree = NONE;
  private int chunks;

  /** Takes a chunk whose successor is another chunk, or {@link #NONE}. */
  int take(int successor) {
    if (firstFree == NONE) {
      grow();
    }
    int chunk = firstFree;
    firstFree = next[chunk];
    next[chunk] = successor;
    return chunk;
  }

  /** Gives a chunk back, and tells its successor. */
  int release(int chunk) {
    int successor = next[chunk];
    next[chunk] = firstFree;
    firstFree = chunk;
    return successor;
  }

  int next(int chunk) {
    return next[chunk];
  }

  /** The array that holds a chunk; its first event starts at {@link #offset}. */
  long[] slab(int chunk) {
    return slabs[chunk >>> SLAB_BITS];
  }

  int offset(int chunk) {
    return (chunk & (SLAB_CHUNKS - 1)) * CHUNK_LONGS;
  }

  /** Writes an event to one of the {@link #EVENTS} places of a chunk. */
  void put(int chunk, int place, long timeNs, long key, long envelope, long a, long b) {
    long[] slab = slab(chunk);
    int at = offset(chunk) + place * LONGS;
    slab[at] = timeNs;
    slab[at + 1] = key;
    slab[at + 2] = envelope;
    slab[at + 3] = a;
    slab[at + 4] = b;
  }

  private void grow() {
    int slab = chunks >>> SLAB_BITS;
    if (slab == slabs.length) {
      slabs = Arrays.copyOf(slabs, slab * 2);
      next = Arrays.copyOf(next, slab * 2 * SLAB_CHUNKS);
    }
    slabs[slab] = new long[SLAB_CHUNKS * CHUNK_LONGS];
    chunks += SLAB_CHUNKS;
    for (int chunk = chunks - 1; chunk >= chunks - SLAB_CHUNKS; chunk--) {
      next[chunk] = firstFree;
      firstFree = chunk;
    }
  }
}
