package dev.haishin.model.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.RandomStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChatsTest {
  private static final TableLaw GROUP = new TableLaw(2.3, 3, 500);
  private static final TableLaw OPEN = new TableLaw(1.8, 50, 5000);
  private static final ChatKind DIRECT_KIND =
      new ChatKind(0, dev.haishin.engine.Distributions.fixed(2), 20, 0);

  private static Chats world(double locality, int... users) {
    int[] first = new int[users.length + 1];
    for (int i = 0; i < users.length; i++) {
      first[i + 1] = first[i] + users[i];
    }
    ChatKind[] kinds = {
      DIRECT_KIND, new ChatKind(1, GROUP, 8, 0.8), new ChatKind(2, OPEN, 0.5, 0.9)
    };
    return new Chats(first, kinds, locality, 11);
  }

  private static int region(int user, int... users) {
    int region = 0;
    int end = users[0];
    while (user >= end) {
      end += users[++region];
    }
    return region;
  }

  @Test
  void membersAndChatsInvertEachOtherAt300MillionUsers() {
    int[] users = {150_000_000, 90_000_000, 60_000_000};
    Chats chats = world(0.97, users);
    RandomStream random = RandomStream.of(1, "test", "");
    for (int i = 0; i < 1_000_000; i++) {
      int kind = random.nextInt(3);
      int layer = random.nextInt(chats.layers(kind));
      int user = random.nextInt(300_000_000);
      long chat = chats.chatOf(kind, layer, region(user, users), user);
      if (chat < 0) {
        continue;
      }
      assertEquals(kind, Chats.kind(chat));
      int position = random.nextInt(chats.size(chat));
      int member = chats.member(chat, position);
      assertEquals(chat, chats.chatOf(kind, layer, region(member, users), member));
    }
  }

  @Test
  void findsEveryMemberOfAChatAndEachOnce() {
    int[] users = {3_000_000, 1_000_000};
    Chats chats = world(0.9, users);
    RandomStream random = RandomStream.of(2, "test", "");
    for (int i = 0; i < 3_000; i++) {
      int kind = random.nextInt(3);
      int user = random.nextInt(4_000_000);
      long chat = chats.chatOf(kind, 0, region(user, users), user);
      if (chat < 0) {
        continue;
      }
      int[] members = new int[chats.size(chat)];
      boolean found = false;
      for (int p = 0; p < members.length; p++) {
        members[p] = chats.member(chat, p);
        found |= members[p] == user;
      }
      assertTrue(found);
      Arrays.sort(members);
      for (int p = 1; p < members.length; p++) {
        assertTrue(members[p] != members[p - 1], "a member twice");
      }
    }
  }

  @Test
  void looksUpWithoutAllocating() {
    int[] users = {200_000_000, 100_000_000};
    Chats chats = world(0.97, users);
    RandomStream random = RandomStream.of(3, "test", "");
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long sum = walk(chats, random, 200_000, users);
    long before = threads.getCurrentThreadAllocatedBytes();
    sum += walk(chats, random, 200_000, users);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(sum != 0);
    assertTrue(allocated < 10_000, allocated + " bytes for 200,000 look-ups");
  }

  private static long walk(Chats chats, RandomStream random, int steps, int[] users) {
    long sum = 0;
    for (int i = 0; i < steps; i++) {
      int user = random.nextInt(300_000_000);
      long chat = chats.chatOf(1, i & 7, user < users[0] ? 0 : 1, user);
      if (chat >= 0) {
        sum += chats.member(chat, chats.size(chat) - 1);
      }
    }
    return sum;
  }

  @Test
  void groupSizesFollowTheirLawOverChats() {
    Chats chats = world(1, 10_000_000);
    long count = chats.count(1, 0);
    double sum = 0;
    long threes = 0;
    for (long n = 0; n < count; n += 7) {
      int size = chats.size(chats.chatAt(1, 0, n));
      sum += size;
      threes += size == 3 ? 1 : 0;
    }
    double sampled = (count + 6) / 7;
    assertEquals(GROUP.mean(), sum / sampled, 0.01 * GROUP.mean());
    assertEquals(GROUP.probability(3), threes / sampled, 0.005);
    // Every user is in eight groups: chats x mean size = 8 x users.
    assertEquals(8.0, count * GROUP.mean() / 10_000_000, 0.02);
  }

  @Test
  void localityIsTheShareOfMembersWhoLiveInTheChatsRegion() {
    int[] users = {4_000_000, 3_500_000, 2_500_000};
    Chats chats = world(0.9, users);
    for (int r = 0; r < 3; r++) {
      long count = chats.count(1, r);
      long home = 0;
      long all = 0;
      for (long n = 0; n < count; n += 1 + count / 40_000) {
        long chat = chats.chatAt(1, r, n);
        for (int p = 0; p < chats.size(chat); p++) {
          home += region(chats.member(chat, p), users) == r ? 1 : 0;
          all++;
        }
      }
      assertEquals(0.9, (double) home / all, 0.005, "region " + r);
    }
  }
}
