package dev.haishin.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * Work on many things that share nothing, several at a time. Which thread does which, and when,
 * changes no result.
 */
public final class SideBySide {
  private SideBySide() {}

  /**
   * Does the work of each number below a count, on the calling thread and some more.
   *
   * @param threads at least 1
   * @throws RuntimeException or Error, what the work of one number has thrown
   */
  public static void each(int count, int threads, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable share =
        () -> {
          try {
            int number = next.getAndIncrement();
            while (number < count && failure.get() == null) {
              work.accept(number);
              number = next.getAndIncrement();
            }
          } catch (RuntimeException | Error thrown) {
            failure.compareAndSet(null, thrown);
          }
        };
    Thread[] others = new Thread[Math.max(1, Math.min(threads, count)) - 1];
    for (int i = 0; i < others.length; i++) {
      others[i] = new Thread(share, "building");
      others[i].setDaemon(true);
      others[i].start();
    }
    share.run();
    for (Thread other : others) {
      joinUninterruptibly(other);
    }
    if (failure.get() instanceof Error error) {
      throw error;
    }
    if (failure.get() instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** Waits for a thread to end; an interruption meanwhile is kept for later. */
  static void joinUninterruptibly(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
