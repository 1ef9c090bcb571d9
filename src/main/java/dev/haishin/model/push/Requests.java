package dev.haishin.model.push;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import java.util.Arrays;

/**
 * Requests of one home's relays to one provider, from a cell's work to the event that brings all of
 * them: five words each.
 */
final class Requests {
  static final int LONGS = 5;
  static final long LATE_BIT = 1L << 32;

  private final int provider;
  private long[] words = new long[LONGS * 16];
  private int length;

  Requests(int provider) {
    this.provider = provider;
  }

  /**
   * Adds a request.
   *
   * @param atNs when it reaches the provider
   * @param replyAtNs when its answer is back at the relay
   * @param relay by its number in the rack
   * @param row of the push at its relay
   */
  void add(long atNs, long replyAtNs, long messageId, int user, boolean late, int relay, int row) {
    if (length == words.length) {
      words = Arrays.copyOf(words, length * 2);
    }
    words[length] = atNs;
    words[length + 1] = replyAtNs;
    words[length + 2] = messageId;
    words[length + 3] = user | (late ? LATE_BIT : 0);
    words[length + 4] = Refusals.place(relay, row);
    length += LONGS;
  }

  /** Sends all that were added, if there are any. */
  void send(Port from, long atNs, long cellEndNs) {
    if (length == 0) {
      return;
    }
    for (int i = 0; i < length; i++) {
      from.attach(words[i]);
    }
    length = 0;
    PushProvider.request(from, provider, atNs, cellEndNs);
  }

  /** How many requests an event brings. */
  static int count(Event event) {
    return event.wordCount() / LONGS;
  }

  /** When a request reaches the provider. */
  static long atNs(Event event, int index) {
    return event.word(index * LONGS);
  }
}
