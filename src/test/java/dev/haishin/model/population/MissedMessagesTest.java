package dev.haishin.model.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.haishin.model.Messages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of missed messages: the strongest fact, and what a sync takes out. */
class MissedMessagesTest {
  /** So short a run that instants are kept to the nanosecond. */
  private static final long RUN_NS = 1_000;

  private final UserRows users = new UserRows(3, 0, UserRowsTest.dialled(0, 1), RUN_NS);
  private final MissedMessages missed = new MissedMessages(users, RUN_NS);
  private final List<String> taken = new ArrayList<>();

  @Test
  void aSyncTakesWhatWasWrittenUpToItsRead() {
    missed.add(0, 11, 2, 1, 10, false);
    missed.add(0, 12, 2, 2, 20, true);
    missed.add(0, 13, 2, 3, 30, false);
    missed.add(1, 14, 2, 4, 10, false);
    take(0, 20);
    assertEquals(List.of("12 tapped 2 online", "11 tapped 1"), taken);
    assertEquals(1, missed.count(0));
    assertEquals(1, missed.count(1));
    assertEquals(2, missed.total(MissedMessages.PENDING));
  }

  @Test
  void aPushIsStrongerThanAnExpiry() {
    missed.add(0, 11, 2, 77, 10, false);
    assertEquals(2, missed.mark(0, 11, MissedMessages.EXPIRED));
    assertEquals(1, missed.total(MissedMessages.EXPIRED));
    assertEquals(2, missed.mark(0, 11, MissedMessages.PUSHED));
    assertEquals(-1, missed.mark(0, 11, MissedMessages.EXPIRED));
    assertEquals(0, missed.total(MissedMessages.EXPIRED));
    assertEquals(1, missed.total(MissedMessages.PUSHED));
    assertEquals(-1, missed.mark(1, 11, MissedMessages.PUSHED));
    take(0, 10);
    assertEquals(List.of("11 tapped 77 pushed"), taken);
    assertEquals(0, missed.total(MissedMessages.PUSHED));
  }

  @Test
  void freedEntriesAreUsedAgainByAnyUser() {
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < 200; i++) {
        missed.add(i % 3, i, 2, i, round, false);
      }
      for (int row = 0; row < 3; row++) {
        take(row, round);
        assertEquals(0, missed.count(row));
      }
    }
    assertEquals(2_000, taken.size());
    assertEquals(0, missed.total(MissedMessages.PENDING));
    assertEquals(512 * 16, missed.bytes());
  }

  @Test
  void entriesKeepEveryFieldAtTheEndOfItsRange() {
    long last = Messages.id((1 << 16) - 1, (1 << 27) - 1);
    missed.add(0, last, 2, RUN_NS, RUN_NS, true);
    missed.add(0, 0, 2, 0, 0, false);
    assertEquals(2, missed.mark(0, last, MissedMessages.PUSHED));
    take(0, RUN_NS);
    assertEquals(List.of("0 tapped 0", last + " tapped " + RUN_NS + " online pushed"), taken);
    assertThrows(IllegalStateException.class, () -> missed.add(0, last + 1, 2, 0, 0, false));
  }

  @Test
  void aTapInALongRunIsKnownToMicroseconds() {
    long dayNs = 86_400_000_000_000L;
    MissedMessages ofDay =
        new MissedMessages(new UserRows(1, 0, UserRowsTest.dialled(0, 1), dayNs), dayNs);
    ofDay.add(0, 1, 2, dayNs - 1, dayNs - 1, false);
    ofDay.takeUpTo(
        0,
        dayNs,
        (row, message, chat, tapNs, writtenNs, wasOnline, fact) -> {
          assertEquals(dayNs, tapNs, 21_000.0);
          assertEquals(2, chat);
          assertEquals(dayNs, writtenNs, 50e6);
          taken.add("once");
        });
    assertEquals(List.of("once"), taken);
  }

  @Test
  void takeSixteenBytesEach() {
    for (int i = 0; i < 100_000; i++) {
      missed.add(0, i, 2, 0, 0, false);
    }
    assertEquals(16, missed.bytes() / 100_000.0, 0.1);
  }

  private void take(int row, long readNs) {
    missed.takeUpTo(
        row,
        readNs,
        (user, message, chat, tapNs, writtenNs, wasOnline, fact) ->
            taken.add(
                message
                    + " tapped "
                    + tapNs
                    + (wasOnline ? " online" : "")
                    + (fact == MissedMessages.PUSHED ? " pushed" : "")));
  }
}
