package dev.haishin.model.kafka;

import dev.haishin.model.failure.Outages;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Works a consumer group's rebalances out from the outages of its workers.
 *
 * <p>Nobody leaves a group by dying: its coordinator takes a worker out a session time-out after
 * the last heartbeat, and rebalances. A worker that comes back joins as somebody new, which
 * rebalances too; but a rebalance waits for every member to join again, hence for the session of a
 * dead one to end. While it waits, eager members have given up everything; cooperative ones fetch
 * on. Whoever joins while a rebalance waits is part of it; what happens later begins the next one.
 */
final class Rebalances {
  private static final long NEVER = Outages.NEVER;

  private final int partitions;
  private final Outages outages;
  private final GroupSettings settings;
  private final List<GroupTimeline.Step> steps = new ArrayList<>();
  private int[] owners;
  private long lastDecidedNs = -1;

  Rebalances(int partitions, Outages outages, GroupSettings settings) {
    this.partitions = partitions;
    this.outages = outages;
    this.settings = settings;
  }

  List<GroupTimeline.Step> steps() {
    owners = new int[partitions];
    Assignment.range(owners, living(-1));
    long endNs = 0;
    for (long triggerNs : triggers()) {
      if (triggerNs > lastDecidedNs) {
        long startNs = Math.max(triggerNs, endNs);
        long decidedNs = decidedNs(startNs);
        endNs = decidedNs + settings.rebalanceNs();
        rebalance(startNs, decidedNs, endNs);
        lastDecidedNs = decidedNs;
      }
    }
    return steps;
  }

  /** When the coordinator misses a worker that went down. */
  long missedNs(int worker, int outage) {
    long joinedNs = outage == 0 ? 0 : outages.upNs(worker, outage - 1);
    long downNs = outages.downNs(worker, outage);
    long beatNs = settings.heartbeatNs();
    long phaseNs = beatNs * worker / outages.hosts();
    long lastNs = Math.max(joinedNs, Math.floorDiv(downNs - phaseNs, beatNs) * beatNs + phaseNs);
    return lastNs + settings.sessionTimeoutNs();
  }

  private void rebalance(long startNs, long decidedNs, long endNs) {
    int[] next = owners.clone();
    int[] members = living(decidedNs);
    if (settings.isCooperative()) {
      forgetTheDead(next, decidedNs);
      int[] kept = next.clone();
      Assignment.sticky(next, members);
      for (int p = 0; p < partitions; p++) {
        kept[p] = kept[p] == next[p] ? next[p] : GroupTimeline.NOBODY;
      }
      steps.add(new GroupTimeline.Step(decidedNs, kept));
    } else {
      int[] nobody = new int[partitions];
      Arrays.fill(nobody, GroupTimeline.NOBODY);
      steps.add(new GroupTimeline.Step(startNs, nobody));
      Assignment.range(next, members);
    }
    owners = next;
    steps.add(new GroupTimeline.Step(endNs, owners));
  }

  /** Whoever has been found dead since the last decision owns nothing, even if it is back. */
  private void forgetTheDead(int[] ofWhom, long decidedNs) {
    for (int worker = 0; worker < outages.hosts(); worker++) {
      for (int i = 0; i < outages.count(worker); i++) {
        long missedNs = missedNs(worker, i);
        if (missedNs > lastDecidedNs && missedNs <= decidedNs) {
          Assignment.orphan(ofWhom, worker);
        }
      }
    }
  }

  /** The instant at which nobody silent is awaited any more. */
  private long decidedNs(long startNs) {
    long atNs = startNs;
    boolean waits = true;
    while (waits) {
      waits = false;
      for (int worker = 0; worker < outages.hosts(); worker++) {
        for (int i = 0; i < outages.count(worker); i++) {
          long missedNs = missedNs(worker, i);
          if (outages.downNs(worker, i) <= atNs && missedNs > atNs) {
            atNs = missedNs;
            waits = true;
          }
        }
      }
    }
    return atNs;
  }

  private long[] triggers() {
    LongArrayList all = new LongArrayList();
    for (int worker = 0; worker < outages.hosts(); worker++) {
      for (int i = 0; i < outages.count(worker); i++) {
        all.add(missedNs(worker, i));
        if (outages.upNs(worker, i) != NEVER) {
          all.add(outages.upNs(worker, i));
        }
      }
    }
    long[] sorted = all.toLongArray();
    LongArrays.stableSort(sorted);
    return sorted;
  }

  private int[] living(long atNs) {
    int[] living = new int[outages.hosts()];
    int count = 0;
    for (int worker = 0; worker < outages.hosts(); worker++) {
      if (atNs < 0 || !outages.isDown(worker, atNs)) {
        living[count++] = worker;
      }
    }
    return Arrays.copyOf(living, count);
  }
}
