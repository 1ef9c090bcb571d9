package dev.haishin.model.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.RandomStream;
import org.junit.jupiter.api.Test;

/** Whatever is handed on a cell at a time arrives before anybody needs it. */
class PushCellsTest {

  @Test
  void noStepIsTakenBeforeAllThatPrecedesItIsKnownNorAfterItCanBeSeen() {
    RandomStream random = RandomStream.of(11, "test.cells", "grid");
    for (int i = 0; i < 20_000; i++) {
      long leastNs = 1 + random.nextInt(50);
      long mostNs = leastNs + 1 + random.nextInt(500);
      long linkNs = 2 * mostNs + 1 + random.nextInt(5_000);
      PushCells cells = PushCells.of(leastNs, mostNs, linkNs);
      long leftNs = random.nextInt(100_000);
      long wayNs = leastNs + random.nextInt((int) (mostNs - leastNs) + 1);
      check(cells, leftNs, leftNs + wayNs);
    }
  }

  /** A submission that leaves a worker and reaches its relay at these instants. */
  private static void check(PushCells cells, long leftNs, long arrivalNs) {
    long workedNs = cells.relayNs(cells.relayEndNs(arrivalNs));
    assertTrue(cells.submittedNs(cells.endNs(leftNs)) < workedNs, "known before it is worked on");
    assertTrue(arrivalNs < cells.relayedUntilNs(cells.relayEndNs(arrivalNs)), "within the cell");

    long requestNs = arrivalNs + cells.linkNs();
    long brought = cells.requestedNs(cells.relayEndNs(arrivalNs));
    long decidedNs = cells.provideNs(cells.provideEndNs(requestNs));
    assertTrue(brought >= workedNs + cells.leastNs(), "the way to the provider is respected");
    assertTrue(brought < decidedNs, "known before it is decided about");
    assertTrue(requestNs < cells.providedUntilNs(cells.provideEndNs(requestNs)));
    assertTrue(decidedNs <= requestNs, "decided about before it can be seen");

    long refusalNs = decidedNs + cells.leastNs();
    long replyNs = requestNs + cells.linkNs();
    assertTrue(refusalNs < cells.relayNs(cells.relayEndNs(replyNs)), "in time for the relay");
  }

  @Test
  void cellsLeaveTimeForTheWaysWithinTheHome() {
    assertEquals(9_200, PushCells.of(100, 400, 10_000).lengthNs());
    assertThrows(IllegalArgumentException.class, () -> PushCells.of(100, 400, 800));
    assertThrows(IllegalArgumentException.class, () -> PushCells.of(0, 400, 10_000));
    assertThrows(IllegalArgumentException.class, () -> PushCells.of(500, 400, 10_000));
  }
}
