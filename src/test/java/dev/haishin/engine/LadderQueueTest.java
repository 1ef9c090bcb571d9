package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ladder queue does what the plain heap does, however events come. */
class LadderQueueTest {
  private static final int STEPS = 400_000;

  @ParameterizedTest
  @EnumSource
  void agreesWithTheHeapAtAboutOnePopulation(ArrivalPattern pattern) {
    hold(pattern, new QueuePair(new LadderQueue()), STEPS);
  }

  @ParameterizedTest
  @EnumSource
  void agreesWithTheHeapWhileFillingAndDraining(ArrivalPattern pattern) {
    QueuePair pair = new QueuePair(new LadderQueue());
    RandomStream random = RandomStream.of(2, "sawtooth", pattern.name());
    long step = 0;
    for (int tooth = 0; tooth < 12; tooth++) {
      int target = 1 << (1 + random.nextInt(14));
      while (pair.size() < target) {
        pair.add(pattern.timeNs(pair.nowNs(), random, step), pattern.key(random, step));
        step++;
      }
      pair.compareContents();
      int left = tooth % 3 == 0 ? 0 : target / 10;
      while (pair.size() > left && pair.pollBefore(Long.MAX_VALUE)) {
        pair.nextTimeNs();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void agreesWithTheHeapInWindows(ArrivalPattern pattern) {
    QueuePair pair = new QueuePair(new LadderQueue());
    RandomStream random = RandomStream.of(3, "windows", pattern.name());
    long step = 0;
    long nextNs = 0;
    while (step < STEPS / 2) {
      long windowNs = 1 + random.nextLong(1L << random.nextInt(40));
      long limitNs = nextNs > Long.MAX_VALUE - windowNs ? Long.MAX_VALUE : nextNs + windowNs;
      for (int burst = 0; burst < 200 && pair.pollBefore(limitNs); burst++) {
        if (pair.size() < pattern.population()) {
          pair.add(pattern.timeNs(pair.nowNs(), random, step), pattern.key(random, step));
          step++;
        }
      }
      for (int collected = 0; collected < 20; collected++) {
        pair.add(pattern.timeNs(pair.nowNs(), random, step), pattern.key(random, step));
        step++;
      }
      nextNs = pair.nextTimeNs();
    }
    pair.compareContents();
  }

  @Test
  void aQueueThatReversesEqualInstantsIsCaught() {
    QueuePair pair = new QueuePair(new BackwardsAtOneInstant());
    assertThrows(
        AssertionError.class, () -> hold(ArrivalPattern.BURSTS_EVERY_MILLISECOND, pair, STEPS));
  }

  @Test
  void takesNothingAtItsLimit() {
    LadderQueue queue = new LadderQueue();
    Event event = new Event();
    queue.add(5, 1, 0, 0, 0);
    assertFalse(queue.pollBefore(5, event));
    assertEquals(5, queue.nextTimeNs());
    assertEquals(1, queue.size());
  }

  @Test
  void isEmptyAtFirst() {
    LadderQueue queue = new LadderQueue();
    assertFalse(queue.pollBefore(Long.MAX_VALUE, new Event()));
    assertEquals(Long.MAX_VALUE, queue.nextTimeNs());
    assertEquals(0, queue.size());
  }

  /** Adds and takes at random, with limits on both sides of the next event. */
  private static void hold(ArrivalPattern pattern, QueuePair pair, int steps) {
    RandomStream random = RandomStream.of(1, "hold", pattern.name());
    for (long step = 0; step < steps; step++) {
      boolean below = pair.size() < pattern.population();
      if (random.nextInt(8) < (below ? 7 : 3)) {
        pair.add(pattern.timeNs(pair.nowNs(), random, step), pattern.key(random, step));
      }
      int choice = random.nextInt(16);
      if (choice == 0) {
        pair.pollBefore(pair.nextTimeNs());
      } else if (choice == 1 && pair.nextTimeNs() < Long.MAX_VALUE) {
        pair.pollBefore(pair.nextTimeNs() + 1);
      } else if (choice == 2) {
        pair.pollBefore(pair.nowNs() + random.nextInt(100_000));
      } else if (choice < 8) {
        pair.pollBefore(Long.MAX_VALUE);
      }
      if (step % 50_000 == 0) {
        pair.compareContents();
      }
    }
    pair.compareContents();
    while (pair.pollBefore(Long.MAX_VALUE)) {
      continue;
    }
  }

  /** Right but for the order of keys. */
  private static final class BackwardsAtOneInstant implements EventQueue {
    private final LadderQueue queue = new LadderQueue();

    @Override
    public void add(long timeNs, long key, long envelope, long a, long b) {
      queue.add(timeNs, ~key, envelope, a, b);
    }

    @Override
    public boolean pollBefore(long limitNs, Event into) {
      boolean found = queue.pollBefore(limitNs, into);
      into.key = ~into.key;
      return found;
    }

    @Override
    public long nextTimeNs() {
      return queue.nextTimeNs();
    }

    @Override
    public int size() {
      return queue.size();
    }

    @Override
    public void forEach(Event into, Runnable visit) {
      queue.forEach(into, visit);
    }
  }
}
