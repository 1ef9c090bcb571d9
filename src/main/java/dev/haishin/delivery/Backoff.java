package dev.haishin.delivery;

/**
 * How long to wait before trying again, by the five rules of the AWS article "Exponential Backoff
 * And Jitter" (Brooker, 2015).
 *
 * <p>With ceiling(n) = min(cap, base x 2^n), where n = 0 for the first retry, and U(a, b) uniform.
 * A full-jitter client's first retry therefore comes after U(0, base): the exponent counts as in
 * the AWS SDK's full-jitter strategy (facts row R05), while the simulator that belongs to the
 * article begins with base x 2.
 */
public enum Backoff {
  /** No wait at all. */
  NONE {
    @Override
    long delayNs(int retry, long baseNs, long capNs, long previousNs, long bits) {
      return 0;
    }
  },

  /** ceiling(n): all who failed together come back together. */
  EXPONENTIAL {
    @Override
    long delayNs(int retry, long baseNs, long capNs, long previousNs, long bits) {
      return ceilingNs(retry, baseNs, capNs);
    }
  },

  /** ceiling(n)/2 + U(0, ceiling(n)/2). */
  EQUAL_JITTER {
    @Override
    long delayNs(int retry, long baseNs, long capNs, long previousNs, long bits) {
      long ceilingNs = ceilingNs(retry, baseNs, capNs);
      return uniform(ceilingNs - ceilingNs / 2, ceilingNs, bits);
    }
  },

  /** U(0, ceiling(n)). */
  FULL_JITTER {
    @Override
    long delayNs(int retry, long baseNs, long capNs, long previousNs, long bits) {
      return uniform(0, ceilingNs(retry, baseNs, capNs), bits);
    }
  },

  /** min(cap, U(base, 3 x previous delay)), where the delay before the first one counts as base. */
  DECORRELATED {
    @Override
    long delayNs(int retry, long baseNs, long capNs, long previousNs, long bits) {
      long highest = 3 * Math.max(retry == 0 ? baseNs : previousNs, baseNs);
      return Math.min(capNs, uniform(baseNs, highest, bits));
    }
  };

  /** The longest cap that the arithmetic bears, some 36 years. */
  static final long MAX_CAP_NS = 1L << 60;

  /**
   * The delay before a retry.
   *
   * @param retry 0 for the first
   * @param capNs at least {@code baseNs}, at most {@link #MAX_CAP_NS}
   * @param previousNs the delay before the retry that came last; only {@link #DECORRELATED} reads
   *     it, and not for the first
   * @param bits 64 uniform bits
   */
  abstract long delayNs(int retry, long baseNs, long capNs, long previousNs, long bits);

  /** Refuses bounds for which {@link #delayNs} is not defined. */
  static void requireBounds(long baseNs, long capNs) {
    if (baseNs < 1) {
      throw new IllegalArgumentException("baseNs is " + baseNs + "; it must be at least 1");
    }
    if (capNs < baseNs || capNs > MAX_CAP_NS) {
      throw new IllegalArgumentException(
          "capNs is " + capNs + "; it must be from baseNs = " + baseNs + " to " + MAX_CAP_NS);
    }
  }

  private static long ceilingNs(int retry, long baseNs, long capNs) {
    // base x 2^n exceeds the cap exactly if base exceeds cap / 2^n, which cannot overflow.
    boolean capped = retry >= Long.SIZE - 1 || baseNs > capNs >> retry;
    return capped ? capNs : baseNs << retry;
  }

  /** Uniform over the integers from low to high, both included. */
  private static long uniform(long low, long high, long bits) {
    return low + Math.multiplyHigh(bits >>> 1, (high - low + 1) << 1);
  }
}
