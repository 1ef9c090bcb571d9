package dev.haishin.model.population;

import dev.haishin.engine.Port;
import dev.haishin.model.network.AccessLeg;
import dev.haishin.model.network.AccessNetwork;
import dev.haishin.results.Recorder;

/**
 * The last mile as a shard's users have it: when their frames reach the gateways, and which
 * connections a NAT has cut.
 *
 * <p>A connection that its beats keep open needs no watch. One whose NAT forgets sooner is looked
 * at when it may have been idle for long enough.
 */
final class Lines {
  private final Port port;
  private final UserRows users;
  private final int firstUser;
  private final Surroundings around;
  private final Heartbeat heartbeat;
  private final Nat nat;
  private final AccessNetwork access;
  private final AccessLeg leg;

  Lines(
      String name,
      Port port,
      UserRows users,
      int firstUser,
      Surroundings around,
      Nat nat,
      Recorder recorder) {
    this.port = port;
    this.users = users;
    this.firstUser = firstUser;
    this.around = around;
    this.heartbeat = around.heartbeat();
    this.nat = nat;
    Reachable reachable = around.reachable();
    this.access =
        reachable.isOwnOnly()
            ? around.access()
            : around
                .access()
                .beyond(
                    user -> reachable.way(users.gateway(user - firstUser)), reachable.mayBeCut());
    this.leg = access.leg(name, recorder);
  }

  /** Whether connections may be cut for being idle, and are watched for it. */
  boolean areWatched() {
    return nat.isOn();
  }

  /** One way to the present gateway, nanoseconds. */
  long legNs(int row) {
    return access.latencyNs(firstUser + row, users.generation(row));
  }

  /** One way to a gateway on a connection that may be over, nanoseconds. */
  long legNs(int row, int generation, int gatewayProcess) {
    long lastMileNs = around.access().latencyNs(firstUser + row, generation);
    return lastMileNs + around.reachable().way(gatewayProcess).ns();
  }

  /** When a frame that leaves now arrives at the present gateway, if no NAT has cut the way. */
  long arrivalNs(int row) {
    nat.passed(row, port.nowNs());
    return leg.arrivalNs(firstUser + row, users.generation(row), port.nowNs());
  }

  /** When the client has the answer to a beat that it sends at an instant from now on. */
  long answeredNs(int row, long beatNs) {
    long legNs = legNs(row);
    return beatNs + access.cutDelayNs(firstUser + row, beatNs, legNs) + 2 * legNs;
  }

  /** When the gateway sees the first TLS frame of an attempt that starts now: three legs later. */
  long helloNs(int row) {
    int generation = users.generation(row);
    long lostNs = leg.handshakeDelayNs(firstUser + row, generation, port.nowNs(), 3);
    return port.nowNs() + 3 * legNs(row) + lostNs;
  }

  /** Whether a frame on the connection of a generation reaches the client; if so, it is heard. */
  boolean hears(int row, int generation) {
    if (!users.isConnected(row) || users.generation(row) != generation || nat.isCut(row)) {
      return false;
    }
    nat.passed(row, port.nowNs());
    return true;
  }

  /** A frame that nobody waits for will have passed by an instant. */
  void passes(int row, long atNs) {
    nat.passed(row, atNs);
  }

  /** Whether a NAT has cut the present connection. */
  boolean isCut(int row) {
    return nat.isCut(row);
  }

  /** Whether nothing has passed for an interval but the answer to the beat before it. */
  boolean wasIdle(int row, long forNs) {
    return !nat.isOn() || nat.lastNs(row) <= port.nowNs() - forNs + 2 * legNs(row);
  }

  /** A beat of the client's own goes out now and is answered. */
  long beatNs(int row) {
    long atNs = arrivalNs(row);
    nat.passed(row, atNs + legNs(row));
    return atNs;
  }

  /** A connection stands from now on. */
  void opened(int row) {
    if (nat.isOn()) {
      nat.forget(row);
      nat.passed(row, port.nowNs());
      long timeoutNs = nat.timeoutNs(firstUser + row);
      if (!heartbeat.isFixed() || timeoutNs < heartbeat.periodNs() - 2 * legNs(row)) {
        lookAgain(row, timeoutNs);
      }
    }
  }

  /** The connection is gone. */
  void closed(int row) {
    nat.forget(row);
  }

  /**
   * Looks at a connection that may have been idle for too long; whether it has just been cut.
   *
   * @param generation when the look was arranged
   */
  boolean cutsNow(int row, int generation) {
    if (!users.isConnected(row) || users.generation(row) != generation || nat.isCut(row)) {
      return false;
    }
    long timeoutNs = nat.timeoutNs(firstUser + row);
    long leftNs = lastUseNs(row) + timeoutNs - port.nowNs();
    if (leftNs > 0) {
      lookAgain(row, leftNs);
      return false;
    }
    nat.cut(row);
    return true;
  }

  /** When the last frame passed, beats at fixed instants and their answers included. */
  long lastUseNs(int row) {
    long lastNs = nat.lastNs(row);
    if (!heartbeat.isFixed()) {
      return lastNs;
    }
    long nowNs = port.nowNs();
    long nextNs = heartbeat.nextAfterNs(firstUser + row, users.generation(row), nowNs);
    long beatNs = nextNs - heartbeat.periodNs();
    long answerNs = beatNs + 2 * legNs(row);
    return Math.max(lastNs, answerNs <= nowNs ? answerNs : beatNs);
  }

  private void lookAgain(int row, long inNs) {
    if (inNs < around.horizonNs() - port.nowNs()) {
      port.at(port.nowNs() + inNs, ClientKinds.NAT_IDLE, row, users.generation(row));
    }
  }
}
