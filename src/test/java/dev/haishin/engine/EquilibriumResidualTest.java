package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Residual lives against the closed forms of renewal theory. */
class EquilibriumResidualTest {

  @Test
  void anExponentialLifeHasNoAge() {
    Distribution life = Distributions.exponential(1e9);
    assertSame(life, Distributions.residual(life));
    Distribution tabulated = new EquilibriumResidual(life);
    for (double p : new double[] {0.001, 0.1, 0.5, 0.9, 0.99, 0.9999, 0.9999999}) {
      double ratio = tabulated.valueAt(Unsigned.bits(p)) / (double) life.valueAt(Unsigned.bits(p));
      assertEquals(1, ratio, 1e-4, "at " + p);
    }
  }

  @Test
  void aFixedLifeIsMetAnywhere() {
    Distribution residual = Distributions.residual(Distributions.fixed(1000));
    assertEquals(0, residual.valueAt(0));
    assertEquals(1000, residual.valueAt(-1L));
    assertEquals(500, residual.mean());
  }

  /** Uniform(0, b): the residual has F(x) = 1 - (1 - x/b)^2. */
  @Test
  void aUniformLifeLeavesATriangle() {
    Distribution residual = Distributions.residual(Distributions.uniform(0, 1_000_000_000));
    for (double p : new double[] {0.0001, 0.1, 0.25, 0.5, 0.9, 0.9999}) {
      double expected = 1e9 * (1 - Math.sqrt(1 - p));
      assertEquals(1, residual.valueAt(Unsigned.bits(p)) / expected, 1e-5, "at " + p);
    }
  }

  /** Pareto with alpha 3, least value 1: above it the residual has P(X > x) = (1/3) x^-2. */
  @Test
  void aHeavyTailGetsHeavier() {
    Distribution residual = Distributions.residual(Distributions.pareto(1e6, 3));
    for (double above : new double[] {0.3, 0.1, 1e-3, 1e-6, 1e-8}) {
      double expected = 1e6 / Math.sqrt(3 * above);
      assertEquals(1, residual.valueAt(~Unsigned.bits(above)) / expected, 1e-3, "at " + above);
    }
    double inTheBody = 0.5 * 1.5e6;
    assertEquals(1, residual.valueAt(Unsigned.bits(0.5)) / inTheBody, 1e-5);
  }

  /** The mean of a residual is E[X^2] / (2 E[X]). */
  @Test
  void meansMeetTheInspectionParadox() {
    Distribution lognormal = Distributions.residual(Distributions.lognormal(20, 1.2));
    double expected = Math.exp(40 + 2 * 1.44) / (2 * Math.exp(20 + 0.72));
    assertEquals(1, lognormal.mean() / expected, 1e-3);
    assertTrue(lognormal.mean() > 2 * Distributions.lognormal(20, 1.2).mean());
    Distribution mix =
        Distributions.residual(
            Distributions.mix(
                new double[] {0.9, 0.1},
                new Distribution[] {Distributions.fixed(10_000), Distributions.fixed(1_000_000)}));
    // E[X] = 109000, E[X^2] = 0.9e8 + 1e11
    assertEquals((0.9e8 + 1e11) / (2 * 109_000), mix.mean(), 1e-3);
    assertEquals(mix.mean(), meanOfDraws(mix), 0.01 * mix.mean());
    assertEquals(lognormal.mean(), meanOfDraws(lognormal), 0.02 * lognormal.mean());
  }

  private static double meanOfDraws(Distribution law) {
    RandomStream random = RandomStream.of(3, "residual", "test");
    double sum = 0;
    for (int i = 0; i < 1_000_000; i++) {
      sum += law.sample(random);
    }
    return sum / 1_000_000;
  }

  @Test
  void whoMayNeverLeaveIsWhoIsThere() {
    Distribution sessions =
        Distributions.mix(
            new double[] {0.5, 0.5},
            new Distribution[] {Distributions.fixed(10), Distributions.never()});
    assertEquals(Distributions.NEVER, Distributions.residual(sessions).valueAt(1));
    assertThrows(
        IllegalArgumentException.class,
        () -> Distributions.residual(Distributions.pareto(1000, 0.9)));
  }
}
