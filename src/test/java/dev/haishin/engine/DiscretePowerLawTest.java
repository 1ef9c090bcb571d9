package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The discrete power law against sums made term by term. */
class DiscretePowerLawTest {

  @Test
  void probabilitiesAndMeanMeetTheirSums() {
    for (double alpha : new double[] {0, 0.5, 1, 1.5, 2, 2.5, 3.7}) {
      DiscretePowerLaw law = Distributions.powerlaw(alpha, 2, 3_000_000);
      double total = 0;
      double weighted = 0;
      for (int k = 3_000_000; k >= 2; k--) {
        total += Math.pow(k, -alpha);
        weighted += Math.pow(k, 1 - alpha);
      }
      assertEquals(1, law.mean() / (weighted / total), 1e-10, "mean at " + alpha);
      for (long k : new long[] {2, 3, 17, 4097, 4098, 2_999_999, 3_000_000}) {
        double expected = Math.pow(k, -alpha) / total;
        assertEquals(1, law.probability(k) / expected, 1e-10, k + " at " + alpha);
      }
      assertEquals(0, law.probability(1));
      assertEquals(0, law.probability(3_000_001));
    }
  }

  @Test
  void quantilesStepWhereTheSumsDo() {
    for (double alpha : new double[] {0, 0.7, 1, 1.8}) {
      DiscretePowerLaw law = Distributions.powerlaw(alpha, 1, 20_000);
      double below = 0;
      for (long k = 1; k <= 20_000; k++) {
        long first = Unsigned.bits(below + law.probability(k) * 1e-3);
        below += law.probability(k);
        long last = Unsigned.bits(below - law.probability(k) * 1e-3);
        assertEquals(k, law.valueAt(first), "first of " + k + " at " + alpha);
        assertEquals(k, law.valueAt(last), "last of " + k + " at " + alpha);
      }
      assertEquals(1, law.valueAt(0));
      assertEquals(20_000, law.valueAt(-1L));
    }
  }

  @Test
  void growsWithItsBitsAlsoPastTheTable() {
    DiscretePowerLaw law = Distributions.powerlaw(1.1, 1, 1L << 40);
    long last = 0;
    for (int i = 0; i < 200_000; i++) {
      long value = law.valueAt(i * (Long.MAX_VALUE / 100_000));
      assertTrue(value >= last, "at " + i);
      last = value;
    }
  }
}
