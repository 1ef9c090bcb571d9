package dev.haishin.model.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Slots are dense, used again, and belong to one (user, generation). */
class ConnectionTableTest {
  private final ConnectionTable table = new ConnectionTable(200);

  @Test
  void givesTheLatestFreeSlotFirst() {
    assertEquals(0, table.open(10, 1));
    assertEquals(1, table.open(11, 1));
    assertEquals(2, table.open(12, 1));
    table.close(0);
    table.close(2);
    assertEquals(2, table.open(13, 1));
    assertEquals(0, table.open(14, 1));
    assertEquals(3, table.open(15, 1));
    assertEquals(4, table.count());
    assertEquals(4, table.slots());
  }

  @Test
  void tellsItsHolderFromEveryoneElse() {
    int slot = table.open(10, 65_535);
    assertTrue(table.holds(slot, 10, 65_535));
    assertFalse(table.holds(slot, 11, 65_535));
    assertFalse(table.holds(slot, 10, 1));
    assertFalse(table.holds(-1, 10, 65_535));
    assertFalse(table.holds(slot + 1, 10, 65_535));
    table.close(slot);
    assertFalse(table.holds(slot, 10, 65_535));
    assertFalse(table.isOpen(slot, 65_535));
  }

  @Test
  void remembersSilenceUntilTheSlotIsUsedAgain() {
    int slot = table.open(10, 7);
    table.markSilent(slot);
    assertTrue(table.isSilent(slot));
    assertTrue(table.holds(slot, 10, 7));
    table.close(slot);
    assertEquals(slot, table.open(11, 7));
    assertFalse(table.isSilent(slot));
  }

  @Test
  void isFullAtItsLimitAndEmptyOnceCleared() {
    for (int user = 0; user < 200; user++) {
      assertFalse(table.isFull());
      assertEquals(user, table.open(user, 1));
    }
    assertTrue(table.isFull());
    table.clear();
    assertEquals(0, table.count());
    assertFalse(table.isOpen(0, 1));
    assertEquals(0, table.open(5, 2));
  }
}
