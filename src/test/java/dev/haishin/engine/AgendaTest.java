package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AgendaTest {

  @Test
  void stepsComeInTheOrderOfAReferenceQueue() {
    Agenda agenda = new Agenda();
    HeapQueue reference = new HeapQueue();
    RandomStream random = RandomStream.of(5, "test.agenda", "steps");
    Event expected = new Event();
    long nowNs = 0;
    for (int i = 0; i < 50_000; i++) {
      if (random.nextInt(5) < 3) {
        // Few instants, so that many steps share one.
        long atNs = nowNs + random.nextInt(40);
        int rank = random.nextInt(3);
        agenda.add(atNs, rank, i % 256, i % 1_000_003, -i);
        reference.add(atNs, ((long) rank << 42) + i, 0, i, 0);
      } else if (reference.pollBefore(nowNs + 20, expected)) {
        assertTrue(agenda.takeBefore(nowNs + 20));
        nowNs = agenda.timeNs();
        assertEquals(expected.timeNs(), nowNs);
        assertEquals(expected.a() % 256, agenda.kind());
        assertEquals(expected.a() % 1_000_003, agenda.host());
        assertEquals(-expected.a(), agenda.payload());
      } else {
        assertFalse(agenda.takeBefore(nowNs + 20));
      }
      assertEquals(reference.nextTimeNs(), agenda.nextNs());
      assertEquals(reference.size(), agenda.size());
    }
    assertTrue(agenda.size() > 1_000);
  }

  @Test
  void theLimitIsExclusive() {
    Agenda agenda = new Agenda();
    agenda.add(7, 0, 0, 0, 0);

    assertFalse(agenda.takeBefore(7));
    assertTrue(agenda.takeBefore(8));
    assertEquals(Long.MAX_VALUE, agenda.nextNs());
  }

  @Test
  void aStormLeavesNoRoomBehind() {
    Agenda agenda = new Agenda();
    for (int i = 0; i < 100_000; i++) {
      agenda.add(i * 7919L % 100_000, 0, 0, i, i);
    }
    int storm = agenda.room();
    for (int i = 0; i < 99_990; i++) {
      assertTrue(agenda.takeBefore(100_000));
      assertEquals(i, agenda.timeNs());
      assertEquals(i, agenda.payload() * 7919 % 100_000);
    }
    assertTrue(storm >= 100_000 && agenda.room() <= 1024, () -> storm + ", " + agenda.room());
    for (int i = 99_990; i < 100_000; i++) {
      assertTrue(agenda.takeBefore(100_000));
      assertEquals(i, agenda.timeNs());
    }
  }
}
