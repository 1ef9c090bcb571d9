package dev.haishin.model.gateway;

import dev.haishin.engine.Distribution;

/** Where a gateway's heartbeats are answered. */
@FunctionalInterface
interface BeatSink {

  /**
   * So many beats arrive at one instant.
   *
   * @param of a user, whose connection's loop answers, or the number of a loop
   */
  void beats(int of, long atNs, long count, Distribution cost);
}
