package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work side by side is all done, once each, or ends with what was thrown. */
class SideBySideTest {
  private static final int COUNT = 1000;
  private static final Duration HANGS = Duration.ofSeconds(60);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 2000})
  void everyNumberIsWorkedOnOnce(int threads) {
    AtomicIntegerArray times = new AtomicIntegerArray(COUNT);
    SideBySide.each(COUNT, threads, times::incrementAndGet);
    for (int i = 0; i < COUNT; i++) {
      assertEquals(1, times.get(i));
    }
  }

  @Test
  void nothingToDoIsDone() {
    SideBySide.each(0, 4, number -> assertEquals(-1, number));
  }

  @Test
  void severalThreadsWorkAtOnce() {
    CountDownLatch all = new CountDownLatch(3);
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    assertTimeoutPreemptively(
        HANGS,
        () ->
            SideBySide.each(
                3,
                3,
                number -> {
                  seen.add(Thread.currentThread());
                  all.countDown();
                  awaitUninterruptibly(all);
                }));
    assertEquals(3, seen.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void whatAnyWorkThrowsEndsIt(int threads) {
    RuntimeException thrown = new IllegalStateException("no room");
    assertSame(
        thrown,
        assertThrows(
            RuntimeException.class, () -> SideBySide.each(COUNT, threads, throwing(thrown))));
    Error error = new AssertionError("broken");
    assertSame(
        error, assertThrows(Error.class, () -> SideBySide.each(COUNT, threads, throwing(error))));
  }

  private static IntConsumer throwing(Throwable thrown) {
    return number -> {
      if (number == 500 && thrown instanceof Error error) {
        throw error;
      }
      if (number == 500 && thrown instanceof RuntimeException exception) {
        throw exception;
      }
    };
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
