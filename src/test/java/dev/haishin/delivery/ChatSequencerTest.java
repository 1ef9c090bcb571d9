package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChatSequencerTest {
  private static final long WINDOW = 1000;

  private final ChatSequencer sequencer = new ChatSequencer(WINDOW);

  @Test
  void aChatIsNumberedWithoutGapsWhileItIsActive() {
    long first = sequencer.next(5, 10);
    assertEquals(11, first);
    for (int i = 1; i < 100; i++) {
      assertEquals(first + i, sequencer.next(5, 10 + i * WINDOW / 2));
    }
  }

  @Test
  void chatsAreNumberedApart() {
    long first = sequencer.next(5, 10);
    sequencer.next(6, 10);
    assertEquals(first + 1, sequencer.next(5, 10));
  }

  @Test
  void aForgottenChatGoesOnAboveItsOldNumbers() {
    long last = 0;
    for (int i = 0; i < 50; i++) {
      last = sequencer.next(5, 100 + i);
    }
    long resumed = sequencer.next(5, 100 * WINDOW);
    assertEquals(100 * WINDOW + 1, resumed);
    assertTrue(resumed > last);
  }

  @Test
  void aWorkerThatTakesOverGoesOnAboveThePreviousOne() {
    long last = 0;
    for (long nowNs = 0; nowNs < 5000; nowNs += 3) {
      last = sequencer.next(5, nowNs);
    }
    assertTrue(new ChatSequencer(WINDOW).next(5, 5000) > last);
  }

  @Test
  void numbersGrowWhateverTheSilences() {
    SplittableRandom random = new SplittableRandom(10);
    long[] last = new long[20];
    long nowNs = 0;
    for (int i = 0; i < 20_000; i++) {
      nowNs += random.nextLong() >>> 54;
      int chat = (int) Math.floorMod(random.nextLong(), 20L);
      long number = sequencer.next(chat, nowNs);
      assertTrue(number > last[chat]);
      last[chat] = number;
    }
  }

  @Test
  void memoryIsBoundedByTheChatsOfTwoWindows() {
    for (long nowNs = 0; nowNs < 20 * WINDOW; nowNs++) {
      sequencer.next(nowNs, nowNs);
      assertTrue(sequencer.size() <= 2 * WINDOW);
    }
  }
}
