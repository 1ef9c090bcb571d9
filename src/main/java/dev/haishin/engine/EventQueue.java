package dev.haishin.engine;

/**
 * Pending events in the total order (time, key).
 *
 * <p>Keys are unique, so the order is strict and every implementation pops the same sequence. Time
 * never runs backwards: nothing is added before the last event taken.
 */
public interface EventQueue {

  /** Adds one event; its five longs are copied. */
  void add(long timeNs, long key, long envelope, long a, long b);

  /**
   * Takes the earliest event if it lies before a limit.
   *
   * @param limitNs exclusive
   * @return whether {@code into} was filled
   */
  boolean pollBefore(long limitNs, Event into);

  /** The earliest pending instant, {@code Long.MAX_VALUE} when empty. */
  long nextTimeNs();

  /** How many events are pending. */
  int size();

  /** Has a listener told of events a little before they are taken; a queue may stay silent. */
  default void announceTo(ComingEvents listener) {}

  /** Shows every pending event, in no particular order; for the census at the end of a run. */
  void forEach(Event into, Runnable visit);
}
