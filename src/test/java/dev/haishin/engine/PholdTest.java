package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Neither partitions nor threads change what any process receives. */
class PholdTest {
  private static final int PROCESSES = 60;
  private static final long END_NS = 300 * Phold.UNIT_NS;

  static Stream<Arguments> groupings() {
    return Stream.of(
        Arguments.of(2, Named.<IntUnaryOperator>of("halves", i -> i / 30)),
        Arguments.of(2, Named.<IntUnaryOperator>of("odd and even", i -> i % 2)),
        Arguments.of(3, Named.<IntUnaryOperator>of("thirds", i -> i / 20)),
        Arguments.of(3, Named.<IntUnaryOperator>of("backwards", i -> 2 - i / 20)),
        Arguments.of(3, Named.<IntUnaryOperator>of("one, one, the rest", i -> Math.min(i, 2))),
        Arguments.of(3, Named.<IntUnaryOperator>of("an empty one", i -> i % 2 * 2)));
  }

  @ParameterizedTest
  @MethodSource("groupings")
  void everyProcessReceivesTheSame(int partitions, IntUnaryOperator grouping) {
    Simulation together = Phold.model(PROCESSES, 1, i -> 0);
    Simulation apart = Phold.model(PROCESSES, partitions, grouping);
    Simulation threaded = Phold.model(PROCESSES, partitions, grouping);
    Crew crew = new Crew();
    for (long endNs = END_NS / 3; endNs <= END_NS; endNs += END_NS / 3) {
      together.runBefore(endNs);
      apart.runBefore(endNs);
      threaded.runBefore(endNs, crew);
      assertArrayEquals(digests(together), digests(apart));
      assertArrayEquals(digests(together), digests(threaded));
      assertEquals(together.dispatched(), threaded.dispatched());
      assertEquals(PROCESSES, apart.pending());
      assertEquals(PROCESSES, threaded.pending());
    }
  }

  @Test
  void anotherPopulationReceivesSomethingElse() {
    Simulation one = Phold.model(PROCESSES, 1, i -> 0);
    Simulation other = Phold.model(PROCESSES + 1, 1, i -> 0);
    one.runBefore(END_NS);
    other.runBefore(END_NS);
    for (int i = 0; i < PROCESSES; i++) {
      assertNotEquals(one.process(i).digest(), other.process(i).digest());
    }
  }

  /** ROSS: LPs / (lookahead + mean) events a unit of time; 1,024 LPs to 1,000 make 512,000. */
  @Test
  void theRateIsThatOfRoss() {
    Simulation simulation = Phold.model(1024, 1, i -> 0);
    simulation.runBefore(1000 * Phold.UNIT_NS);
    assertEquals(512_000, simulation.dispatched(), 512_000 * 0.002);
    assertEquals(1024, simulation.pending());
  }

  private static long[] digests(Simulation simulation) {
    long[] digests = new long[simulation.processCount()];
    for (int i = 0; i < digests.length; i++) {
      digests[i] = simulation.process(i).digest();
    }
    return digests;
  }
}
