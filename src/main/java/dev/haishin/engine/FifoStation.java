package dev.haishin.engine;

import java.util.Arrays;

/** c equal servers, first in first out: a job's departure is known when it arrives. */
public final class FifoStation {
  private final long[] freeAtNs;
  private long startNs;

  public FifoStation(int servers) {
    freeAtNs = new long[servers];
  }

  public long arrive(long nowNs, long serviceNs) {
    startNs = Math.max(nowNs, freeAtNs[0]);
    long departNs = startNs + serviceNs;
    int hole = 0;
    int child;
    while ((child = 2 * hole + 1) < freeAtNs.length) {
      if (child + 1 < freeAtNs.length && freeAtNs[child + 1] < freeAtNs[child]) {
        child++;
      }
      if (freeAtNs[child] >= departNs) {
        break;
      }
      freeAtNs[hole] = freeAtNs[child];
      hole = child;
    }
    freeAtNs[hole] = departNs;
    return departNs;
  }

  public long lastStartNs() {
    return startNs;
  }

  public void reset(long nowNs) {
    Arrays.fill(freeAtNs, nowNs);
  }
}
