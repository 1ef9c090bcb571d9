package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LongTableTest {

  @Test
  void agreesWithASortedMapUnderRandomChanges() {
    SplittableRandom random = new SplittableRandom(8);
    LongTable table = new LongTable(2);
    TreeMap<Long, Long> oracle = new TreeMap<>();
    for (int step = 0; step < 200_000; step++) {
      long key = (random.nextLong() >>> 1) % 700 * 0x1_0000_0001L;
      if (random.nextLong() < 0) {
        int cell = table.insert(key);
        table.setValue(cell, 0, step);
        table.setValue(cell, 1, -step);
        oracle.put(key, (long) step);
      } else {
        int cell = table.find(key);
        assertEquals(oracle.containsKey(key), cell != LongTable.ABSENT);
        if (cell != LongTable.ABSENT) {
          table.removeAt(cell);
          oracle.remove(key);
        }
      }
      assertEquals(oracle.size(), table.size());
    }
    for (long key = 0; key < 700; key++) {
      Long expected = oracle.get(key * 0x1_0000_0001L);
      int cell = table.find(key * 0x1_0000_0001L);
      assertEquals(expected == null, cell == LongTable.ABSENT);
      if (expected != null) {
        assertEquals(expected, table.value(cell, 0));
        assertEquals(-expected, table.value(cell, 1));
      }
    }
  }

  @Test
  void aNewKeyHasZeroesWhateverWasInItsPlace() {
    LongTable table = new LongTable(1);
    table.setValue(table.insert(5), 0, 77);
    table.removeAt(table.find(5));
    assertEquals(0, table.value(table.insert(5), 0));
  }

  @Test
  void holdsTheExtremeKeys() {
    LongTable table = new LongTable(0);
    assertTrue(table.add(0));
    assertTrue(table.add(Long.MAX_VALUE));
    assertFalse(table.add(0));
    assertFalse(table.add(Long.MAX_VALUE));
    assertNotEquals(table.find(0), table.find(Long.MAX_VALUE));
  }

  @Test
  void forgetsAllWhenCleared() {
    LongTable table = new LongTable(0);
    for (long key = 0; key < 1000; key++) {
      table.add(key);
    }
    table.clear();
    assertEquals(0, table.size());
    assertEquals(LongTable.ABSENT, table.find(500));
  }

  @Test
  void negativeKeysAreRefusedAndNeverFound() {
    LongTable table = new LongTable(0);
    assertThrows(IllegalArgumentException.class, () -> table.insert(-1));
    assertEquals(LongTable.ABSENT, table.find(-1));
  }
}
