package dev.haishin.engine;

import java.util.Arrays;

/**
 * A hierarchical timing wheel of five-long events (Varghese, Lauck: IEEE/ACM ToN 5(6), 1997) that
 * keeps exact order: a yardstick, and nothing that a simulation can run on.
 *
 * <p>The lowest wheel has slots of fixed width, computed from the known number pending and the
 * known mean delay so that 8 to 16 events share one; a slot of a higher wheel spans a whole
 * turn of the wheel below. An event waits, unsorted, on the lowest wheel that it is less than a
 * turn ahead of. When time reaches a slot of a higher wheel, its events come down; when it reaches
 * one of the lowest, they are sorted. Chunks and sorted run are those of {@link LadderQueue}. What
 * is crowded into one slot is sorted by insertion, however much it is.
 *
 * <p>Instants must not be negative.
 */
final class TrialTimingWheel implements HoldQueue {
  private static final int IN_SLOT = 16;
  private static final int SLOT_BITS = 9;
  private static final int SLOTS = 1 << SLOT_BITS;

  private final int widthBits;
  private final EventChunks chunks = new EventChunks();
  private final SortedRun run = new SortedRun();
  private final int[] count;
  private final int[] newest;

  /** How many events wait on each wheel. */
  private final int[] waiting;

  /** The lowest wheel's slot that the run stands for, counted from time zero. */
  private long current;

  /**
   * A wheel for so many events.
   *
   * @param meanNs the mean delay from taking an event to the event it makes
   */
  TrialTimingWheel(int pending, double meanNs) {
    long widthNs = Math.max(1, (long) (meanNs / pending * IN_SLOT));
    widthBits = Long.SIZE - 1 - Long.numberOfLeadingZeros(widthNs);
    int wheels = (Long.SIZE - widthBits + SLOT_BITS - 1) / SLOT_BITS;
    waiting = new int[wheels];
    count = new int[wheels * SLOTS];
    newest = new int[wheels * SLOTS];
    Arrays.fill(newest, EventChunks.NONE);
  }

  @Override
  public void add(long timeNs, long key, long envelope, long a, long b) {
    long slot = timeNs >>> widthBits;
    if (slot == current) {
      run.insert(timeNs, key, envelope, a, b);
    } else {
      put(slot, timeNs, key, envelope, a, b);
    }
  }

  @Override
  public void take(Event into) {
    while (run.isEmpty()) {
      advance();
    }
    run.takeFirst(into);
  }

  /** Moves on to the next slot of the lowest wheel that has anything waiting. */
  private void advance() {
    int wheel = 0;
    while (waiting[wheel] == 0) {
      wheel++;
    }
    int turnBits = wheel * SLOT_BITS;
    current = ((current >>> turnBits) + 1) << turnBits;
    for (int reached = Long.numberOfTrailingZeros(current) / SLOT_BITS; reached >= 0; reached--) {
      if (reached < waiting.length) {
        empty(reached);
      }
    }
  }

  /** Brings down what waits in the slot of a wheel that time has reached. */
  private void empty(int wheel) {
    int place = placeOf(wheel, current >>> (wheel * SLOT_BITS));
    int left = count[place];
    int chunk = newest[place];
    count[place] = 0;
    newest[place] = EventChunks.NONE;
    waiting[wheel] -= left;
    while (left > 0) {
      int inChunk = ((left - 1) & (EventChunks.EVENTS - 1)) + 1;
      if (wheel == 0) {
        sort(chunk, inChunk);
      } else {
        bringDown(chunk, inChunk);
      }
      left -= inChunk;
      chunk = chunks.release(chunk);
    }
  }

  private void sort(int chunk, int events) {
    long[] slab = chunks.slab(chunk);
    int from = chunks.offset(chunk);
    for (int at = from; at < from + events * EventChunks.LONGS; at += EventChunks.LONGS) {
      run.insert(slab[at], slab[at + 1], slab[at + 2], slab[at + 3], slab[at + 4]);
    }
  }

  private void bringDown(int chunk, int events) {
    long[] slab = chunks.slab(chunk);
    int from = chunks.offset(chunk);
    for (int at = from; at < from + events * EventChunks.LONGS; at += EventChunks.LONGS) {
      add(slab[at], slab[at + 1], slab[at + 2], slab[at + 3], slab[at + 4]);
    }
  }

  private void put(long slot, long timeNs, long key, long envelope, long a, long b) {
    int wheel = 0;
    long ofWheel = slot;
    long now = current;
    while (ofWheel - now >= SLOTS) {
      ofWheel >>>= SLOT_BITS;
      now >>>= SLOT_BITS;
      wheel++;
    }
    int place = placeOf(wheel, ofWheel);
    int before = count[place]++;
    int within = before & (EventChunks.EVENTS - 1);
    if (within == 0) {
      newest[place] = chunks.take(newest[place]);
    }
    waiting[wheel]++;
    chunks.put(newest[place], within, timeNs, key, envelope, a, b);
  }

  private static int placeOf(int wheel, long slot) {
    return (wheel << SLOT_BITS) | ((int) slot & (SLOTS - 1));
  }
}
