package dev.haishin.model.gateway;

import java.util.Arrays;

/**
 * What will happen on which connection, the earliest first, where no other process has a part in
 * it: such a thing needs no event. A binary heap, 16 bytes each.
 */
final class LinkAgenda {
  private long[] atNs = new long[64];
  private long[] link = new long[64];
  private int size;

  void add(long dueNs, long ofLink) {
    if (size == atNs.length) {
      atNs = Arrays.copyOf(atNs, size * 2);
      link = Arrays.copyOf(link, size * 2);
    }
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (!precedes(dueNs, ofLink, parent)) {
        break;
      }
      atNs[hole] = atNs[parent];
      link[hole] = link[parent];
      hole = parent;
    }
    atNs[hole] = dueNs;
    link[hole] = ofLink;
  }

  int size() {
    return size;
  }

  /** When the next thing happens; {@code Long.MAX_VALUE} if there is none. */
  long nextNs() {
    return size == 0 ? Long.MAX_VALUE : atNs[0];
  }

  /** Takes the next one: the connection that it happens on. */
  long take() {
    long first = link[0];
    size--;
    siftDown(atNs[size], link[size]);
    return first;
  }

  void clear() {
    size = 0;
  }

  private void siftDown(long lastNs, long lastLink) {
    int hole = 0;
    int child;
    while ((child = 2 * hole + 1) < size) {
      if (child + 1 < size && precedes(atNs[child + 1], link[child + 1], child)) {
        child++;
      }
      if (precedes(lastNs, lastLink, child)) {
        break;
      }
      atNs[hole] = atNs[child];
      link[hole] = link[child];
      hole = child;
    }
    atNs[hole] = lastNs;
    link[hole] = lastLink;
  }

  private boolean precedes(long oneNs, long oneLink, int other) {
    return oneNs < atNs[other] || (oneNs == atNs[other] && oneLink < link[other]);
  }
}
