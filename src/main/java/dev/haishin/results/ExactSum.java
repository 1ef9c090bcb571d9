package dev.haishin.results;

import java.math.BigInteger;

/** A sum of non-negative longs, or of their squares, that never rounds and never overflows. */
final class ExactSum {
  private long low;
  private long middle;
  private long high;

  /** Adds a value of at least 0. */
  void add(long value) {
    add(0, value);
  }

  /** Adds the square of a value of at least 0. */
  void addSquare(long value) {
    add(Math.multiplyHigh(value, value), value * value);
  }

  void addAll(ExactSum other) {
    add(other.middle, other.low);
    high += other.high;
  }

  BigInteger value() {
    return unsigned(high).shiftLeft(128).add(unsigned(middle).shiftLeft(64)).add(unsigned(low));
  }

  private void add(long upper, long lower) {
    low += lower;
    long carry = Long.compareUnsigned(low, lower) < 0 ? 1 : 0;
    middle += upper;
    if (Long.compareUnsigned(middle, upper) < 0) {
      high++;
    }
    middle += carry;
    if (carry == 1 && middle == 0) {
      high++;
    }
  }

  private static BigInteger unsigned(long word) {
    return new BigInteger(Long.toUnsignedString(word));
  }
}
