package dev.haishin.model.redis;

import dev.haishin.engine.CounterHash;
import dev.haishin.model.failure.Outages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Plays through what a cluster does about the outages of its machines, by Redis's own rules, before
 * a run.
 *
 * <p>A master that is gone is suspected after the node time-out and failed once a majority agrees.
 * Its replicas that hold its data ask for votes 500 ms, a random part of 500 ms and a second a rank
 * later; an election needs a majority of all masters alive, and a vote goes to one candidate an
 * epoch, so of two that ask within a network latency of each other the later loses and tries again
 * after four node time-outs. A master that is back before that is master again, with nothing in
 * memory, and its replicas copy that; one that is back later becomes a replica of its successor. A
 * cluster that has lost the majority of its masters closes after the node time-out.
 *
 * <p>Left out: partitions between nodes that are alive, manual fail-over, replica migration.
 */
final class Failover {
  private static final int DOWN = 0;
  private static final int UP = 1;
  private static final int ASK = 2;
  private static final int WIN = 3;
  private static final long NEVER = Outages.NEVER;

  private final FailoverRules rules;
  private final ReplicaPlacement placement;
  private final Outages outages;
  private final long latencyNs;
  private final long key;
  private final Reigns reigns;
  private final PriorityQueue<Step> steps =
      new PriorityQueue<>(Comparator.comparingLong(Step::atNs).thenComparingInt(Step::order));
  private final boolean[] alive;
  private final int[] master;
  private final int[] mandate;
  private final long[] orphanedNs;
  private final long[] lostNs;
  private final boolean[] elected;
  private final long[][] syncedNs;
  private long lastAskNs = -NEVER / 2;
  private long noMajorityNs = NEVER;
  private int draws;
  private int order;

  private Failover(
      FailoverRules rules, ReplicaPlacement placement, Outages outages, long latencyNs, long key) {
    this.rules = rules;
    this.placement = placement;
    this.outages = outages;
    this.latencyNs = latencyNs;
    this.key = key;
    int shards = placement.shards();
    reigns = new Reigns(shards);
    alive = new boolean[shards];
    Arrays.fill(alive, true);
    master = new int[shards];
    mandate = new int[shards];
    orphanedNs = new long[shards];
    Arrays.fill(orphanedNs, NEVER);
    lostNs = new long[shards];
    elected = new boolean[shards];
    syncedNs = new long[shards][placement.nodes()];
  }

  /**
   * The course of a cluster.
   *
   * @param outages of its machines
   * @param latencyNs one way between two of its machines
   * @param name of the cluster; keys what is drawn
   */
  static Reigns play(
      FailoverRules rules,
      ReplicaPlacement placement,
      Outages outages,
      long latencyNs,
      long seed,
      String name) {
    long key = CounterHash.key(seed, "redis.failover", name);
    return new Failover(rules, placement, outages, latencyNs, key).play();
  }

  private Reigns play() {
    for (int machine = 0; machine < outages.hosts(); machine++) {
      for (int i = 0; i < outages.count(machine); i++) {
        add(outages.downNs(machine, i), DOWN, machine, 0, 0);
        if (outages.upNs(machine, i) != NEVER) {
          add(outages.upNs(machine, i), UP, machine, 0, 0);
        }
      }
    }
    while (!steps.isEmpty()) {
      Step step = steps.poll();
      switch (step.what) {
        case DOWN -> down(step.atNs, step.subject);
        case UP -> up(step.atNs, step.subject);
        case ASK -> ask(step);
        default -> win(step);
      }
    }
    for (int shard = 0; shard < placement.shards(); shard++) {
      recovered(shard, NEVER);
    }
    watchMajority(NEVER, true);
    return reigns;
  }

  private void down(long atNs, int machine) {
    alive[machine] = false;
    for (int[] at : nodesOn(machine)) {
      if (master[at[0]] == at[1]) {
        orphan(atNs, at[0]);
      } else {
        syncedNs[at[0]][at[1]] = NEVER;
      }
    }
    watchMajority(atNs, hasMajority());
  }

  /** A shard has lost its master. */
  private void orphan(long atNs, int shard) {
    orphanedNs[shard] = atNs;
    mandate[shard]++;
    long failedNs =
        atNs
            + rules.nodeTimeoutNs()
            + FailoverRules.AGREEMENT_NS
            + draw(FailoverRules.AGREEMENT_SPREAD_NS);
    lostNs[shard] = failedNs;
    int rank = 0;
    for (int node = 0; node < placement.nodes(); node++) {
      boolean isUp = !outages.isDown(placement.machine(shard, node), atNs);
      if (node != master[shard] && isUp && syncedNs[shard][node] <= atNs) {
        add(failedNs + delayNs(rank++), ASK, shard, node, mandate[shard]);
      }
    }
  }

