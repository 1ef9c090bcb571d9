package dev.haishin.model.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ParkedOperationsTest {

  @Test
  void operationsComeOutInTheOrderOfTheirIssueAndTheirRoomIsGivenBack() {
    ParkedOperations parked = new ParkedOperations();
    for (int i = 0; i < 30_000; i++) {
      parked.add(i % 3, i, 7, -i, 2L * i, 3L * i, 1_000_000 - i / 3 % 100);
    }
    assertTrue(parked.capacity() >= 30_000);
    for (int region = 0; region < 3; region++) {
      assertTrue(parked.holds(region));
      int[] rows = parked.take(region);
      assertEquals(10_000, rows.length);
      long last = 0;
      for (int row : rows) {
        long i = parked.tag(row);
        assertEquals(region, i % 3);
        assertEquals(7, parked.operation(row));
        assertEquals(-i, parked.argument(row));
        assertEquals(2 * i, parked.first(row));
        assertEquals(3 * i, parked.second(row));
        assertTrue(parked.issuedNs(row) >= last);
        last = parked.issuedNs(row);
      }
      for (int row : rows) {
        parked.release(row);
      }
      assertFalse(parked.holds(region));
    }
    assertEquals(0, parked.capacity());
    parked.add(5, 1, 2, 3, 4, 5, 6);
    assertEquals(1, parked.tag(parked.take(5)[0]));
  }
}
