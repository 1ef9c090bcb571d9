package dev.haishin.model.kafka;

import java.util.Arrays;

/**
 * How much one client has moved at one broker against its quota of bytes a second, and how long
 * that makes it wait: Kafka's own rule, over {@value #SAMPLES} samples of a second ({@code
 * quota.window.num} and {@code quota.window.size.seconds}).
 *
 * <p>A sample begins with what is recorded first in it. The window W reaches from the beginning of
 * the oldest sample to now, and is taken for at least ten seconds as long as there are fewer full
 * ones. With N bytes in it the rate is O = N / W, and a client whose rate is above the quota T
 * waits (O - T) / T * W = N / T - W, after which its rate would be T. So a burst of ten seconds'
 * worth passes.
 */
final class ClientQuota {
  static final int SAMPLES = 11;

  private static final long SAMPLE_NS = 1_000_000_000L;
  private static final long NEVER = Long.MIN_VALUE;

  private final double bytesPerSecond;
  private final long[] beganNs = new long[SAMPLES];
  private final long[] bytes = new long[SAMPLES];
  private int current = SAMPLES - 1;

  /**
   * A client that has not moved anything.
   *
   * @param bytesPerSecond its quota, above 0
   */
  ClientQuota(double bytesPerSecond) {
    this.bytesPerSecond = bytesPerSecond;
    Arrays.fill(beganNs, NEVER);
  }

  /** Records bytes; returns how long the client is to wait, 0 for not at all. */
  long record(long nowNs, long moved) {
    if (beganNs[current] == NEVER || nowNs - beganNs[current] >= SAMPLE_NS) {
      current = (current + 1) % SAMPLES;
      beganNs[current] = nowNs;
      bytes[current] = 0;
    }
    bytes[current] += moved;
    return waitNs(nowNs);
  }

  /** Takes back what was recorded last: it is not moved yet. */
  void takeBack(long moved) {
    bytes[current] -= moved;
  }

  /** Whether nothing is in the window. */
  boolean isIdle(long nowNs) {
    return moved(nowNs) == 0;
  }

  private long waitNs(long nowNs) {
    long elapsedNs = nowNs - oldestNs(nowNs);
    long missing = SAMPLES - 1 - elapsedNs / SAMPLE_NS;
    long windowNs = elapsedNs + Math.max(0, missing) * SAMPLE_NS;
    double neededNs = moved(nowNs) / bytesPerSecond * SAMPLE_NS;
    return Math.max(0, (long) Math.ceil(neededNs - windowNs));
  }

  private long moved(long nowNs) {
    long sum = 0;
    for (int i = 0; i < SAMPLES; i++) {
      sum += isKept(i, nowNs) ? bytes[i] : 0;
    }
    return sum;
  }

  private long oldestNs(long nowNs) {
    long oldestNs = nowNs;
    for (int i = 0; i < SAMPLES; i++) {
      oldestNs = isKept(i, nowNs) ? Math.min(oldestNs, beganNs[i]) : oldestNs;
    }
    return oldestNs;
  }

  private boolean isKept(int sample, long nowNs) {
    return beganNs[sample] != NEVER && nowNs - beganNs[sample] < SAMPLES * SAMPLE_NS;
  }
}
