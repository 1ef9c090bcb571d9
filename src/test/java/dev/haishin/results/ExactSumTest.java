package dev.haishin.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Sums beyond 64 and beyond 128 bits, against {@link BigInteger}. */
class ExactSumTest {
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

  @Test
  void carriesBeyondSixtyFourBits() {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < 5; i++) {
      sum.add(Long.MAX_VALUE);
    }
    assertEquals(LARGEST.multiply(BigInteger.valueOf(5)), sum.value());
  }

  @Test
  void squaresCarryBeyondOneHundredAndTwentyEightBits() {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < 9; i++) {
      sum.addSquare(Long.MAX_VALUE);
    }
    assertEquals(LARGEST.multiply(LARGEST).multiply(BigInteger.valueOf(9)), sum.value());
  }

  @Test
  void addsUpInAnyOrder() {
    ExactSum left = new ExactSum();
    ExactSum right = new ExactSum();
    BigInteger expected = BigInteger.ZERO;
    for (long i = 0; i < 2000; i++) {
      long value = Hash64.mix(i) >>> 1;
      (i % 3 == 0 ? left : right).addSquare(value);
      expected = expected.add(BigInteger.valueOf(value).pow(2));
    }
    ExactSum together = new ExactSum();
    together.addAll(right);
    together.addAll(left);
    assertEquals(expected, together.value());
  }
}
