package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A queue and the plain heap, given the same work; they must agree in everything. */
final class QueuePair {
  private final EventQueue oracle = new HeapQueue();
  private final EventQueue queue;
  private final Event expected = new Event();
  private final Event got = new Event();
  private long nowNs;

  QueuePair(EventQueue queue) {
    this.queue = queue;
  }

  long nowNs() {
    return nowNs;
  }

  int size() {
    return oracle.size();
  }

  long nextTimeNs() {
    long nextNs = oracle.nextTimeNs();
    check(nextNs, queue.nextTimeNs());
    return nextNs;
  }

  void add(long timeNs, long key) {
    oracle.add(timeNs, key, key * 3, key * 5, key * 7);
    queue.add(timeNs, key, key * 3, key * 5, key * 7);
    check(oracle.size(), queue.size());
  }

  boolean pollBefore(long limitNs) {
    boolean found = oracle.pollBefore(limitNs, expected);
    check(found ? 1 : 0, queue.pollBefore(limitNs, got) ? 1 : 0);
    if (found) {
      nowNs = expected.timeNs;
      check(expected.timeNs, got.timeNs);
      check(expected.key, got.key);
      check(expected.envelope, got.envelope);
      check(expected.a, got.a);
      check(expected.b, got.b);
    }
    check(oracle.size(), queue.size());
    return found;
  }

  /** Both show the same events, whatever the order. */
  void compareContents() {
    check(contents(oracle), contents(queue));
  }

  private static long contents(EventQueue queue) {
    Event event = new Event();
    long[] sum = new long[2];
    queue.forEach(
        event,
        () -> {
          long hash = CounterHash.bits(event.timeNs, event.key, event.envelope);
          sum[0] += CounterHash.bits(hash, event.a, event.b);
          sum[1]++;
        });
    assertEquals(queue.size(), sum[1]);
    return sum[0];
  }

  /** Boxes nothing and makes no text while all is well. */
  private static void check(long expected, long actual) {
    if (expected != actual) {
      assertEquals(expected, actual);
    }
  }
}
