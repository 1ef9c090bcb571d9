package dev.haishin.model.gateway;

import dev.haishin.engine.Capacity;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.redis.Recorded;
import dev.haishin.model.redis.Replications;
import org.junit.jupiter.api.Test;

/**
 * Event loops as queues: M/M/1 a loop where connections are pinned, M/M/c where they share; mean
 * waits by Erlang C, in units of the mean service.
 */
class EventLoopsTest {
  private static final int JOBS = 150_000;
  private static final int WARMUP = 5_000;
  private static final int REPLICATIONS = 20;
  private static final int CONNECTIONS = 1_000;
  private static final double SERVICE_NS = 1e6;
  private static final double RHO = 0.8;

  /** Tables of M/M/c at rho = 0.8. */
  private static final double WAIT_OF_ONE = 4.000000;

  private static final double WAIT_OF_TWO = 1.777778;
  private static final double WAIT_OF_FOUR = 0.745541;

  @Test
  void pinnedLoopsAreQueuesOfTheirOwn() {
    Replications waits = waits(2, false);
    waits.assertAgreeWith(WAIT_OF_ONE);
    waits.assertDifferFrom(WAIT_OF_TWO);
  }

  @Test
  void sharedLoopsAreServersOfOneQueue() {
    Replications waits = waits(4, true);
    waits.assertAgreeWith(WAIT_OF_FOUR);
    waits.assertDifferFrom(WAIT_OF_ONE / 4);
  }

  private static Replications waits(int cores, boolean shared) {
    Replications replications = new Replications();
    for (int seed = 0; seed < REPLICATIONS; seed++) {
      replications.add(meanWait(cores, shared, seed));
    }
    return replications;
  }

  private static double meanWait(int cores, boolean shared, int seed) {
    Distribution cost = Distributions.exponential(SERVICE_NS);
    RandomStream arrivals = RandomStream.of(seed, "arrivals", "test");
    RandomStream service = RandomStream.of(seed, "service", "test");
    EventLoops loops =
        new EventLoops(cores, shared, Capacity.FULL, 0, 0, service, Recorded.unread(cores));
    double gapNs = SERVICE_NS / (RHO * cores);
    double nowNs = 0;
    double waitNs = 0;
    for (int i = 0; i < JOBS; i++) {
      nowNs += -StrictMath.log1p(-arrivals.nextDouble()) * gapNs;
      long atNs = (long) nowNs;
      loops.run(arrivals.nextInt(CONNECTIONS), atNs, cost);
      waitNs += i < WARMUP ? 0 : loops.startNs() - atNs;
    }
    return waitNs / SERVICE_NS / (JOBS - WARMUP);
  }
}
