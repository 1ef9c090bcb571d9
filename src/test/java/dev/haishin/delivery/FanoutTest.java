package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FanoutTest {
  private static final long CHAT = 900;

  @Test
  void writeStoresAndRoutesEachRecipientTogether() {
    assertEquals(
        List.of("inbox 11", "route 11", "inbox 13", "route 13"),
        plan(new WriteFanout(), 12, 3, 11, 12, 13));
  }

  @Test
  void readAppendsOnceAndNotifiesEachRecipient() {
    assertEquals(
        List.of("log 900", "notify 11", "notify 13"), plan(new ReadFanout(), 12, 3, 11, 12, 13));
  }

  @Test
  void hybridWritesUpToItsLimitAndReadsAboveIt() {
    FanoutStrategy hybrid = new HybridFanout(3);
    assertEquals(plan(new WriteFanout(), 12, 3, 11, 12, 13), plan(hybrid, 12, 3, 11, 12, 13));
    assertEquals(plan(new ReadFanout(), 12, 4, 11, 12, 13), plan(hybrid, 12, 4, 11, 12, 13));
  }

  @Test
  void hybridCountsTheWholeChatWhereAHomeServesFewOfIt() {
    assertEquals(List.of("log 900", "notify 11"), plan(new HybridFanout(200), 12, 201, 11));
  }

  @Test
  void aSenderWhoLivesElsewhereIsNotMissed() {
    assertEquals(
        List.of("inbox 11", "route 11", "inbox 13", "route 13"),
        plan(new WriteFanout(), 99, 3, 11, 13));
  }

  @Test
  void aChatWithTheSenderAloneReachesNobody() {
    assertEquals(List.of(), plan(new WriteFanout(), 12, 1, 12));
  }

  @Test
  void strategiesAreFoundByTheirScenarioNames() {
    assertEquals(List.of("write", "read", "hybrid", "cost-based"), FanoutStrategies.names());
    for (String name : FanoutStrategies.names()) {
      FanoutStrategy strategy = FanoutStrategies.create(name, FanoutSettings.writingUpTo(2));
      boolean writes = name.equals("write") || name.equals("cost-based");
      assertEquals(writes ? 4 : 3, plan(strategy, 12, 3, 11, 12, 13).size(), name);
    }
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    FanoutSettings settings = FanoutSettings.writingUpTo(200);
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> FanoutStrategies.create("writes", settings));
    assertTrue(error.getMessage().contains("'writes'"));
    assertTrue(error.getMessage().contains("write, read, hybrid, cost-based"));
  }

  @Test
  void hybridRefusesANegativeLimit() {
    assertThrows(IllegalArgumentException.class, () -> new HybridFanout(-1));
  }

  private static List<String> plan(
      FanoutStrategy strategy, long sender, int memberCount, long... members) {
    List<String> calls = new ArrayList<>();
    Room room = new Room(CHAT, sender, memberCount, members);
    strategy.fanOut(room, room, new FanoutLog(calls));
    return calls;
  }
}
