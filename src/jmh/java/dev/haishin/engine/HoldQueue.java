package dev.haishin.engine;

/**
 * What the hold model asks of a queue: exact (time, key) order, where a key is the origin process
 * and its sequence number, and nothing else that a simulation needs.
 */
interface HoldQueue {

  /** Adds one event, not before the last one taken; its five longs are copied. */
  void add(long timeNs, long key, long envelope, long a, long b);

  /** Takes the earliest event; there must be one. */
  void take(Event into);
}
