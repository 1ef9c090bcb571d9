package dev.haishin.experiment.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

/**
 * Intervals against printed tables, against worked examples of Law, "Simulation Modeling and
 * Analysis", and against the tests of commons-math.
 */
class IntervalTest {
  /** Law's comparison of two inventory policies: five average costs of each. */
  private static final double[] POLICY_ONE = {126.97, 124.31, 126.68, 122.66, 127.23};

  private static final double[] POLICY_TWO = {118.21, 120.22, 122.45, 122.68, 119.40};

  /** Fifteen and fifteen values of which published worked examples give t = -2.46, 25.0 degrees. */
  private static final double[] NARROW = {
    27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4
  };

  private static final double[] WIDE = {
    27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5, 24.4
  };

  @Test
  void quantilesAreThoseOfThePrintedTable() {
    double[][] table = {
      {1, .95, 12.706}, {2, .95, 4.303}, {5, .95, 2.571}, {9, .95, 2.262}, {30, .95, 2.042},
      {120, .95, 1.980}, {4, .90, 2.132}, {9, .90, 1.833}, {9, .99, 3.250}, {29, .99, 2.756},
    };
    for (double[] row : table) {
      assertEquals(row[2], StudentInterval.quantile(row[1], row[0]), 5.1e-4, "df " + row[0]);
    }
  }

  /** Law, example 4.26: ten values, 90%, 1.34 and 0.24. */
  @Test
  void tenValuesOfTheTextbookHaveItsInterval() {
    double[] values = {1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09};
    Interval interval = StudentInterval.of(values, 0.90);
    assertEquals(1.343, interval.mean(), 1e-9);
    assertEquals(0.24, interval.half(), 0.005);
    assertEquals(10, interval.n());
  }

  /** Law, example 10.4: mean difference 4.98, 90% from 1.65 to 8.31. */
  @Test
  void pairedPoliciesDifferAsInTheTextbook() {
    Interval interval = PairedDifference.of(POLICY_TWO, POLICY_ONE, 0.90).interval();
    assertEquals(4.98, interval.mean(), 0.005);
    assertEquals(1.65, interval.low(), 0.01);
    assertEquals(8.31, interval.high(), 0.01);
  }

  /** The same costs as independent samples: 7.99 degrees of freedom, 2.67 to 7.29. */
  @Test
  void unpairedPoliciesDifferAsInTheTextbook() {
    Interval interval = WelchInterval.of(POLICY_TWO, POLICY_ONE, 0.90);
    assertEquals(4.98, interval.mean(), 0.005);
    assertEquals(2.67, interval.low(), 0.02);
    assertEquals(7.29, interval.high(), 0.02);
  }

  @Test
  void welchsIntervalEndsAtZeroWhereTheTestHasItsProbability() {
    double p = new TTest().tTest(NARROW, WIDE);
    assertEquals(0.021, p, 5e-4);
    assertEquals(0, WelchInterval.of(NARROW, WIDE, 1 - p).low(), 1e-6);
    assertTrue(WelchInterval.of(NARROW, WIDE, 0.99).contains(0));
    assertFalse(WelchInterval.of(NARROW, WIDE, 0.95).contains(0));
  }

  @Test
  void thePairedIntervalEndsAtZeroWhereThePairedTestHasItsProbability() {
    double p = new TTest().pairedTTest(NARROW, WIDE);
    assertEquals(0, PairedDifference.of(NARROW, WIDE, 1 - p).interval().low(), 1e-6);
  }

  @Test
  void sharedChancesSaveTheVarianceThatTheyExplain() {
    double[] first = {1, 5, 3, 9};
    double[] second = {2.1, 6, 3.9, 10};
    PairedDifference difference = PairedDifference.of(first, second, 0.95);
    // Squares add up to 35 and 34.62; those of the differences 1.1, 1, 0.9, 1 to 0.02.
    assertEquals((35 + 34.62) / 0.02, difference.varianceSaved(), 1e-6);
  }

  @Test
  void oneValueSaysNothingOfTheSpread() {
    Interval interval = StudentInterval.of(new double[] {7}, 0.95);
    assertEquals(7, interval.mean());
    assertFalse(interval.isBounded());
    assertTrue(interval.contains(-1e300));
    assertFalse(WelchInterval.of(new double[] {7}, new double[] {8, 9}, 0.95).isBounded());
  }

  @Test
  void equalValuesLeaveNoDoubt() {
    assertEquals(0, StudentInterval.of(new double[] {3, 3, 3}, 0.95).half());
    assertEquals(0, WelchInterval.of(new double[] {3, 3}, new double[] {4, 4}, 0.95).half());
    assertEquals(
        1, PairedDifference.of(new double[] {3, 3}, new double[] {4, 4}, 0.95).varianceSaved());
  }

  @Test
  void pairsNeedTheirPartners() {
    double[] one = {1};
    double[] two = {1, 2};
    assertThrows(IllegalArgumentException.class, () -> PairedDifference.of(one, two, 0.95));
    assertThrows(IllegalArgumentException.class, () -> StudentInterval.of(new double[0], 0.95));
  }
}
