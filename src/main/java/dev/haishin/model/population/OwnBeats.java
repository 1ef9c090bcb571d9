package dev.haishin.model.population;

import dev.haishin.delivery.AdaptiveHeartbeat;
import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Port;
import dev.haishin.model.gateway.Gateway;

/**
 * The beats of a shard's users who look for their interval themselves: each is an event of its own,
 * 4 bytes a user remember what they have found out, over all their connections.
 */
final class OwnBeats {
  private final Port port;
  private final UserRows users;
  private final int firstUser;
  private final Surroundings around;
  private final Lines lines;
  private final AdaptiveHeartbeat policy;
  private final int[] found;
  private final long phaseKey;

  OwnBeats(Port port, UserRows users, int firstUser, Surroundings around, Lines lines, long seed) {
    this.port = port;
    this.users = users;
    this.firstUser = firstUser;
    this.around = around;
    this.lines = lines;
    this.policy = around.heartbeat().adaptive();
    this.found = new int[policy == null ? 0 : users.count()];
    this.phaseKey = CounterHash.key(seed, "first-beat", "");
  }

  /** Whether users look for their interval themselves. */
  boolean areOn() {
    return policy != null;
  }

  /** A connection of before the run: its next beat is anywhere in the interval. */
  void openedBefore(int row) {
    if (policy != null) {
      double part = CounterHash.fraction(phaseKey, firstUser + row);
      schedule(row, (long) (part * policy.intervalNs(0)));
    }
  }

  /** A connection stands from now on. */
  void opened(int row) {
    if (policy != null) {
      schedule(row, policy.intervalNs(found[row]));
    }
  }

  /** A beat is due. */
  void due(int row, int generation) {
    if (!users.isConnected(row) || users.generation(row) != generation) {
      return;
    }
    long nowNs = port.nowNs();
    int gateway = users.gateway(row);
    boolean isDark = around.reachable().isDark(gateway, nowNs + lines.legNs(row));
    long noticedNs = around.heartbeat().detectionNs(nowNs);
    boolean isHeldUp = around.reachable().mayBeCut() && lines.answeredNs(row, nowNs) > noticedNs;
    if (lines.isCut(row) || isDark || isHeldUp) {
      port.at(noticedNs, ClientKinds.BEAT_UNANSWERED, row, generation);
      return;
    }
    if (lines.wasIdle(row, policy.intervalNs(found[row]))) {
      found[row] = policy.answered(found[row]);
    }
    long link = Gateway.link(users.slot(row), generation);
    Gateway.beat(port, gateway, lines.beatNs(row), link, firstUser + row);
    schedule(row, policy.intervalNs(found[row]));
  }

  /**
   * The time for an answer is over.
   *
   * @return whether the connection still stands, and is to be given up
   */
  boolean unanswered(int row, int generation) {
    if (!users.isConnected(row) || users.generation(row) != generation) {
      return false;
    }
    found[row] = policy.unanswered(found[row]);
    return true;
  }

  private void schedule(int row, long inNs) {
    port.at(port.nowNs() + inNs, ClientKinds.BEAT, row, users.generation(row));
  }
}
