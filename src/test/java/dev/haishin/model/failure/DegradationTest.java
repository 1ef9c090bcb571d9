package dev.haishin.model.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.model.failure.Degradation.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What overlaps multiplies, and what has ended is over. */
class DegradationTest {

  @Test
  void whatOverlapsMultiplies() {
    Degradation degradation =
        new Degradation()
            .and(100, 300, new Step(10, 0.2, 0.5))
            .and(200, Outages.NEVER, new Step(2, 0.5, 0.5));
    assertEquals(Step.SOUND, degradation.at(0));
    assertEquals(Step.SOUND, degradation.at(99));
    assertEquals(new Step(10, 0.2, 0.5), degradation.at(100));
    assertEquals(20, degradation.at(200).latencyFactor());
    assertEquals(0.6, degradation.at(299).errors(), 1e-12);
    assertEquals(0.25, degradation.at(299).quota());
    assertEquals(new Step(2, 0.5, 0.5), degradation.at(300));
    assertEquals(new Step(2, 0.5, 0.5), degradation.at(Long.MAX_VALUE - 1));
    assertFalse(degradation.isSound());
  }

  @Test
  void nothingIsWrongWhereNothingWasAdded() {
    assertTrue(new Degradation().isSound());
    assertTrue(new Degradation().and(5, 5, new Step(2, 0, 1)).isSound());
    assertThrows(IllegalArgumentException.class, () -> new Step(-1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Step(1, 1.1, 1));
  }

  @Test
  void isFoundByComponentRegionAndHost() {
    Step slow = new Step(3, 0, 1);
    Failures failures =
        new Failures(
            List.of(
                new FailurePlan.Degraded(3, 1, new int[] {0, 2}, 10, 20, slow),
                new FailurePlan.Degraded(7, -1, new int[] {0}, 10, 20, slow)),
            new int[] {3, 3});
    Degradation[] hosts = failures.degradations(3, 1, 3);
    assertEquals(slow, hosts[0].at(10));
    assertTrue(hosts[1].isSound());
    assertEquals(slow, hosts[2].at(19));
    assertTrue(failures.degradations(3, 0, 3)[0].isSound());
    assertEquals(slow, failures.degradations(7, -1, 1)[0].at(15));
  }
}
