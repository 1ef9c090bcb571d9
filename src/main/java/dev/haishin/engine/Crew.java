package dev.haishin.engine;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/**
 * Threads that run partitions side by side, window by window. They change how long a run takes and
 * nothing else.
 */
public final class Crew {
  private volatile long limitNs;
  private volatile Throwable failure;

  /** Runs all partitions before an instant, each on its own thread. */
  void run(Simulation simulation, Partition[] partitions, long endNs) {
    limitNs = simulation.nextLimitNs(endNs);
    CyclicBarrier ran = new CyclicBarrier(partitions.length);
    CyclicBarrier collected =
        new CyclicBarrier(partitions.length, () -> limitNs = simulation.nextLimitNs(endNs));
    Thread[] threads = new Thread[partitions.length];
    for (int i = 0; i < partitions.length; i++) {
      Partition mine = partitions[i];
      threads[i] = new Thread(() -> work(mine, partitions, ran, collected), "partition-" + i);
      threads[i].start();
    }
    for (Thread thread : threads) {
      joinUninterruptibly(thread);
    }
    Throwable thrown = failure;
    if (thrown != null) {
      throw new IllegalStateException(thrown.getMessage(), thrown);
    }
  }

  private void work(Partition mine, Partition[] all, CyclicBarrier ran, CyclicBarrier collected) {
    try {
      while (limitNs > 0) {
        mine.runBefore(limitNs);
        ran.await();
        mine.collect(all);
        collected.await();
      }
    } catch (RuntimeException | Error thrown) {
      failure = thrown;
      ran.reset();
      collected.reset();
    } catch (BrokenBarrierException | InterruptedException stopped) {
      Thread.currentThread().interrupt();
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
