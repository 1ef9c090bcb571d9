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
    private final Simulation simulation;
    private final Partition[] partitions;
    private final long endNs;
    private final Rendezvous meeting;
    private final Throwable[] failures;
    private final Runnable next = this::next;

    /** Written by the last to arrive at a meeting, read by all after it; 0 ends the run. */
    private long limitNs;

    Shift(Simulation simulation, Partition[] partitions, long endNs) {
      this.simulation = simulation;
      this.partitions = partitions;
      this.endNs = endNs;
      meeting = new Rendezvous(partitions.length);
      failures = new Throwable[partitions.length];
      limitNs = simulation.nextLimitNs(endNs);
    }

    void work(int number) {
      while (limitNs > 0) {
        attempt(number, true);
        meeting.await(null);
        attempt(number, false);
        meeting.await(next);
      }
    }

    private void attempt(int number, boolean run) {
      try {
        if (run) {
          partitions[number].runBefore(limitNs);
        } else {
          partitions[number].collect(partitions);
        }
      } catch (RuntimeException | Error thrown) {
        if (failures[number] == null) {
          failures[number] = thrown;
        }
      }
    }

    private void next() {
      limitNs = 0;
      if (firstFailure() == null) {
        try {
          limitNs = simulation.nextLimitNs(endNs);
        } catch (RuntimeException | Error thrown) {
          failures[0] = thrown;
        }
      }
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
   * Runs all partitions before an instant: the first on the calling thread, each other on its own.
   */
  void run(Simulation simulation, Partition[] partitions, long endNs) {
    Shift shift = new Shift(simulation, partitions, endNs);
    Thread[] threads = new Thread[partitions.length - 1];
    for (int i = 0; i < threads.length; i++) {
      int number = i + 1;
      threads[i] = new Thread(() -> shift.work(number), "partition-" + number);
      threads[i].setDaemon(true);
      threads[i].start();
    }
    shift.work(0);
    for (Thread thread : threads) {
      joinUninterruptibly(thread);
    }
    Throwable failure = shift.firstFailure();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private static void joinUninterruptibly(Thread thread) {
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
