package dev.haishin.model.gateway;

import dev.haishin.engine.CounterHash;
import dev.haishin.model.network.AccessNetwork;
import dev.haishin.model.population.Heartbeat;

/**
 * When in a period the beats of a connection arrive at its gateway: phase and latency, both hashes
 * of (user, generation), so that nobody needs to remember the instant.
 *
 * <p>Instants lie on a grid of 2^32 points a period, 47 ns apart at 200 s: a point is what a table
 * of connections sorts by. Connections that do not beat have a point all the same, a hash of
 * theirs.
 */
final class BeatClock {
  private static final double POINTS = 0x1.0p32;

  private final Heartbeat heartbeat;
  private final AccessNetwork access;
  private final long periodNs;
  private final double pointsPerNs;

  BeatClock(Heartbeat heartbeat, AccessNetwork access) {
    this.heartbeat = heartbeat;
    this.access = access;
    this.periodNs = heartbeat.periodNs();
    this.pointsPerNs = POINTS / periodNs;
  }

  /** Between two beats, nanoseconds. */
  long periodNs() {
    return periodNs;
  }

  /** The point of a connection, 32 bits without a sign. */
  int point(int user, int generation) {
    if (!heartbeat.isFixed()) {
      return (int) CounterHash.mix(((long) user << 32) | generation);
    }
    long arrivalNs = heartbeat.phaseNs(user, generation) + access.latencyNs(user, generation);
    while (arrivalNs >= periodNs) {
      arrivalNs -= periodNs;
    }
    return (int) (long) Math.min(arrivalNs * pointsPerNs, POINTS - 1);
  }

  /** A point that does not lie behind an instant of a period, and hardly before it. */
  int pointBefore(long withinNs) {
    return (int) (long) Math.max(0, Math.min(withinNs * pointsPerNs, POINTS - 1) - 2);
  }

  /** The instant of a point after the beginning of a period, nanoseconds. */
  long instantNs(int point) {
    return Math.multiplyHigh((point & 0xffff_ffffL) << 31, periodNs << 1);
  }
}
