package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** In steady state, events allocate nothing. */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 20;
  private static final long ROUND_NS = 100 * Phold.UNIT_NS;

  /** One server fed by itself: an event for each arrival and one for each departure. */
  private static class SingleServer extends LogicalProcess {
    private static final Distribution GAP = Distributions.exponential(Phold.UNIT_NS / 200.0);
    private static final Distribution SERVICE = Distributions.exponential(Phold.UNIT_NS / 250.0);
    private final RandomStream random = RandomStream.of(1, "draws", "server");
    private final FifoStation station = new FifoStation(1);

    SingleServer() {
      super("server", 0);
    }

    @Override
    protected void receive(Event event) {
      long nowNs = event.timeNs();
      if (event.kind() == 0) {
        port().at(station.arrive(nowNs, SERVICE.sample(random)), 1, nowNs, 0);
        port().at(nowNs + GAP.sample(random), 0, 0, 0);
      }
    }
  }

  /** The same, but it boxes a number an event. */
  private static final class Wasteful extends SingleServer {
    private Long last = 0L;

    @Override
    protected void receive(Event event) {
      super.receive(event);
      last = Long.valueOf(last + event.timeNs());
    }
  }

  @Test
  void aSingleServerAllocatesNothing() {
    assertEquals(0, fewestBytes(alone(new SingleServer())));
  }

  @Test
  void pholdAllocatesNothing() {
    assertEquals(0, fewestBytes(Phold.model(200, 1, i -> 0)));
  }

  @Test
  void pholdInPartitionsAllocatesNothing() {
    assertEquals(0, fewestBytes(Phold.model(200, 3, i -> i % 3)));
  }

  @Test
  void aBoxAnEventWouldBeNoticed() {
    assertTrue(fewestBytes(alone(new Wasteful())) >= 16 * 30_000);
  }

  private static Simulation alone(LogicalProcess process) {
    Simulation simulation = new Simulation(new Links(1), 1, EventQueues::standard);
    simulation.add(process, 0);
    simulation.seal();
    process.port().at(0, 0, 0, 0);
    return simulation;
  }

  /** The fewest bytes of any round, so that growth and compilation do not count. */
  private static long fewestBytes(Simulation simulation) {
    long fewest = Long.MAX_VALUE;
    for (int round = 1; round <= ROUNDS; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      simulation.runBefore(round * ROUND_NS);
      fewest = Math.min(fewest, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return fewest;
  }
}
