package dev.haishin.model.push;

import java.util.Arrays;

/** Requests under way, the one whose answer comes first on top: a binary heap in two arrays. */
final class ExpectedReplies {
  private long[] times = new long[64];
  private int[] rows = new int[64];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /** When the first answer comes. */
  long firstNs() {
    return times[0];
  }

  /** The row of the first answer. */
  int firstRow() {
    return rows[0];
  }

  void add(long atNs, int row) {
    if (size == rows.length) {
      times = Arrays.copyOf(times, size * 2);
      rows = Arrays.copyOf(rows, size * 2);
    }
    int place = size++;
    while (place > 0) {
      int above = (place - 1) / 2;
      if (times[above] <= atNs) {
        break;
      }
      times[place] = times[above];
      rows[place] = rows[above];
      place = above;
    }
    times[place] = atNs;
    rows[place] = row;
  }

  void removeFirst() {
    size--;
    long atNs = times[size];
    int row = rows[size];
    int place = 0;
    while (2 * place + 1 < size) {
      int below = 2 * place + 1;
      if (below + 1 < size && times[below + 1] < times[below]) {
        below++;
      }
      if (times[below] >= atNs) {
        break;
      }
      times[place] = times[below];
      rows[place] = rows[below];
      place = below;
    }
    times[place] = atNs;
    rows[place] = row;
  }
}
