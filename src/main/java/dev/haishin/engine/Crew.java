package dev.haishin.engine;

/**
 * Threads that run partitions side by side, window by window. They change how long a run takes and
 * nothing else.
 *
 * <p>An exception in a partition ends the run when its window ends: every thread still comes to the
 * meeting, so none waits for one that has gone, and of several exceptions the one in the first
 * partition is thrown, which does not depend on their timing.
 */
public final class Crew {

  /** One run before one instant. */
  private static final class Shift {
    private final Windows windows;
    private final Rendezvous meeting;
    private final Throwable[] failures;
    private final Runnable next = this::next;

    /** Written by the last to arrive at a meeting, read by all after it. */
    private boolean over;

    Shift(Windows windows) {
      this.windows = windows;
      meeting = new Rendezvous(windows.partitions());
      failures = new Throwable[windows.partitions()];
      over = windows.areOver();
    }

    void work(int number) {
      while (!over) {
        try {
          windows.run(number);
        } catch (RuntimeException | Error thrown) {
          failures[number] = thrown;
        }
        meeting.await(next);
      }
    }

    private void next() {
      windows.next();
      over = windows.areOver() || firstFailure() != null;
    }

    Throwable firstFailure() {
      for (Throwable failure : failures) {
        if (failure != null) {
          return failure;
        }
      }
      return null;
    }
  }

  /**
   * Runs all partitions to the end of the windows: the first on the calling thread, each other on
   * its own.
   */
  void run(Windows windows) {
    Shift shift = new Shift(windows);
    Thread[] threads = new Thread[windows.partitions() - 1];
    for (int i = 0; i < threads.length; i++) {
      int number = i + 1;
      threads[i] = new Thread(() -> shift.work(number), "partition-" + number);
      threads[i].setDaemon(true);
      threads[i].start();
    }
    shift.work(0);
    for (Thread thread : threads) {
      SideBySide.joinUninterruptibly(thread);
    }
    Throwable failure = shift.firstFailure();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    windows.settle();
  }
}
