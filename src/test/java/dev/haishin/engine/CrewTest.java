package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A crew ends every run: with its result, or with the exception of a partition. */
class CrewTest {
  private static final Duration HANGS = Duration.ofSeconds(60);

  /** Three partitions of one process each that tick; some throw at instant 100. */
  private static Simulation ticking(Throwable... thrownAt100) {
    Simulation simulation =
        new Simulation(new Links(1).connect(0, 0, 10), 3, EventQueues::standard);
    for (int i = 0; i < 3; i++) {
      Throwable mine = thrownAt100[i];
      simulation.add(new Actor("actor/" + i, (self, event) -> tick(self, event, mine)), i);
    }
    simulation.seal();
    for (int i = 0; i < 3; i++) {
      ((Actor) simulation.process(i)).door().at(0, 0, 0, 0);
    }
    return simulation;
  }

  private static void tick(Actor self, Event event, Throwable thrown) {
    if (event.timeNs() == 100 && thrown instanceof Error error) {
      throw error;
    }
    if (event.timeNs() == 100 && thrown instanceof RuntimeException exception) {
      throw exception;
    }
    self.door().at(event.timeNs() + 1, 0, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void theExceptionOfAnyPartitionEndsTheRun(int thrower) {
    RuntimeException thrown = new IllegalStateException("out of words");
    Throwable[] failures = new Throwable[3];
    failures[thrower] = thrown;
    assertSame(thrown, failureOf(ticking(failures)));
  }

  @Test
  void anErrorEndsTheRunToo() {
    Error thrown = new AssertionError("broken");
    assertSame(thrown, failureOf(ticking(null, thrown, null)));
  }

  @Test
  void ofSeveralExceptionsTheFirstPartitionsIsThrown() {
    RuntimeException second = new IllegalStateException("second");
    RuntimeException third = new IllegalStateException("third");
    for (int i = 0; i < 50; i++) {
      assertSame(second, failureOf(ticking(null, second, third)));
    }
  }

  @Test
  void aRunWithoutExceptionsReachesItsEnd() {
    Simulation simulation = ticking(null, null, null);
    Crew crew = new Crew();
    Assertions.assertTimeoutPreemptively(
        HANGS,
        () -> {
          for (long endNs = 1000; endNs <= 5000; endNs += 1000) {
            simulation.runBefore(endNs, crew);
            assertEquals(3 * endNs, simulation.dispatched());
          }
        });
    assertEquals(5000, simulation.nowNs());
    assertTrue(simulation.pending() == 3);
  }

  private static Throwable failureOf(Simulation simulation) {
    return Assertions.assertTimeoutPreemptively(
        HANGS, () -> assertThrows(Throwable.class, () -> simulation.runBefore(5000, new Crew())));
  }
}
