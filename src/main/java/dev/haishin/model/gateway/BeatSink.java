package dev.haishin.model.gateway;

import dev.haishin.engine.Distribution;

/** Where a gateway's heartbeats are answered. */
@FunctionalInterface
interface BeatSink {

  /** So many beats arrive on a connection's loop at one instant. */
  void beats(int slot, long atNs, long count, Distribution cost);
}
