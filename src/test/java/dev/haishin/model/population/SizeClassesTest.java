package dev.haishin.model.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import org.junit.jupiter.api.Test;

/** Chats along slots: every slot in one chat, sizes as their law has them. */
class SizeClassesTest {
  @Test
  void pairsFillAllSlots() {
    SizeClasses pairs = new SizeClasses(Distributions.fixed(2), 1_001);
    assertEquals(500, pairs.chats());
    assertEquals(1_000, pairs.slots());
    assertEquals(7, pairs.chatOfSlot(14));
    assertEquals(7, pairs.chatOfSlot(15));
    assertEquals(14, pairs.firstSlotOf(7));
  }

  @Test
  void slotsAndChatsFindEachOther() {
    SizeClasses classes = new SizeClasses(new TableLaw(2.3, 3, 100), 50_000);
    long slot = 0;
    for (long chat = 0; chat < classes.chats(); chat++) {
      assertEquals(slot, classes.firstSlotOf(chat));
      int size = classes.sizeOf(chat);
      assertEquals(chat, classes.chatOfSlot(slot));
      assertEquals(chat, classes.chatOfSlot(slot + size - 1));
      slot += size;
    }
    assertEquals(slot, classes.slots());
    assertTrue(slot <= 50_000 && slot > 49_000);
  }

  @Test
  void eachSizeIsAsFrequentAsItsLawSays() {
    TableLaw law = new TableLaw(2.3, 3, 100);
    SizeClasses classes = new SizeClasses(law, 200_000);
    long threes = 0;
    while (classes.sizeOf(threes) == 3) {
      threes++;
    }
    assertEquals(law.probability(3), (double) threes / classes.chats(), 1e-3);
    double mean = (double) classes.slots() / classes.chats();
    assertEquals(law.mean(), mean, 0.01 * law.mean());
  }

  @Test
  void theNearestSizeIsFoundAndItsChatsTakeTurns() {
    SizeClasses classes = new SizeClasses(new TableLaw(2.3, 3, 100), 5_000);
    for (int wanted : new int[] {2, 3, 17, 60, 71, 99, 4_000}) {
      int least = Integer.MAX_VALUE;
      int of = 0;
      for (long chat = 0; chat < classes.chats(); chat++) {
        int distance = Math.abs(classes.sizeOf(chat) - wanted);
        of = distance < least ? 1 : distance == least ? of + 1 : of;
        least = Math.min(least, distance);
      }
      long first = classes.nearest(wanted, 0);
      assertEquals(least, Math.abs(classes.sizeOf(first) - wanted), "size near " + wanted);
      long last = classes.nearest(wanted, -1);
      assertEquals(classes.sizeOf(first), classes.sizeOf(last));
      assertTrue(of == 1 || classes.nearest(wanted, 1) == first + 1, "turns near " + wanted);
    }
  }

  @Test
  void noSlotsMakeNoChats() {
    Distribution law = Distributions.fixed(2);
    assertEquals(0, new SizeClasses(law, 0).chats());
    assertEquals(0, new SizeClasses(law, 1).chats());
  }
}
