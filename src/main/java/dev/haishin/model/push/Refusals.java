package dev.haishin.model.push;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;

/**
 * A provider's refusals of a cell, rack by rack: two words each, when the answer is back and which
 * push of which relay it is for. They are told ahead of time and take effect at theirs.
 */
final class Refusals {
  private static final int LONGS = 2;
  private static final int RELAY_SHIFT = 32;
  private static final int RELAY_BITS = 15;
  private static final int LIFE_SHIFT = RELAY_SHIFT + RELAY_BITS;
  private static final int LIFE_BITS = 14;
  private static final int STEP_SHIFT = LIFE_SHIFT + LIFE_BITS;

  private final IntArrayList racks = new IntArrayList();
  private final List<LongArrayList> words = new ArrayList<>();

  /** The number of a rack, known by the process that its events come from. */
  int rack(int process) {
    int rack = racks.indexOf(process);
    if (rack < 0) {
      rack = racks.size();
      racks.add(process);
      words.add(new LongArrayList());
    }
    return rack;
  }

  /**
   * Adds one.
   *
   * @param step what the relay does then: one of {@link RelayRack#REFUSED}, {@link
   *     RelayRack#FAILED} and {@link RelayRack#VOID}
   */
  void add(int rack, long replyAtNs, int step, long place) {
    words.get(rack).add(replyAtNs);
    words.get(rack).add((long) step << STEP_SHIFT | place);
  }

  /** Sends each rack its refusals. */
  void send(Port from, long atNs) {
    for (int rack = 0; rack < racks.size(); rack++) {
      LongArrayList refused = words.get(rack);
      if (!refused.isEmpty()) {
        for (int i = 0; i < refused.size(); i++) {
          from.attach(refused.getLong(i));
        }
        refused.clear();
        PushRelay.refuse(from, racks.getInt(rack), atNs);
      }
    }
  }

  /**
   * One word for a push: the row, the number of the relay in its rack, and which of the relay's
   * lives the push belongs to.
   */
  static long place(int relay, int life, int row) {
    return (long) (life & (1 << LIFE_BITS) - 1) << LIFE_SHIFT | (long) relay << RELAY_SHIFT | row;
  }

  /** Whether a place belongs to a life of its relay. */
  static boolean isOfLife(long place, int life) {
    int bits = (1 << LIFE_BITS) - 1;
    return (place >>> LIFE_SHIFT & bits) == (life & bits);
  }

  static int row(long place) {
    return (int) place;
  }

  /** How many refusals an event brings. */
  static int count(Event event) {
    return event.wordCount() / LONGS;
  }

  static long replyAtNs(Event event, int index) {
    return event.word(index * LONGS);
  }

  /** Which push it is about, see {@link #place}. */
  static long place(Event event, int index) {
    return event.word(index * LONGS + 1) & (1L << STEP_SHIFT) - 1;
  }

  static int step(Event event, int index) {
    return (int) (event.word(index * LONGS + 1) >>> STEP_SHIFT);
  }

  static int relay(Event event, int index) {
    return (int) (event.word(index * LONGS + 1) >>> RELAY_SHIFT) & (1 << RELAY_BITS) - 1;
  }
}
