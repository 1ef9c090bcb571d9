package dev.haishin.model.fanout;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;

/**
 * A stretch of a broadcast's audience, as events carry it: who is in it, and for which of them the
 * event carries the pair; to the others the message is sent again.
 *
 * @param audience number of the audience
 * @param first position in the audience
 * @param own a bit a recipient, or null where it carries the pairs of all
 */
record Stretch(long messageId, int audience, int first, int count, long[] own) {

  static Stretch of(Event event) {
    int words = event.wordCount() - 1;
    long[] own = words == 0 ? null : new long[words];
    for (int i = 0; i < words; i++) {
      own[i] = event.word(i + 1);
    }
    return new Stretch(
        event.a(), (int) event.word(0), (int) (event.b() >>> 32), (int) event.b(), own);
  }

  /** Longs of a bit a recipient. */
  static int longs(int recipients) {
    return recipients + 63 >>> 6;
  }

  /** Pairs that a stretch on its way carries. */
  static long ownPairs(Event event) {
    if (event.wordCount() == 1) {
      return (int) event.b();
    }
    long pairs = 0;
    for (int i = 1; i < event.wordCount(); i++) {
      pairs += Long.bitCount(event.word(i));
    }
    return pairs;
  }

  /** Sends it. */
  void send(Port from, int process, long atNs, int kind) {
    from.attach(audience);
    if (own != null) {
      for (long bits : own) {
        from.attach(bits);
      }
    }
    from.send(process, atNs, kind, messageId, ((long) first << 32) | count);
  }

  /** Whether it carries the pair of a recipient, by position in the stretch. */
  boolean owns(int index) {
    return own == null || (own[index >>> 6] >>> index & 1) != 0;
  }

  long ownPairs() {
    long pairs = own == null ? count : 0;
    for (int i = 0; own != null && i < own.length; i++) {
      pairs += Long.bitCount(own[i]);
    }
    return pairs;
  }

  Stretch owning(long[] bits) {
    return new Stretch(messageId, audience, first, count, bits);
  }
}
