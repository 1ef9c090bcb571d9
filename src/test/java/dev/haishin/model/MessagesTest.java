package dev.haishin.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages are read by id until nobody holds an id of their page. */
class MessagesTest {
  private static final long SECOND = 1_000_000_000;

  private final Messages messages =
      new Messages(3, new boolean[] {true, false, true}, 600 * SECOND);

  @Test
  void keepEveryFieldOfEachOrigin() {
    long first = messages.add(0, 5, 7, 1L << 60, 100);
    long other = messages.add(2, 6, -1, 0, Integer.MAX_VALUE);
    assertEquals(5, messages.tapNs(first));
    assertEquals(7, messages.sender(first));
    assertEquals(1L << 60, messages.chat(first));
    assertEquals(100, messages.payloadBytes(first));
    assertEquals(2, Messages.origin(other));
    assertEquals(-1, messages.sender(other));
    assertEquals(Integer.MAX_VALUE, messages.payloadBytes(other));
  }

  @Test
  void areNewToEachHomeOnce() {
    long id = messages.add(0, 0, 1, 2, 3);
    assertTrue(messages.isNew(0, id, SECOND));
    assertTrue(messages.isNew(2, id, SECOND));
    assertFalse(messages.isNew(0, id, 2 * SECOND));
    assertFalse(messages.isNew(2, id, 2 * SECOND));
    assertTrue(messages.isNew(0, messages.add(0, 0, 1, 2, 3), SECOND));
  }

  @Test
  void areFreedAPageAtATimeWhenNoIdIsKept() {
    List<Long> ids = fill(0, 1_000);
    long all = messages.bytes();
    messages.keep(ids.get(300));
    messages.freeTheRest();
    assertTrue(messages.bytes() < all);
    assertEquals(300, messages.tapNs(ids.get(300)));
    assertThrows(IllegalStateException.class, () -> messages.tapNs(ids.get(0)));
    assertEquals(999, messages.tapNs(ids.get(999)), "the last page is not full");
    messages.freeTheRest();
    assertThrows(IllegalStateException.class, () -> messages.tapNs(ids.get(300)));
  }

  @Test
  void useFreedMemoryAgainAndForgetWhoMetWhatWasThere() {
    List<Long> ids = fill(1, 1_024);
    ids.forEach(id -> assertTrue(messages.isNew(0, id, 0)));
    long all = messages.bytes();
    messages.freeTheRest();
    assertEquals(0, messages.bytes());
    List<Long> next = fill(1, 1_024);
    assertEquals(all, messages.bytes());
    next.forEach(id -> assertTrue(messages.isNew(0, id, 0)));
    assertEquals(1_024, Messages.row(next.get(0)));
  }

  @Test
  void doNotMindNumbersThatAreNoIds() {
    fill(0, 10);
    for (long number : new long[] {-1, Long.MIN_VALUE, 5L << 32, 10, 1 << 20, Long.MAX_VALUE}) {
      messages.keep(number);
    }
  }

  @Test
  void keepAllThatIsHeldWhateverIsFreedAround() {
    RandomStream random = RandomStream.of(1, "messages", "");
    List<Long> held = new ArrayList<>();
    long tapNs = 0;
    for (int round = 0; round < 200; round++) {
      for (int i = 0; i < 300; i++) {
        long id = messages.add(random.nextInt(3), tapNs, (int) tapNs, -tapNs, 1);
        tapNs++;
        if (random.nextInt(200) == 0) {
          held.add(id);
        }
      }
      while (held.size() > 20) {
        held.remove(random.nextInt(held.size()));
      }
      held.forEach(messages::keep);
      messages.freeTheRest();
      for (long id : held) {
        assertEquals(-messages.tapNs(id), messages.chat(id));
        assertEquals(messages.tapNs(id), messages.sender(id));
      }
      assertTrue(messages.bytes() <= 23 * 256 * 26);
    }
  }

  private List<Long> fill(int origin, int count) {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(messages.add(origin, i, 1, 2, 3));
    }
    return ids;
  }
}