  private void up(long atNs, int machine) {
    alive[machine] = true;
    for (int[] at : nodesOn(machine)) {
      int shard = at[0];
      if (master[shard] == at[1]) {
        mandate[shard]++;
        elected[shard] = false;
        reigns.add(shard, atNs, at[1], true);
        recovered(shard, atNs);
        copyAll(shard, atNs);
      } else if (isAlive(shard)) {
        syncedNs[shard][at[1]] = atNs + FailoverRules.COPY_NS;
      }
    }
    watchMajority(atNs, hasMajority());
  }

  private void ask(Step step) {
    int shard = step.subject;
    boolean isOver = step.mandate != mandate[shard];
    boolean isStale = step.atNs - orphanedNs[shard] > rules.validNs();
    boolean hasData = syncedNs[shard][step.node] <= orphanedNs[shard];
    if (isOver || isStale || !hasData) {
      return;
    }
    boolean isAlone = step.atNs - lastAskNs >= latencyNs;
    lastAskNs = step.atNs;
    if (isAlone && !elected[shard] && hasMajority()) {
      elected[shard] = true;
      add(step.atNs + 2 * latencyNs, WIN, shard, step.node, step.mandate);
    } else {
      add(step.atNs + rules.retryNs() + delayNs(0), ASK, shard, step.node, step.mandate);
    }
  }

  private void win(Step step) {
    int shard = step.subject;
    if (step.mandate != mandate[shard]) {
      return;
    }
    elected[shard] = false;
    if (!alive[placement.machine(shard, step.node)]) {
      return;
    }
    mandate[shard]++;
    master[shard] = step.node;
    reigns.add(shard, step.atNs, step.node, false);
    recovered(shard, step.atNs);
    for (int node = 0; node < placement.nodes(); node++) {
      if (syncedNs[shard][node] == NEVER && alive[placement.machine(shard, node)]) {
        syncedNs[shard][node] = step.atNs + FailoverRules.COPY_NS;
      }
    }
    syncedNs[shard][step.node] = step.atNs;
    watchMajority(step.atNs, hasMajority());
  }

  /** All replicas of a master that came back empty copy it. */
  private void copyAll(int shard, long atNs) {
    for (int node = 0; node < placement.nodes(); node++) {
      boolean isUp = alive[placement.machine(shard, node)];
      syncedNs[shard][node] = isUp ? atNs + FailoverRules.COPY_NS : NEVER;
    }
  }

  private void recovered(int shard, long atNs) {
    boolean wasClosed = rules.fullCoverage() && lostNs[shard] < atNs;
    if (orphanedNs[shard] != NEVER && wasClosed) {
      reigns.close(lostNs[shard], atNs);
    }
    orphanedNs[shard] = NEVER;
  }

  private void watchMajority(long atNs, boolean hasMajority) {
    if (!hasMajority) {
      noMajorityNs = Math.min(noMajorityNs, atNs);
    } else if (noMajorityNs != NEVER) {
      long closedNs = noMajorityNs + rules.nodeTimeoutNs();
      if (closedNs < atNs) {
        reigns.close(closedNs, atNs == NEVER ? NEVER : atNs + FailoverRules.REJOIN_NS);
      }
      noMajorityNs = NEVER;
    }
  }

  private boolean hasMajority() {
    int count = 0;
    for (int shard = 0; shard < placement.shards(); shard++) {
      count += isAlive(shard) ? 1 : 0;
    }
    return count > placement.shards() / 2;
  }

  private boolean isAlive(int shard) {
    return alive[placement.machine(shard, master[shard])];
  }

  /** The nodes that run on a machine, as pairs of shard and node. */
  private List<int[]> nodesOn(int machine) {
    List<int[]> found = new ArrayList<>();
    for (int shard = 0; shard < placement.shards(); shard++) {
      for (int node = 0; node < placement.nodes(); node++) {
        if (placement.machine(shard, node) == machine) {
          found.add(new int[] {shard, node});
        }
      }
    }
    return found;
  }

  private long delayNs(int rank) {
    return FailoverRules.DELAY_NS
        + draw(FailoverRules.DELAY_SPREAD_NS)
        + rank * FailoverRules.RANK_NS;
  }

  private long draw(long belowNs) {
    return (long) (CounterHash.fraction(key, draws++) * belowNs);
  }

  private void add(long atNs, int what, int subject, int node, int ofMandate) {
    steps.add(new Step(atNs, order++, what, subject, node, ofMandate));
  }

  /** Something that happens to a machine or a shard. */
  private record Step(long atNs, int order, int what, int subject, int node, int mandate) {}
}
