package dev.haishin.model.fanout;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Stretches of broadcasts that a worker has in work, kept where a worker may die: whoever walks the
 * audience then has to send the rest again.
 */
final class Chunks {
  private final List<Chunk> rows = new ArrayList<>();
  private final IntArrayList free = new IntArrayList();
  private long held;

  /** Takes a chunk in. */
  int open(Chunk chunk) {
    if (free.isEmpty()) {
      rows.add(chunk);
      return rows.size() - 1;
    }
    int row = free.popInt();
    rows.set(row, chunk);
    return row;
  }

  /** A chunk will never begin, as its worker dies before: its own pairs stay with it. */
  void strand(int row) {
    rows.get(row).isStranded = true;
    held += rows.get(row).ownPairs();
  }

  /** One more recipient of a chunk is being worked on. */
  void await(int row) {
    rows.get(row).outstanding++;
  }

  /** A recipient is done. */
  void settle(int row) {
    if (--rows.get(row).outstanding == 0) {
      rows.set(row, null);
      free.add(row);
    }
  }

  /** A recipient of a chunk is lost with its worker. */
  void lose(int row, int user) {
    rows.get(row).lost.add(user);
  }

  /** All chunks in work, to be forgotten. */
  List<Chunk> takeAll() {
    List<Chunk> all = new ArrayList<>();
    for (Chunk chunk : rows) {
      if (chunk != null) {
        all.add(chunk);
      }
    }
    rows.clear();
    free.clear();
    held = 0;
    return all;
  }

  /** Pairs of chunks that will never begin. */
  long heldPairs() {
    return held;
  }

  /** Names the messages of all chunks. */
  void heldMessages(LongConsumer each) {
    for (Chunk chunk : rows) {
      if (chunk != null) {
        each.accept(chunk.stretch.messageId());
      }
    }
  }

  /** One chunk in work. */
  static final class Chunk {
    final Stretch stretch;
    final int broadcaster;
    private final IntOpenHashSet lost = new IntOpenHashSet();
    private boolean isStranded;
    private int outstanding;

    Chunk(Stretch stretch, int broadcaster) {
      this.stretch = stretch;
      this.broadcaster = broadcaster;
    }

    /** The same stretch, its own pairs those that were lost. */
    Stretch rest(Audience audience, int home) {
      if (isStranded) {
        return stretch;
      }
      long[] own = new long[Stretch.longs(stretch.count())];
      for (int i = 0; i < stretch.count(); i++) {
        if (lost.contains(audience.member(home, stretch.first() + i))) {
          own[i >>> 6] |= 1L << i;
        }
      }
      return stretch.owning(own);
    }

    private long ownPairs() {
      return stretch.ownPairs();
    }
  }
}
