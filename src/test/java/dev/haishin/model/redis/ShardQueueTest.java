package dev.haishin.model.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.HeapQueue;
import dev.haishin.engine.Links;
import dev.haishin.engine.Simulation;
import dev.haishin.model.Groups;
import dev.haishin.model.network.Network;
import dev.haishin.model.rack.Rack;
import dev.haishin.model.rack.RackHost;
import dev.haishin.model.rack.Racks;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Shards under load: queueing theory, determinism, allocation. */
class ShardQueueTest {
  private static final long LINK_NS = 100_000;
  private static final long COST_NS = 8_000;
  private static final int REPLICATIONS = 20;
  private static final int USERS = 10_000;

  @Test
  void waitsAsMM1WhenCostsAreExponential() {
    Replications sojourn = sojourns(Laws.exponential(COST_NS));
    sojourn.assertAgreeWith(2.0);
    sojourn.assertDifferFrom(1.5);
  }

  @Test
  void waitsAsMD1WhenCostsAreConstant() {
    Replications sojourn = sojourns(Laws.fixed(COST_NS));
    sojourn.assertAgreeWith(1.5);
    sojourn.assertDifferFrom(2.0);
  }

  @Test
  void theGroupingIntoPartitionsChangesNothing() {
    long one = digest(1, 1);
    assertEquals(one, digest(2, 1));
    assertEquals(one, digest(3, 1));
    assertNotEquals(one, digest(1, 2), "another seed is another run");
  }

  @Test
  void commandsAllocateNothing() {
    World world = new World(1, 1, Laws.fixed(COST_NS), 20 * COST_NS, 10, 0);
    world.simulation.runBefore(200_000_000);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long events = world.simulation.dispatched();
    long before = threads.getCurrentThreadAllocatedBytes();
    world.simulation.runBefore(2_200_000_000L);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    events = world.simulation.dispatched() - events;
    assertTrue(events > 100_000, "too few events to tell: " + events);
    assertTrue(bytes < events / 10, bytes + " bytes for " + events + " events");
  }

  /** Mean time at a shard with half its capacity in use, in units of the mean cost. */
  private static Replications sojourns(Distribution cost) {
    Replications sojourns = new Replications();
    for (int seed = 1; seed <= REPLICATIONS; seed++) {
      World world = new World(seed, 1, cost, 2 * COST_NS, 1, 20_000_000);
      world.simulation.runBefore(500_000_000);
      sojourns.add((world.streams[0].meanNs() - 2 * LINK_NS) / COST_NS);
    }
    return sojourns;
  }

  private static long digest(int partitions, long seed) {
    World world = new World(seed, partitions, Laws.exponential(COST_NS), 10 * COST_NS, 20, 0);
    world.simulation.runBefore(20_000_000);
    assertTrue(world.streams[0].answers() > 1_000);
    return world.simulation.digest();
  }

  /** As many shards and streams as there may be partitions; bursts of one need one shard only. */
  private static final class World {
    final Simulation simulation;
    final LookupStream[] streams;

    World(
        long seed, int partitions, Distribution cost, long gapNs, int burst, long measuredFromNs) {
      Links links =
          new Links(Groups.COUNT)
              .connect(Groups.GATEWAYS, Groups.REDIS, LINK_NS)
              .connect(Groups.REDIS, Groups.GATEWAYS, LINK_NS);
      simulation = new Simulation(links, partitions, HeapQueue::new);
      Network network = new Network(LINK_NS, LINK_NS, new long[1][1]);
      int shards = burst == 1 ? 1 : 3;
      int[] processes = new int[shards];
      for (int i = 0; i < shards; i++) {
        Shard shard =
            new Shard(
                "tokyo/redis/" + i,
                seed,
                cost,
                1L << 30,
                100,
                new Sessions(USERS),
                Recorded.unread(shards),
                i);
        Rack rack =
            new Rack("tokyo/redis-rack/" + i, Groups.REDIS, network, new RackHost[] {shard});
        processes[i] = simulation.add(rack, i % partitions).id();
        shard.load(i, Route.of(1, 1));
      }
      RedisCluster cluster = new RedisCluster(new Racks(processes, shards));
      streams = new LookupStream[shards];
      for (int i = 0; i < shards; i++) {
        LookupStream stream =
            new LookupStream(
                "tokyo/gateway/" + i,
                seed,
                cluster,
                network,
                Laws.exponential(gapNs),
                burst,
                USERS,
                measuredFromNs);
        streams[i] = simulation.add(stream, i % partitions);
        stream.start();
      }
      simulation.seal();
    }
  }
}
