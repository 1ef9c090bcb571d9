package dev.haishin.model.gateway;

import dev.haishin.engine.CounterHash;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.Outages;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Chooses the gateway of a new connection, as a load balancer before a region's gateways does: none
 * that is being drained or not ready yet, and none that has not answered health checks.
 *
 * <p>If no gateway is in service, the choice falls on one that is not.
 */
public final class Balancer {
  private static final int TRIES = 32;

  private final Balancing balancing;
  private final int first;
  private final long[] readyNs;
  private final Outages outages;
  private final Outages away;
  private final LoadBoard board;
  private final long key;
  private long leastAtSecond = -1;
  private int least;

  /**
   * A balancer of one client shard.
   *
   * @param first gateways that there are from the start
   * @param added those that follow them
   * @param drains when gateways are taken out of service
   * @param outages of all of them
   * @param board read if the rule counts
   */
  public Balancer(
      Balancing balancing,
      int first,
      List<FailurePlan.GatewaysAdded> added,
      List<FailurePlan.HostsDrained> drains,
      Outages outages,
      LoadBoard board,
      long seed) {
    this.balancing = balancing;
    this.first = first;
    this.readyNs =
        added.stream()
            .flatMapToLong(plan -> LongStream.generate(plan::readyNs).limit(plan.count()))
            .toArray();
    this.outages = outages;
    this.away = away(drains, first + readyNs.length);
    this.board = board;
    this.key = CounterHash.key(seed, "gateway-choice", "");
  }

  /** The number of the gateway for a connection that is begun at an instant. */
  public int choose(int user, int generation, long nowNs) {
    return switch (balancing.rule()) {
      case RANDOM -> random(user, generation, 0, nowNs);
      case LEAST_CONNECTIONS -> least(user, nowNs);
      case TWO_CHOICES -> {
        int one = random(user, generation, 0, nowNs);
        int other = random(user, generation, TRIES, nowNs);
        yield board.connections(other, nowNs) < board.connections(one, nowNs) ? other : one;
      }
    };
  }

  /**
   * Whether any gateway takes new connections. That a whole region is lost is known at once,
   * without health checks.
   */
  public boolean isAnyUp(long nowNs) {
    for (int gateway = 0; gateway < first + readyNs.length; gateway++) {
      boolean isReady = gateway < first || nowNs >= readyNs[gateway - first];
      if (isReady && !away.isDown(gateway, nowNs) && !outages.isDown(gateway, nowNs)) {
        return true;
      }
    }
    return false;
  }

  /** Whether new connections may go to a gateway. */
  boolean isInService(int gateway, long nowNs) {
    if (gateway >= first && nowNs < readyNs[gateway - first]) {
      return false;
    }
    long checkedNs = nowNs - balancing.healthCheckNs();
    return !away.isDown(gateway, nowNs) && (checkedNs < 0 || !outages.isDown(gateway, checkedNs));
  }

  private int random(int user, int generation, int salt, long nowNs) {
    int pool = pool(nowNs);
    int chosen = 0;
    for (int i = salt; i < salt + TRIES; i++) {
      long bits = CounterHash.bits(key + i, user, generation);
      chosen = (int) Math.multiplyHigh(bits >>> 1, (long) pool << 1);
      if (isInService(chosen, nowNs)) {
        return chosen;
      }
    }
    for (int i = 0; i < pool; i++) {
      int next = (chosen + i) % pool;
      if (isInService(next, nowNs)) {
        return next;
      }
    }
    return chosen;
  }

  /** All look at the same counts, so that one gateway gets all connections of a second. */
  private int least(int user, long nowNs) {
    long second = nowNs / LoadBoard.SECOND_NS;
    if (second != leastAtSecond || !isInService(least, nowNs)) {
      leastAtSecond = second;
      least = -1;
      for (int gateway = 0; gateway < first + readyNs.length; gateway++) {
        boolean isBetter =
            least < 0 || board.connections(gateway, nowNs) < board.connections(least, nowNs);
        if (isBetter && isInService(gateway, nowNs)) {
          least = gateway;
        }
      }
      if (least < 0) {
        least = user % first;
      }
    }
    return least;
  }

  /** Gateways among which a random one is sought: up to the last that is ready. */
  private int pool(long nowNs) {
    int pool = first + readyNs.length;
    while (pool > first && nowNs < readyNs[pool - 1 - first]) {
      pool--;
    }
    return pool;
  }

  private static Outages away(List<FailurePlan.HostsDrained> drains, int gateways) {
    Outages away = new Outages(gateways);
    for (FailurePlan.HostsDrained drain : drains) {
      for (int gateway : drain.hosts()) {
        away.add(gateway, drain.atNs(), drain.upNs(), false);
      }
    }
    return away;
  }
}
