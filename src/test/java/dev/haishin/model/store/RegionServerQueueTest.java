package dev.haishin.model.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.haishin.engine.HeapQueue;
import dev.haishin.engine.Links;
import dev.haishin.engine.Simulation;
import dev.haishin.model.Groups;
import dev.haishin.model.network.Network;
import dev.haishin.model.rack.Rack;
import dev.haishin.model.rack.RackHost;
import dev.haishin.model.rack.Racks;
import dev.haishin.model.redis.Laws;
import dev.haishin.model.redis.Recorded;
import dev.haishin.model.redis.Replications;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Region servers under load: queueing theory, determinism, allocation. */
class RegionServerQueueTest {
  private static final long LINK_NS = 100_000;
  private static final long COST_NS = 50_000;
  private static final long DELAY_NS = 3_000_000;

  @Test
  void handlersAreAnErlangQueue() {
    Replications sojourns = new Replications();
    for (int seed = 1; seed <= 20; seed++) {
      World world = new World(seed, 1, 1, COST_NS, 100_000_000);
      world.simulation.runBefore(2_000_000_000);
      double restNs = 2 * LINK_NS + DELAY_NS;
      sojourns.add((world.streams[0].meanNs() - restNs) / COST_NS);
    }
    sojourns.assertAgreeWith(1.333333);
    sojourns.assertDifferFrom(1.176741);
  }

  @Test
  void theGroupingIntoPartitionsChangesNothing() {
    long one = digest(1, 1);
    assertEquals(one, digest(2, 1));
    assertEquals(one, digest(3, 1));
    assertNotEquals(one, digest(1, 2), "another seed is another run");
  }

  @Test
  void operationsAllocateNothing() {
    World world = new World(1, 1, 10, 10 * COST_NS, 0);
    world.simulation.runBefore(500_000_000);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long events = world.simulation.dispatched();
    long before = threads.getCurrentThreadAllocatedBytes();
    world.simulation.runBefore(9_500_000_000L);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    events = world.simulation.dispatched() - events;
    assertTrue(events > 100_000, "too few events to tell: " + events);
    assertTrue(bytes < events / 10, bytes + " bytes for " + events + " events");
  }

  private static long digest(int partitions, long seed) {
    World world = new World(seed, partitions, 20, 20 * COST_NS, 0);
    world.simulation.runBefore(100_000_000);
    assertTrue(world.streams[0].answers() > 1_000);
    return world.simulation.digest();
  }

  /** Servers of two handlers; a stream of single puts has one to itself, bursts share three. */
  private static final class World {
    final Simulation simulation;
    final PutStream[] streams;

    World(long seed, int partitions, int burst, long gapNs, long measuredFromNs) {
      Links links =
          new Links(Groups.COUNT)
              .connect(Groups.WORKERS, Groups.STORE, LINK_NS)
              .connect(Groups.STORE, Groups.WORKERS, LINK_NS);
      simulation = new Simulation(links, partitions, HeapQueue::new);
      Network network = new Network(LINK_NS, LINK_NS, new long[1][1]);
      int servers = burst == 1 ? 1 : 3;
      int[] processes = new int[servers];
      for (int i = 0; i < servers; i++) {
        RegionServer server =
            new RegionServer(
                "tokyo/store/" + i,
                seed,
                2,
                Laws.exponential(COST_NS),
                Laws.fixed(DELAY_NS),
                Laws.fixed(DELAY_NS),
                Recorded.unread(servers),
                i);
        Rack rack =
            new Rack("tokyo/store-rack/" + i, Groups.STORE, network, new RackHost[] {server});
        processes[i] = simulation.add(rack, i % partitions).id();
      }
      MessageStore store = new MessageStore(new Racks(processes, servers));
      streams = new PutStream[servers];
      for (int i = 0; i < servers; i++) {
        PutStream stream =
            new PutStream(
                "tokyo/worker/" + i,
                seed,
                store,
                network,
                Laws.exponential(gapNs),
                burst,
                measuredFromNs);
        streams[i] = simulation.add(stream, i % partitions);
        stream.start();
      }
      simulation.seal();
    }
  }
}
