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

  void add(int rack, long replyAtNs, long place) {
    words.get(rack).add(replyAtNs);
    words.get(rack).add(place);
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

  /** One word for a push: the number of the relay in its rack, and the row there. */
  static long place(int relay, int row) {
    return (long) relay << RELAY_SHIFT | row;
  }

  /** How many refusals an event brings. */
  static int count(Event event) {
    return event.wordCount() / LONGS;
  }

  static long replyAtNs(Event event, int index) {
    return event.word(index * LONGS);
  }

  static int relay(Event event, int index) {
    return (int) (event.word(index * LONGS + 1) >>> RELAY_SHIFT);
  }

  static int row(Event event, int index) {
    return (int) event.word(index * LONGS + 1);
  }
}
