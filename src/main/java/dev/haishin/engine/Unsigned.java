package dev.haishin.engine;

import java.math.BigInteger;

/** Arithmetic on 64 bits read as an unsigned fraction of 2^64. */
final class Unsigned {
  private Unsigned() {}

  /** The upper 64 bits of the product of two unsigned words. */
  static long multiplyHigh(long x, long y) {
    return Math.multiplyHigh(x, y) + ((x >> 63) & y) + ((y >> 63) & x);
  }

  /** The bits of a fraction in [0, 1], all ones for 1. */
  static long bits(double fraction) {
    if (fraction >= 1) {
      return -1L;
    }
    double upper = fraction * 0x1.0p32;
    long high = (long) upper;
    return high << 32 | (long) ((upper - high) * 0x1.0p32);
  }

  /** The fraction in [0, 1] that bits stand for. */
  static double fraction(long bits) {
    return (bits >>> 11) * 0x1.0p-53;
  }

  /** 2^127 / width for a width of at least 2^63, so that a division becomes a multiplication. */
  static long reciprocal(long width) {
    BigInteger divisor = new BigInteger(Long.toUnsignedString(width));
    BigInteger quotient = BigInteger.ONE.shiftLeft(127).divide(divisor);
    return quotient.bitLength() > 64 ? -1L : quotient.longValue();
  }
}
