package dev.haishin.model.population;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A user's unacknowledged messages, in the order of their taps. */
class OutboxTest {
  private final Outbox outbox = new Outbox();

  @Test
  void keepsTheOrderOfTheTaps() {
    outbox.add(4, 101);
    outbox.add(5, 201);
    outbox.add(4, 102);
    outbox.add(4, 103);
    assertOrder(4, 101, 102, 103);
    assertOrder(5, 201);
    assertEquals(4, outbox.size());
  }

  @Test
  void closesTheGapWhereverAMessageLeaves() {
    for (long message = 101; message <= 105; message++) {
      outbox.add(4, message);
    }
    outbox.remove(outbox.find(103));
    assertOrder(4, 101, 102, 104, 105);
    outbox.remove(outbox.find(101));
    assertOrder(4, 102, 104, 105);
    outbox.remove(outbox.find(105));
    assertOrder(4, 102, 104);
    outbox.add(4, 106);
    assertOrder(4, 102, 104, 106);
    assertEquals(0, outbox.find(103));
  }

  @Test
  void countsSendsAndForgetsThemWithTheEntry() {
    int entry = outbox.add(4, 101);
    assertEquals(-1, outbox.sentNs(entry));
    outbox.sent(entry, 7);
    outbox.sent(entry, 9);
    assertEquals(2, outbox.attempts(entry));
    assertEquals(9, outbox.sentNs(entry));
    outbox.remove(entry);
    assertEquals(0, outbox.first(4));
    assertEquals(entry, outbox.add(6, 102));
    assertEquals(0, outbox.attempts(entry));
    assertEquals(-1, outbox.sentNs(entry));
  }

  private void assertOrder(int row, long... messages) {
    int entry = outbox.first(row);
    for (long message : messages) {
      assertEquals(message, outbox.message(entry));
      assertEquals(row, outbox.row(entry));
      assertEquals(entry, outbox.find(message));
      entry = outbox.after(entry);
    }
    assertEquals(0, entry);
  }
}
