package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.ParetoDistribution;
import org.junit.jupiter.api.Test;

/** One table of laws, and the same checks for each of them. */
class DistributionsTest {
  private static final double MILLION = 1e6;

  /** A law, an independent cumulative function and variance of the same law. */
  private record Law(String name, Distribution law, DoubleUnaryOperator cdf, double variance) {}

  private static final Law[] LAWS = {
    new Law(
        "exponential",
        Distributions.exponential(MILLION),
        new ExponentialDistribution(MILLION)::cumulativeProbability,
        MILLION * MILLION),
    new Law(
        "lognormal, narrow",
        Distributions.lognormal(15, 0.25),
        new LogNormalDistribution(15, 0.25)::cumulativeProbability,
        (Math.exp(0.0625) - 1) * Math.exp(30 + 0.0625)),
    new Law(
        "lognormal, wide",
        Distributions.lognormal(18, 1),
        new LogNormalDistribution(18, 1)::cumulativeProbability,
        (Math.exp(1) - 1) * Math.exp(36 + 1)),
    new Law(
        "gamma 0.5",
        Distributions.gamma(0.5, MILLION),
        new GammaDistribution(0.5, MILLION)::cumulativeProbability,
        0.5 * MILLION * MILLION),
    new Law(
        "gamma 4",
        Distributions.gamma(4, MILLION),
        new GammaDistribution(4, MILLION)::cumulativeProbability,
        4 * MILLION * MILLION),
    new Law(
        "gamma 400",
        Distributions.gamma(400, MILLION),
        new GammaDistribution(400, MILLION)::cumulativeProbability,
        400 * MILLION * MILLION),
    new Law(
        "pareto 5",
        Distributions.pareto(MILLION, 5),
        new ParetoDistribution(MILLION, 5)::cumulativeProbability,
        MILLION * MILLION * 5 / (16.0 * 3)),
    new Law(
        "uniform",
        Distributions.uniform(1000, 2_000_999),
        x -> Math.max(0, Math.min(1, (x - 999.5) / 2_000_000)),
        2_000_000.0 * 2_000_000.0 / 12),
    new Law(
        "empirical",
        Distributions.empirical(new double[] {0, MILLION, 3 * MILLION}, new double[] {0, .5, 1}),
        x -> x < MILLION ? x / 2 / MILLION : Math.min(1, 0.5 + (x - MILLION) / 4 / MILLION),
        // E[X^2] = 1/2 * 1/3 + 1/2 * 13/3, mean 5/4
        (7 / 3.0 - 25 / 16.0) * MILLION * MILLION),
    new Law(
        "mixture",
        Distributions.mix(
            new double[] {1, 3},
            new Distribution[] {
              Distributions.uniform(0, 999_999), Distributions.exponential(2 * MILLION)
            }),
        x ->
            0.25 * Math.max(0, Math.min(1, x / MILLION))
                + 0.75 * -Math.expm1(-Math.max(0, x) / 2 / MILLION),
        // E[X^2] = 1/4 * 1/3 + 3/4 * 8, mean 13/8
        (1 / 12.0 + 6 - 169 / 64.0) * MILLION * MILLION),
    new Law(
        "shifted",
        Distributions.shift(5_000_000, Distributions.exponential(2 * MILLION)),
        x -> x < 5 * MILLION ? 0 : -Math.expm1(-(x - 5 * MILLION) / 2 / MILLION),
        4 * MILLION * MILLION),
    new Law(
        "scaled",
        Distributions.scaled(2.5, Distributions.gamma(4, MILLION)),
        new GammaDistribution(4, 2.5 * MILLION)::cumulativeProbability,
        25 * MILLION * MILLION),
  };

  @Test
  void drawsFollowTheLaw() {
    double limit = new ChiSquaredDistribution(99).inverseCumulativeProbability(0.9999);
    for (Law each : LAWS) {
      double statistic = chiSquare(each.law(), each.cdf(), 1);
      assertTrue(statistic < limit, each.name() + ": chi-square " + statistic + " of 99");
      double stretched = chiSquare(each.law(), each.cdf(), 1.01);
      assertTrue(stretched > limit, each.name() + ": a law 1% wider passes at " + stretched);
    }
  }

