package dev.haishin.model.rack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The grouping of a burst by host. */
class BurstTest {
  private final Burst burst = new Burst(5);

  @Test
  void groupsRowsByHostInTheOrderOfFirstAsking() {
    burst.add(3, 10, 11, 12, 13);
    burst.add(1, 20, 21, 22, 23);
    burst.add(3, 30, 31, 32, 33);

    assertEquals(2, burst.hosts());
    assertEquals(3, burst.host(0));
    assertEquals(1, burst.host(1));
    int first = burst.head(3);
    int second = burst.next(first);
    assertEquals(10, burst.word(first, 0));
    assertEquals(13, burst.word(first, 3));
    assertEquals(31, burst.word(second, 1));
    assertEquals(Burst.END, burst.next(second));
    assertEquals(22, burst.word(burst.head(1), 2));
    assertEquals(Burst.END, burst.head(0));
  }

  @Test
  void keepsEveryRowOfABurstLargerThanAnyBefore() {
    for (int i = 0; i < 1_000; i++) {
      burst.add(i % 5, i, 0, 0, -i);
    }
    for (int host = 0; host < 5; host++) {
      int row = burst.head(host);
      for (int i = host; i < 1_000; i += 5) {
        assertEquals(i, burst.word(row, 0));
        assertEquals(-i, burst.word(row, 3));
        row = burst.next(row);
      }
      assertEquals(Burst.END, row);
    }
  }

  @Test
  void isEmptyAfterClearing() {
    burst.add(2, 1, 2, 3, 4);
    burst.clear();
    assertEquals(0, burst.hosts());
    assertEquals(Burst.END, burst.head(2));

    burst.add(2, 5, 6, 7, 8);
    assertEquals(5, burst.word(burst.head(2), 0));
    assertEquals(Burst.END, burst.next(burst.head(2)));
  }
}
