package dev.haishin.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Where threads wait for each other. Windows are short, so a thread looks a while before it gives
 * its core away; it sleeps only when a partition is far behind.
 */
final class Rendezvous {
  private static final int SPINS = 2_000;
  private static final int YIELDS = 5_000;
  private static final long NAP_NS = 50_000;

  private final int parties;
  private final AtomicInteger arrived = new AtomicInteger();
  private volatile int round;

  Rendezvous(int parties) {
    this.parties = parties;
  }

  /**
   * Waits until all have come.
   *
   * @param last run by the last to arrive before the others go on, or null
   */
  void await(Runnable last) {
    int mine = round;
    if (arrived.incrementAndGet() == parties) {
      arrived.set(0);
      if (last != null) {
        last.run();
      }
      round = mine + 1;
      return;
    }
    for (int looks = 0; round == mine; looks++) {
      if (looks < SPINS) {
        Thread.onSpinWait();
      } else if (looks < SPINS + YIELDS) {
        Thread.yield();
      } else {
        LockSupport.parkNanos(this, NAP_NS);
      }
    }
  }
}
