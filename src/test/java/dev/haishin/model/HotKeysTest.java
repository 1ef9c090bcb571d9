package dev.haishin.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.delivery.PartitionHash;
import dev.haishin.engine.Distributions;
import dev.haishin.model.population.ChatKind;
import dev.haishin.model.population.Chats;
import dev.haishin.results.Hottest;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HotKeysTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int PARTITIONS = 8;
  private final Chats chats =
      new Chats(
          new int[] {0, 10_000},
          new ChatKind[] {new ChatKind(1, Distributions.fixed(5), 8, 0)},
          1,
          7);
  private final HotKeys keys = new HotKeys("tokyo", PARTITIONS, 10 * SECOND);

  @Test
  void theChatWithMostMessagesIsNamedWithItsPartition() {
    long hot = chats.chatAt(0, 0, 77);
    for (int i = 0; i < 400; i++) {
      keys.accepted(chats.chatAt(0, 0, i % 40), 20 * SECOND);
      keys.accepted(hot, 20 * SECOND);
    }
    List<Hottest> found = keys.hottest(chats, 110 * SECOND);
    assertEquals("tokyo/chat/" + hot + " of 5 members", found.get(1).name());
    assertEquals(4, found.get(1).value(), "400 messages in 100 s");
    int partition = PartitionHash.partition(hot, PARTITIONS);
    assertEquals("tokyo/kafka/partition/" + partition, found.get(0).name());
    double messages = found.get(0).value() * 100;
    assertEquals(messages / 100, found.get(0).timesMean().orElseThrow(), 1e-12, "the mean is 100");
  }

  @Test
  void amongManyChatsItsNumberIsBoundedFromAbove() {
    long hot = chats.chatAt(0, 0, 77);
    SplittableRandom random = new SplittableRandom(1);
    int others = 200_000;
    for (int i = 0; i < others; i++) {
      keys.accepted(chats.chatAt(0, 0, random.nextLong(chats.count(0, 0))), 20 * SECOND);
      if (i % 100 == 0) {
        keys.accepted(hot, 20 * SECOND);
      }
    }
    Hottest chat = keys.hottest(chats, 11 * SECOND).get(1);
    assertTrue(chat.name().startsWith("tokyo/chat/" + hot + " "), chat.name());
    assertTrue(chat.value() >= 2000 && chat.value() < 2000 + others / 2000.0, chat.toString());
  }

  @Test
  void theWarmUpDoesNotCount() {
    keys.accepted(chats.chatAt(0, 0, 1), 9 * SECOND);
    assertEquals(List.of(), keys.hottest(chats, 110 * SECOND));
  }
}
