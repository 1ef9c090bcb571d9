package dev.haishin.delivery;

import static dev.haishin.delivery.InboxWindow.Arrival.DUPLICATE;
import static dev.haishin.delivery.InboxWindow.Arrival.FIRST;
import static dev.haishin.delivery.InboxWindow.Arrival.INVERSION;
import static dev.haishin.delivery.InboxWindow.Arrival.STALE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.delivery.InboxWindow.Arrival;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxWindowTest {

  @Test
  void revisionsInOrderAreFirst() {
    long window = InboxWindow.EMPTY;
    for (int revision = 1; revision < 100; revision++) {
      assertEquals(FIRST, InboxWindow.classify(window, revision));
      window = InboxWindow.accept(window, revision);
      assertEquals(revision, InboxWindow.revision(window));
    }
  }

  @Test
  void aRevisionThatWasOvertakenIsAnInversionOnce() {
    long window = InboxWindow.accept(InboxWindow.accept(InboxWindow.EMPTY, 1), 3);
    assertEquals(INVERSION, InboxWindow.classify(window, 2));
    window = InboxWindow.accept(window, 2);
    assertEquals(DUPLICATE, InboxWindow.classify(window, 2));
    assertEquals(3, InboxWindow.revision(window));
  }

  @Test
  void theWindowTells32RevisionsApart() {
    long window = InboxWindow.accept(InboxWindow.EMPTY, 100);
    assertEquals(DUPLICATE, InboxWindow.classify(window, 100));
    assertEquals(INVERSION, InboxWindow.classify(window, 69));
    assertEquals(STALE, InboxWindow.classify(window, 68));
    assertEquals(window, InboxWindow.accept(window, 68));
  }

  @Test
  void afterASyncEverythingUpToTheRevisionIsThere() {
    long window = InboxWindow.upTo(500);
    assertEquals(DUPLICATE, InboxWindow.classify(window, 500));
    assertEquals(DUPLICATE, InboxWindow.classify(window, 469));
    assertEquals(STALE, InboxWindow.classify(window, 468));
    assertEquals(FIRST, InboxWindow.classify(window, 501));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, Integer.MAX_VALUE - 500, -500})
  void agreesWithASetOfWhatWasReceivedAcrossWrapAround(int start) {
    SplittableRandom random = new SplittableRandom(11);
    Set<Integer> received = new TreeSet<>();
    long window = InboxWindow.upTo(start);
    for (int below = 0; below < InboxWindow.WIDTH; below++) {
      received.add(-below);
    }
    int highest = 0;
    for (int i = 0; i < 20_000; i++) {
      int offset = highest - 40 + (int) Math.floorMod(random.nextLong(), 44L);
      assertEquals(
          expected(received, highest, offset), InboxWindow.classify(window, start + offset));
      if (offset > highest - InboxWindow.WIDTH) {
        received.add(offset);
      }
      window = InboxWindow.accept(window, start + offset);
      highest = Math.max(highest, offset);
      assertEquals(start + highest, InboxWindow.revision(window));
    }
  }

  private static Arrival expected(Set<Integer> received, int highest, int offset) {
    if (offset > highest) {
      return FIRST;
    }
    if (offset <= highest - InboxWindow.WIDTH) {
      return STALE;
    }
    return received.contains(offset) ? DUPLICATE : INVERSION;
  }
}
