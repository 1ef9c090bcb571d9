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

  /** In place of the instant of an answer that nobody waits for any more. */
  static final long UNHEARD = -1;

  private static final int OCCASION_SHIFT = 32;

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
   * @param replyAtNs when its answer is back at the relay, or {@link #UNHEARD}
   * @param occasion see {@link #occasion}
   * @param place see {@link Refusals#place}
   */
  void add(long atNs, long replyAtNs, long messageId, long occasion, long place) {
    if (length == words.length) {
      words = Arrays.copyOf(words, length * 2);
    }
    words[length] = atNs;
    words[length + 1] = replyAtNs;
    words[length + 2] = messageId;
    words[length + 3] = occasion;
    words[length + 4] = place;
    length += LONGS;
  }

  /** Tells the requests of one push apart, and the push from others of the message. */
  static long occasion(int user, int attempt) {
    return (long) attempt << OCCASION_SHIFT | user;
  }

  /** Whose push an occasion is about. */
  static int user(long occasion) {
    return (int) occasion;
  }

  /** Which attempt it is, {@link HeldPushes#LATE} for the late notification. */
  static int attempt(long occasion) {
    return (int) (occasion >>> OCCASION_SHIFT);
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
