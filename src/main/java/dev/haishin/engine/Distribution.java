package dev.haishin.engine;

/**
 * The law of a non-negative quantity held as a long: nanoseconds, bytes or a count, as its owner
 * says.
 *
 * <p>A draw is a function of 64 random bits and grows with them (inverse transform), so that one
 * draw costs one number of a stream whatever the law, and common random numbers stay aligned when a
 * law is swapped for another. Implementations are immutable and may be shared by threads.
 */
public interface Distribution {

  /**
   * The value at a point of the law.
   *
   * @param bits 64 uniform bits, read as an unsigned fraction of 2^64; larger bits never give a
   *     smaller value, in a mixture within each part
   */
  long valueAt(long bits);

  /** The mean, in the quantity's own unit; infinite where the law has none. */
  double mean();

  /** A value that no draw is below; 0 where nothing better is known. */
  default long least() {
    return 0;
  }

  /** Draws the next value from a stream. */
  default long sample(RandomStream random) {
    return valueAt(random.nextLong());
  }
}
