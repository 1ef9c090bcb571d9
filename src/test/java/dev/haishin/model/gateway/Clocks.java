package dev.haishin.model.gateway;

import dev.haishin.delivery.HeartbeatPolicy;
import dev.haishin.engine.Distributions;
import dev.haishin.model.network.AccessNetwork;
import dev.haishin.model.population.Heartbeat;

/** Clocks of clients with a last mile of 5 ms. */
final class Clocks {
  static final long LEG_NS = 5_000_000;
  static final AccessNetwork ACCESS = new AccessNetwork(Distributions.fixed(LEG_NS), 10_000, 1);

  private Clocks() {}

  static BeatClock of(long periodNs) {
    return new BeatClock(new Heartbeat(HeartbeatPolicy.of(periodNs, 1_000_000_000), 1), ACCESS);
  }
}
