package dev.haishin.scenario;

/**
 * How long to wait before the next attempt.
 *
 * @param kind how the wait grows and how it is spread
 * @param baseNs the first wait, or its upper end; the first retry after U(0, base) where jittered
 * @param capNs no wait is longer
 * @param attempts after which it is given up; {@link #UNLIMITED} for never
 */
public record BackoffSpec(Kind kind, long baseNs, long capNs, int attempts) {
  /** Number of attempts of those who never give up. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** The rules by which waits grow. */
  public enum Kind {
    /** At once, always. */
    NONE,
    /** base x 2^n, without any spread. */
    EXPONENTIAL,
    /** Half of it fixed, half of it uniform. */
    EQUAL_JITTER,
    /** Uniform from 0 to base x 2^n. */
    FULL_JITTER,
    /** Uniform from base to three times the last wait. */
    DECORRELATED
  }

  /** Checks the ranges. */
  public BackoffSpec {
    Require.notNegative("base", baseNs);
    Require.positive("attempts", attempts);
    if (capNs < baseNs) {
      throw new IllegalArgumentException("cap " + capNs + " is below base " + baseNs);
    }
  }
}
