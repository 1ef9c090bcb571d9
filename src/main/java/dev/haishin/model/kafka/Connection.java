package dev.haishin.model.kafka;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * One producer's connection at a broker. As in Kafka it is muted while one of its requests is being
 * worked on, so requests of a producer keep their order whatever number of handlers there is; those
 * behind wait here, at most {@code max.in.flight}.
 */
final class Connection {
  /** From when on the next request may be worked on, if it is not muted. */
  long freeNs;

  /** What the client may produce; null for as much as it can. */
  ClientQuota quota;

  /** Bytes of the request that was worked on last. */
  long bytes;

  /** The header of the request that came last: it says where answers go. */
  long lastHeader;

  private boolean muted;
  private long header;
  private long serviceNs;
  private long[] current = new long[0];
  private int currentLength;
  private long[] waiting = new long[0];
  private int from;
  private int until;

  boolean isMuted() {
    return muted;
  }

  void mute(boolean on) {
    muted = on;
  }

  /** Keeps the request that is worked on until it leaves the handlers. */
  void keep(long keptHeader, ProduceRequest request, long keptServiceNs) {
    header = keptHeader;
    serviceNs = keptServiceNs;
    currentLength = request.length;
    if (currentLength > current.length) {
      current = new long[Math.max(currentLength, 2 * current.length)];
    }
    System.arraycopy(request.words, 0, current, 0, currentLength);
  }

  /** How long the request that is worked on occupies a handler. */
  long serviceNs() {
    return serviceNs;
  }

  /** Takes the request that was worked on; returns its header. */
  long takeKept(ProduceRequest request) {
    request.load(current, 0, currentLength);
    currentLength = 0;
    return header;
  }

  boolean hasWaiting() {
    return from < until;
  }

  /** Keeps a request until those before it are answered. */
  void add(long header, ProduceRequest request) {
    int longs = request.length + 2;
    if (until + longs > waiting.length) {
      makeRoom(longs);
    }
    waiting[until] = header;
    waiting[until + 1] = request.length;
    System.arraycopy(request.words, 0, waiting, until + 2, request.length);
    until += longs;
  }

  /** Loads the request that waited longest, which goes on waiting. */
  void peekInto(ProduceRequest request) {
    request.load(waiting, from + 2, (int) waiting[from + 1]);
  }

  /** Takes the request that waited longest; returns its header. */
  long takeInto(ProduceRequest request) {
    long header = waiting[from];
    int length = (int) waiting[from + 1];
    request.load(waiting, from + 2, length);
    from += 2 + length;
    return header;
  }

  /** Loads each request that is worked on or waits, and names its header. */
  void forEach(ProduceRequest request, LongConsumer each) {
    request.load(current, 0, currentLength);
    each.accept(header);
    for (int at = from; at < until; at += 2 + request.length) {
      request.load(waiting, at + 2, (int) waiting[at + 1]);
      each.accept(waiting[at]);
    }
  }

  /** Pairs of the relay records that wait here. */
  long heldPairs(RecordPairs pairs, int home) {
    long[] sum = new long[1];
    ProduceRequest request = new ProduceRequest();
    forEach(request, each -> sum[0] += request.heldPairs(pairs, home));
    return sum[0];
  }

  /** Names the messages of the requests that are worked on or wait, among other numbers. */
  void heldMessages(LongConsumer each) {
    for (int i = 0; i < currentLength; i++) {
      each.accept(current[i]);
    }
    for (int i = from; i < until; i++) {
      each.accept(waiting[i]);
    }
  }

  private void makeRoom(int longs) {
    int used = until - from;
    long[] target = waiting;
    if (used + longs > waiting.length / 2) {
      target = Arrays.copyOf(waiting, Math.max(2 * waiting.length, used + longs));
    }
    System.arraycopy(waiting, from, target, 0, used);
    waiting = target;
    from = 0;
    until = used;
  }
}
