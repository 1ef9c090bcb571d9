package dev.haishin.engine;

import java.util.Arrays;

/** Events from one partition to another, held until the window ends. */
final class Mailbox {
  private static final int HEADER = 6;

  private long[] buffer = new long[HEADER * 64];
  private int used;

  void add(long atNs, long key, long envelope, long a, long b, long[] words, int count) {
    int length = HEADER + count;
    if (used + length > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, used + length));
    }
    buffer[used] = atNs;
    buffer[used + 1] = key;
    buffer[used + 2] = envelope;
    buffer[used + 3] = a;
    buffer[used + 4] = b;
    buffer[used + 5] = count;
    System.arraycopy(words, 0, buffer, used + HEADER, count);
    used += length;
  }

  void drainTo(Partition partition) {
    int at = 0;
    while (at < used) {
      int count = (int) buffer[at + 5];
      partition.enter(
          buffer[at],
          buffer[at + 1],
          buffer[at + 2],
          buffer[at + 3],
          buffer[at + 4],
          buffer,
          at + HEADER,
          count);
      at += HEADER + count;
    }
    used = 0;
  }
}
