package dev.haishin.engine;

/** Hears of events that a queue will give soon, so that what they need can be fetched together. */
@FunctionalInterface
public interface ComingEvents {

  /** One event that comes before long; it may be told of twice, or not at all. */
  void soon(long envelope, long a, long b);
}
