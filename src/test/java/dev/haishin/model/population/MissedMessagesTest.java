package dev.haishin.model.population;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of missed messages: the strongest fact, and what a sync takes out. */
class MissedMessagesTest {
  private final UserRows users = new UserRows(3, 0, 0, 1_000);
  private final MissedMessages missed = new MissedMessages(users);
  private final List<String> taken = new ArrayList<>();

  @Test
  void aSyncTakesWhatWasWrittenUpToItsRead() {
    missed.add(0, 11, 1, 10);
    missed.add(0, 12, 2, 20);
    missed.add(0, 13, 3, 30);
    missed.add(1, 14, 4, 10);
    take(0, 20);
    assertEquals(List.of("12:2:0", "11:1:0"), taken);
    assertEquals(1, missed.count(0));
    assertEquals(1, missed.count(1));
    assertEquals(2, missed.total(MissedMessages.PENDING));
  }

  @Test
  void aPushIsStrongerThanAnExpiryAndKeepsTheAcceptance() {
    missed.add(0, 11, 77, 10);
    assertEquals(77, missed.mark(0, 11, MissedMessages.EXPIRED));
    assertEquals(1, missed.total(MissedMessages.EXPIRED));
    assertEquals(77, missed.mark(0, 11, MissedMessages.PUSHED));
    assertEquals(-1, missed.mark(0, 11, MissedMessages.EXPIRED));
    assertEquals(0, missed.total(MissedMessages.EXPIRED));
    assertEquals(1, missed.total(MissedMessages.PUSHED));
    assertEquals(-1, missed.mark(1, 11, MissedMessages.PUSHED));
    take(0, 10);
    assertEquals(List.of("11:77:1"), taken);
    assertEquals(0, missed.total(MissedMessages.PUSHED));
  }

  @Test
  void freedEntriesAreUsedAgainByAnyUser() {
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < 200; i++) {
        missed.add(i % 3, i, i, round);
      }
      for (int row = 0; row < 3; row++) {
        take(row, round);
        assertEquals(0, missed.count(row));
      }
    }
    assertEquals(2_000, taken.size());
    assertEquals(0, missed.total(MissedMessages.PENDING));
  }

  private void take(int row, long readNs) {
    missed.takeUpTo(
        row,
        readNs,
        (user, message, acceptedNs, writtenNs, fact) ->
            taken.add(message + ":" + acceptedNs + ":" + fact));
  }
}
