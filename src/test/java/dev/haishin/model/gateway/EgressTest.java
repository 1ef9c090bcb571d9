package dev.haishin.model.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.engine.Capacity;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.redis.Recorded;
import org.junit.jupiter.api.Test;

/** Frames out: first the loop, then the NIC, by hand-worked instants. */
class EgressTest {
  private static final Distribution COST = Distributions.fixed(100);
  private final Recorded recorded = new Recorded(2, 1_000_000_000, 1);

  /** Two pinned loops and 1 byte a nanosecond. */
  private final EventLoops loops =
      new EventLoops(
          2,
          false,
          Capacity.FULL,
          0,
          0,
          RandomStream.of(1, "service", "test"),
          recorded.recorder());

  private final Egress egress = new Egress(loops, 1e9, Framing.STREAM, 0, recorded.recorder());

  @Test
  void aFrameTakesItsLoopsTimeAndThenTheNics() {
    assertEquals(1_000 + 100 + 50, egress.frame(0, 1_000, COST, 50));
    assertEquals(1_000, loops.startNs());
  }

  @Test
  void framesOfOneConnectionQueueAtItsLoop() {
    egress.frame(0, 1_000, COST, 10);
    assertEquals(1_200 + 10, egress.frame(0, 1_000, COST, 10));
    assertEquals(1_100, loops.startNs());
  }

  @Test
  void framesOfTwoLoopsMeetAtTheNic() {
    assertEquals(1_100 + 70, egress.frame(0, 1_000, COST, 70));
    assertEquals(1_170 + 70, egress.frame(1, 1_000, COST, 70));
    assertEquals(1_000, loops.startNs());
  }

  @Test
  void aResetEmptiesBothQueues() {
    egress.frame(0, 1_000, Distributions.fixed(1_000_000), 1_000_000);
    loops.reset(5_000);
    egress.reset(5_000);
    assertEquals(5_000 + 100 + 50, egress.frame(0, 5_000, COST, 50));
  }
}
