package dev.haishin.engine;

import org.apache.commons.rng.core.source64.XoRoShiRo128PlusPlus;

/**
 * One source of randomness, keyed by (seed, purpose, process name).
 *
 * <p>The key alone decides the numbers: neither the order in which streams are made nor what other
 * streams have drawn can change them. The generator is xoroshiro128++ of Apache Commons RNG.
 */
public final class RandomStream {
  private static final double DOUBLE_UNIT = 0x1.0p-53;

  private final XoRoShiRo128PlusPlus generator;

  private RandomStream(long seed0, long seed1) {
    generator = new XoRoShiRo128PlusPlus(seed0, seed1);
  }

  /**
   * The stream of one purpose (such as {@code arrivals}) in one process (such as {@code
   * tokyo/clients/17}).
   */
  public static RandomStream of(long seed, String purpose, String process) {
    long key = CounterHash.key(seed, purpose, process);
    long seed0 = CounterHash.mix(key);
    long seed1 = CounterHash.mix(key ^ 0x9e3779b97f4a7c15L);
    return new RandomStream(seed0 | 1L, seed1);
  }

  /** 64 uniform bits. */
  public long nextLong() {
    return generator.nextLong();
  }

  /** A uniform fraction in [0, 1), a multiple of 2^-53. */
  public double nextDouble() {
    return (generator.nextLong() >>> 11) * DOUBLE_UNIT;
  }

  /**
   * A uniform index in [0, bound).
   *
   * @param bound at least 1
   */
  public int nextInt(int bound) {
    return (int) Math.multiplyHigh(generator.nextLong() >>> 1, (long) bound << 1);
  }

  /**
   * A uniform index in [0, bound).
   *
   * @param bound at least 1
   */
  public long nextLong(long bound) {
    return Math.multiplyHigh(generator.nextLong() >>> 1, bound << 1);
  }
}
