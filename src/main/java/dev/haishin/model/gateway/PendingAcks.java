package dev.haishin.model.gateway;

import java.util.Arrays;

/**
 * Delivery acknowledgements on their way up to a gateway, the earliest first.
 *
 * <p>A frame that finds its client connected is acknowledged two legs after it left, on the same
 * connection. If the client closes first, its farewell arrives first, so the gateway's own table
 * says which acknowledgements never came: none needs an event. A binary heap, 16 bytes each.
 */
final class PendingAcks {
  private long[] atNs = new long[64];
  private long[] link = new long[64];
  private int size;

  void add(long arrivalNs, long ofLink) {
    if (size == atNs.length) {
      atNs = Arrays.copyOf(atNs, size * 2);
      link = Arrays.copyOf(link, size * 2);
    }
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (!precedes(arrivalNs, ofLink, parent)) {
        break;
      }
      atNs[hole] = atNs[parent];
      link[hole] = link[parent];
      hole = parent;
    }
    atNs[hole] = arrivalNs;
    link[hole] = ofLink;
  }

  /** When the next one arrives; {@code Long.MAX_VALUE} if none is under way. */
  long nextNs() {
    return size == 0 ? Long.MAX_VALUE : atNs[0];
  }

  /** Takes the next one; the connection that it comes on. */
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
