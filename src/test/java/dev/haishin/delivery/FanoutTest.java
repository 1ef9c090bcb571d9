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
    assertEquals(List.of("write", "read", "hybrid"), FanoutStrategies.names());
    for (String name : FanoutStrategies.names()) {
      assertEquals(
          name.equals("write") ? 4 : 3,
          plan(FanoutStrategies.create(name, 2), 12, 3, 11, 12, 13).size(),
          name);
    }
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> FanoutStrategies.create("writes", 200));
    assertTrue(error.getMessage().contains("'writes'"));
    assertTrue(error.getMessage().contains("write, read, hybrid"));
  }

  @Test
  void hybridRefusesANegativeLimit() {
    assertThrows(IllegalArgumentException.class, () -> new HybridFanout(-1));
  }

  private static List<String> plan(
      FanoutStrategy strategy, long sender, int memberCount, long... members) {
    List<String> calls = new ArrayList<>();
    strategy.fanOut(new FixedChat(CHAT, sender, memberCount), new Fixed(members), new Log(calls));
    return calls;
  }

  private record FixedChat(long chatId, long senderId, int memberCount) implements Chat {}

  private record Log(List<String> calls) implements FanoutSink {
    @Override
    public void writeInbox(long recipient) {
      calls.add("inbox " + recipient);
    }

    @Override
    public void appendLog(long chatId) {
      calls.add("log " + chatId);
    }

    @Override
    public void route(long recipient) {
      calls.add("route " + recipient);
    }

    @Override
    public void notifyMember(long recipient) {
      calls.add("notify " + recipient);
    }
  }

  private static final class Fixed implements Members {
    private final long[] users;

    Fixed(long... users) {
      this.users = users;
    }

    @Override
    public int size() {
      return users.length;
    }

    @Override
    public long member(int index) {
      return users[index];
    }
  }
}
