package dev.haishin.model.population;

import dev.haishin.engine.CounterHash;

/**
 * A keyed bijection of 0..size-1, both ways in constant time and with no memory.
 *
 * <p>A Feistel network over the least number of bits that holds the domain, walked along its cycle
 * until it lands inside (Black and Rogaway, CT-RSA 2002): fewer than two steps on average.
 */
public final class Permutation {
  private static final int ROUNDS = 4;

  private final long size;
  private final int lowBits;
  private final long lowMask;
  private final long highMask;
  private final long[] keys = new long[ROUNDS];

  /**
   * The permutation of a key.
   *
   * @param size of the domain, at least 1
   */
  public Permutation(long size, long key) {
    if (size < 1) {
      throw new IllegalArgumentException("a permutation needs a domain of at least 1, not " + size);
    }
    this.size = size;
    int bits = Math.max(2, 64 - Long.numberOfLeadingZeros(size - 1));
    this.lowBits = bits - bits / 2;
    this.lowMask = (1L << lowBits) - 1;
    this.highMask = (1L << (bits / 2)) - 1;
    for (int i = 0; i < ROUNDS; i++) {
      keys[i] = CounterHash.bits(key, i) | 1L;
    }
  }

  /** Where an index goes. */
  public long apply(long index) {
    long walked = index;
    do {
      walked = forward(walked);
    } while (walked >= size);
    return walked;
  }

  /** Where an index comes from. */
  public long invert(long index) {
    long walked = index;
    do {
      walked = backward(walked);
    } while (walked >= size);
    return walked;
  }

  private long forward(long word) {
    long low = word & lowMask;
    long high = word >>> lowBits;
    high ^= round(low, keys[0]) & highMask;
    low ^= round(high, keys[1]) & lowMask;
    high ^= round(low, keys[2]) & highMask;
    low ^= round(high, keys[3]) & lowMask;
    return high << lowBits | low;
  }

  private long backward(long word) {
    long low = word & lowMask;
    long high = word >>> lowBits;
    low ^= round(high, keys[3]) & lowMask;
    high ^= round(low, keys[2]) & highMask;
    low ^= round(high, keys[1]) & lowMask;
    high ^= round(low, keys[0]) & highMask;
    return high << lowBits | low;
  }

  private static long round(long half, long key) {
    long mixed = (half + (key >>> 32)) * key;
    mixed ^= mixed >>> 29;
    return mixed * 0xbf58476d1ce4e5b9L >>> 31;
  }
}
