package dev.haishin.model.redis;

import dev.haishin.engine.Capacity;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.rack.Answers;
import dev.haishin.model.rack.Command;
import dev.haishin.model.rack.Mishap;
import dev.haishin.model.rack.RackHost;
import dev.haishin.results.Recorder;
import java.util.Arrays;

/**
 * One node of a shard, on a machine that may fail: while it is master it is the shard, otherwise it
 * says where the master is.
 */
public final class ShardNode implements RackHost {
  private final Shard shard;
  private final RedisCluster cluster;
  private final int number;
  private final int node;
  private final int machine;
  private final Recorder recorder;
  private final Capacity capacity;

  /**
   * A node.
   *
   * @param number of the shard in its cluster
   * @param node of the shard, 0 for its first master
   * @param recorder of the partition that the node's rack runs in
   * @param capacity of its machine by time
   */
  public ShardNode(
      Shard shard,
      RedisCluster cluster,
      int number,
      int node,
      Recorder recorder,
      Capacity capacity) {
    this.capacity = capacity;
    this.shard = shard;
    this.cluster = cluster;
    this.number = number;
    this.node = node;
    this.recorder = recorder;
    machine = cluster.machine(number, node);
  }

  @Override
  public long execute(long nowNs, Command command, Answers answers) {
    Outages outages = cluster.outages();
    Reigns reigns = cluster.reigns();
    if (outages.isDown(machine, nowNs)) {
      answers.fail(outages.isDark(machine, nowNs) ? Mishap.SILENCE : Mishap.RESET, nowNs);
      return nowNs;
    }
    int reign = reigns.at(number, nowNs);
    if (reigns.node(number, reign) != node) {
      answers.fail(Mishap.ELSEWHERE, nowNs);
      return nowNs;
    }
    if (reigns.isClosed(nowNs)) {
      answers.fail(Mishap.UNAVAILABLE, nowNs);
      return nowNs;
    }
    shard.begin(reign, reigns.isEmpty(number, reign), capacity, nowNs, recorder);
    long deathNs = outages.nextDownNs(machine, nowNs);
    long doneNs = shard.execute(nowNs, command, answers, recorder, deathNs, tailNs(deathNs));
    if (doneNs >= deathNs) {
      boolean isDark = outages.isDark(machine, deathNs);
      answers.fail(isDark ? Mishap.SILENCE : Mishap.RESET, deathNs);
    }
    return doneNs;
  }

  @Override
  public long[] changesNs() {
    Outages outages = cluster.outages();
    long[] changes = new long[outages.count(machine) + cluster.reigns().last(number)];
    int count = 0;
    for (int i = 0; i < outages.count(machine); i++) {
      changes[count++] = outages.downNs(machine, i);
    }
    for (int reign = 1; reign <= cluster.reigns().last(number); reign++) {
      if (cluster.reigns().node(number, reign) == node) {
        changes[count++] = cluster.reigns().fromNs(number, reign);
      }
    }
    long[] inOrder = Arrays.copyOf(changes, count);
    Arrays.sort(inOrder);
    return inOrder;
  }

  @Override
  public void changed(long nowNs) {
    Reigns reigns = cluster.reigns();
    int reign = reigns.at(number, nowNs);
    boolean isMaster = reigns.node(number, reign) == node;
    if (cluster.outages().isDown(machine, nowNs)) {
      if (isMaster) {
        shard.end(nowNs, recorder);
      }
    } else if (isMaster) {
      shard.begin(reign, reigns.isEmpty(number, reign), capacity, nowNs, recorder);
    }
  }

  private long tailNs(long deathNs) {
    return deathNs == Outages.NEVER ? deathNs : deathNs - cluster.rules().replicationLagNs();
  }
}