  private static double chiSquare(Distribution law, DoubleUnaryOperator cdf, double stretch) {
    double[] edges = new double[99];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = where(cdf, (i + 1) / 100.0) / stretch;
    }
    RandomStream random = RandomStream.of(7, "chi-square", "test");
    int draws = 2_000_000;
    int[] counts = new int[100];
    for (int i = 0; i < draws; i++) {
      int at = Arrays.binarySearch(edges, law.sample(random));
      counts[at < 0 ? -at - 1 : at]++;
    }
    double sum = 0;
    for (int count : counts) {
      double off = count - draws / 100.0;
      sum += off * off / (draws / 100.0);
    }
    return sum;
  }

  /** Where a cumulative function passes a probability. */
  private static double where(DoubleUnaryOperator cdf, double probability) {
    double low = 0;
    double high = 1e13;
    while (high - low > 1e-3) {
      double middle = (low + high) / 2;
      if (cdf.applyAsDouble(middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  @Test
  void momentsMeetTheirClosedForms() {
    for (Law each : LAWS) {
      RandomStream random = RandomStream.of(11, "moments", each.name());
      int draws = 1_000_000;
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < draws; i++) {
        double value = each.law().sample(random) - each.law().mean();
        sum += value;
        squares += value * value;
      }
      double deviation = Math.sqrt(each.variance());
      assertEquals(0, sum / draws / deviation, 4 / Math.sqrt(draws), each.name());
      assertEquals(1, squares / draws / each.variance(), 0.03, each.name());
    }
  }

  @Test
  void largerBitsNeverGiveASmallerValue() {
    for (Law each : LAWS) {
      if (each.name().equals("mixture")) {
        continue;
      }
      RandomStream random = RandomStream.of(13, "monotone", each.name());
      for (int i = 0; i < 1_000_000; i++) {
        long bits = random.nextLong() >>> (i % 61) ^ -(i & 1L);
        long step = 1L << (i % 50);
        if (Long.compareUnsigned(bits, bits + step) < 0) {
          long here = each.law().valueAt(bits);
          long there = each.law().valueAt(bits + step);
          assertTrue(here <= there, each.name() + " at " + bits + ": " + here + " > " + there);
        }
      }
    }
  }

  @Test
  void noDrawIsBelowTheLeast() {
    for (Law each : LAWS) {
      RandomStream random = RandomStream.of(17, "least", each.name());
      long least = each.law().least();
      assertTrue(least <= each.law().valueAt(0), each.name());
      for (int i = 0; i < 100_000; i++) {
        assertTrue(least <= each.law().sample(random), each.name());
      }
    }
    assertEquals(7, Distributions.fixed(7).least());
    assertEquals(
        24, Distributions.shift(3, Distributions.scaled(3, Distributions.fixed(7))).least());
    assertEquals(5, Distributions.uniform(5, 9).least());
    assertEquals(0, Distributions.exponential(100).least());
  }

  /** NIST's table of the standard normal, and closed forms, deep into either tail. */
  @Test
  void quantilesMeetPublishedOnes() {
    double[][] normal = {
      {0.5, 0},
      {0.9, 1.2815515655446004},
      {0.975, 1.959963984540054},
      {0.99, 2.3263478740408408},
      {0.999, 3.090232306167813},
      {0.999999, 4.753424308822899},
    };
    Distribution law = Distributions.lognormal(20, 0.5);
    for (double[] row : normal) {
      double expected = Math.exp(20 + 0.5 * row[1]);
      assertEquals(1, law.valueAt(Unsigned.bits(row[0])) / expected, 1e-6);
      double mirrored = Math.exp(20 - 0.5 * row[1]);
      assertEquals(1, law.valueAt(~Unsigned.bits(row[0])) / mirrored, 1e-6);
    }
    // Abramowitz and Stegun, table 26.8: chi-square with 4 degrees, upper points 5% and 0.1%.
    Distribution chiSquare = Distributions.gamma(2, 2e9);
    assertEquals(9.48773e9, chiSquare.valueAt(Unsigned.bits(0.95)), 1e4);
    assertEquals(18.4668e9, chiSquare.valueAt(Unsigned.bits(0.999)), 1e5);
  }

  @Test
  void exponentialTailIsExactAsFarAs64BitsGo() {
    Distribution law = Distributions.exponential(1e9);
    for (int k = 1; k < 63; k++) {
      double middle = Math.scalb(1.0, -k) - Math.scalb(0.5, -64);
      double expected = -1e9 * Math.log(middle);
      assertEquals(1, law.valueAt(-1L << (64 - k)) / expected, 1e-6, "1 - 2^-" + k);
      double nearZero = -1e9 * Math.log1p(-Math.scalb(1.0, -k));
      assertEquals(nearZero, law.valueAt(1L << (64 - k)), 0.51 + 1e-6 * nearZero);
    }
  }

  @Test
  void everyPartOfAMixtureReachesItsWholeRange() {
    Distribution mix =
        Distributions.mix(
            new double[] {0.05, 0.20, 0.75, 0},
            new Distribution[] {
              Distributions.uniform(240, 300),
              Distributions.fixed(600),
              Distributions.never(),
              Distributions.fixed(1)
            });
    assertEquals(240, mix.valueAt(0));
    assertEquals(300, mix.valueAt(Unsigned.bits(0.0499999)));
    assertEquals(600, mix.valueAt(Unsigned.bits(0.0500001)));
    assertEquals(Distributions.NEVER, mix.valueAt(-1L));
    assertEquals(Double.POSITIVE_INFINITY, mix.mean());
  }

  @Test
  void whatNeverHappensStaysSoShiftedAndScaled() {
    assertEquals(Distributions.NEVER, Distributions.shift(5, Distributions.never()).valueAt(1));
    assertEquals(Distributions.NEVER, Distributions.scaled(0.5, Distributions.never()).valueAt(1));
    assertEquals(Distributions.NEVER, Distributions.pareto(1e9, 0.1).valueAt(-1L));
  }

  @Test
  void lawsThatDoNotExistAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Distributions.exponential(0));
    assertThrows(IllegalArgumentException.class, () -> Distributions.exponential(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Distributions.uniform(5, 4));
    assertThrows(IllegalArgumentException.class, () -> Distributions.lognormal(1, -1));
    assertThrows(IllegalArgumentException.class, () -> Distributions.powerlaw(1, 0, 4));
    assertThrows(IllegalArgumentException.class, () -> Distributions.fixed(-1));
    assertThrows(
        IllegalArgumentException.class,
        () -> Distributions.empirical(new double[] {1, 2}, new double[] {0, 0.9}));
    assertThrows(
        IllegalArgumentException.class,
        () -> Distributions.mix(new double[] {0}, new Distribution[] {Distributions.fixed(1)}));
  }
}
