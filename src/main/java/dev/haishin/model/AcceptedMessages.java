package dev.haishin.model;

import java.util.Arrays;

/**
 * Which messages the logs of one home have accepted: a bit a message, so that one that was sent
 * twice, for its first acknowledgement was lost, counts once.
 */
final class AcceptedMessages {
  private final long[][] bits;
  private long count;

  /** None of so many origins' messages. */
  AcceptedMessages(int origins) {
    bits = new long[origins][0];
  }

  /** A message is accepted, for the first time or once more. */
  void add(long messageId) {
    int origin = Messages.origin(messageId);
    int row = Messages.row(messageId);
    int word = row >>> 6;
    if (word >= bits[origin].length) {
      bits[origin] = Arrays.copyOf(bits[origin], Math.max(word + 1, 2 * bits[origin].length));
    }
    long bit = 1L << row;
    if ((bits[origin][word] & bit) == 0) {
      bits[origin][word] |= bit;
      count++;
    }
  }

  /** How many, each counted once. */
  long count() {
    return count;
  }
}
