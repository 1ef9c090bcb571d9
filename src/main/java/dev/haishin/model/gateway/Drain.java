package dev.haishin.model.gateway;

import dev.haishin.engine.Port;
import dev.haishin.model.network.AccessLeg;

/**
 * A gateway that is taken out of service: it asks its clients to move, one after the other, spread
 * evenly over the time that it has, in the order of their points in the heartbeat period. The last
 * tenth of the time, a second at most, is left to those who are on their way.
 */
final class Drain {
  private static final long LEAST_STEP_NS = 10_000_000;
  private static final long MOST_STEPS = 100_000;
  private static final long LONGEST_GRACE_NS = 1_000_000_000;
  private static final long POINTS = 1L << 32;

  private final Port port;
  private final GatewayConfig config;
  private final GatewaySite site;
  private final ConnectionTable table;
  private final Egress egress;
  private final AccessLeg leg;
  private long startNs;
  private long overNs;

  Drain(
      Port port,
      GatewayConfig config,
      GatewaySite site,
      ConnectionTable table,
      Egress egress,
      AccessLeg leg) {
    this.port = port;
    this.config = config;
    this.site = site;
    this.table = table;
    this.egress = egress;
    this.leg = leg;
  }

  /** Begins now, to be done within a time. */
  void begin(long withinNs) {
    startNs = port.nowNs();
    overNs = withinNs - Math.min(withinNs / 10, LONGEST_GRACE_NS);
    step(0);
  }

  /** Asks those whose turn it is. */
  void step(long number) {
    long steps = Math.max(1, Math.min(MOST_STEPS, overNs / LEAST_STEP_NS));
    long firstPoint = number * POINTS / steps;
    long endPoint = (number + 1) * POINTS / steps;
    int place = table.firstFrom((int) firstPoint);
    while (place < table.places()) {
      long entry = table.entryAt(place);
      if (entry != ConnectionTable.EMPTY) {
        if (Integer.toUnsignedLong(ConnectionTable.point(entry)) >= endPoint) {
          break;
        }
        ask(ConnectionTable.user(entry), table.generationAt(place), table.stateAt(place));
      }
      place++;
    }
    if (number + 1 < steps) {
      long nextNs = startNs + overNs / steps * (number + 1) + overNs % steps * (number + 1) / steps;
      port.at(Math.max(port.nowNs(), nextNs), GatewayKinds.DRAIN_STEP, number + 1, 0);
    }
  }

  private void ask(int user, int generation, int state) {
    if (state != ConnectionTable.QUIET && state != ConnectionTable.SILENT) {
      long nowNs = port.nowNs();
      long leftNs = egress.message(user, nowNs, config.frameOutCost(), Wire.SMALL_BODY_BYTES);
      if (site.livesUntil(leftNs, nowNs)) {
        site.clients().moved(port, leg.arrivalNs(user, generation, leftNs), user, generation);
      }
    }
  }
}
