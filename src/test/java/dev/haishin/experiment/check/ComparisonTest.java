package dev.haishin.experiment.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.results.Verdict;
import dev.haishin.scenario.ToleranceSpec.Worse;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
  /** Mean 100, standard deviation 1.5811. */
  private static final double[] BEFORE = {98, 99, 100, 101, 102};

  @Test
  void pairsSeeWhatIndependentSamplesDoNot() {
    // Each replication 2 higher, but for 0.1: t(4, 97.5%) = 2.776, sd of differences 0.1.
    double[] after = {100, 101.1, 101.9, 103, 104};
    Comparison paired = new Comparison(BEFORE, after, true, 0.95);
    assertEquals(2, paired.change().mean(), 1e-9);
    assertEquals(2.776 * 0.0707107 / Math.sqrt(5), paired.change().half(), 1e-3);
    assertEquals(Verdict.MISSED, paired.judge(Worse.RISE, 0.01, 0));
    Comparison independent = new Comparison(BEFORE, after, false, 0.95);
    assertEquals(Verdict.UNKNOWN, independent.judge(Worse.RISE, 0.01, 0));
  }

  @Test
  void aChangeIsWithinBeyondOrNeither() {
    double[] after = {100, 101.1, 101.9, 103, 104};
    Comparison rise = new Comparison(BEFORE, after, true, 0.95);
    assertEquals(Verdict.MET, rise.judge(Worse.RISE, 0.05, 0));
    assertEquals(Verdict.MET, rise.judge(Worse.RISE, 0, 2.5));
    assertEquals(Verdict.MISSED, rise.judge(Worse.RISE, 0, 1.5));
    assertEquals(Verdict.UNKNOWN, rise.judge(Worse.RISE, 0, 2));
    assertEquals(Verdict.MET, rise.judge(Worse.FALL, 0, 0));
    assertEquals(Verdict.MISSED, rise.judge(Worse.EITHER, 0, 1.5));
    assertEquals(Verdict.MET, rise.judge(Worse.EITHER, 0, 2.5));
    Comparison fall = new Comparison(after, BEFORE, true, 0.95);
    assertEquals(Verdict.MET, fall.judge(Worse.RISE, 0, 0));
    assertEquals(Verdict.MISSED, fall.judge(Worse.FALL, 0.01, 0));
    assertEquals(Verdict.MISSED, fall.judge(Worse.EITHER, 0.01, 0));
  }

  @Test
  void whatDoesNotVaryIsKnownExactly() {
    Comparison none = new Comparison(new double[] {0, 0}, new double[] {0, 0}, false, 0.999);
    assertEquals(Verdict.MET, none.judge(Worse.RISE, 0, 0));
    Comparison one = new Comparison(new double[] {0, 0}, new double[] {1, 1}, false, 0.999);
    assertEquals(Verdict.MISSED, one.judge(Worse.RISE, 0, 0));
  }

  @Test
  void pairsEndWithTheShorterSide() {
    double[] more = {98, 99, 100, 101, 102, 500, 600};
    Comparison paired = new Comparison(BEFORE, more, true, 0.95);
    assertEquals(0, paired.change().mean());
    assertEquals(100, paired.meanAfter());
    assertEquals(1600 / 7.0, new Comparison(BEFORE, more, false, 0.95).meanAfter(), 1e-9);
  }

  @Test
  void oneReplicationSaysNothing() {
    Comparison one = new Comparison(new double[] {1}, new double[] {2}, true, 0.95);
    assertFalse(one.change().isBounded());
    assertEquals(Verdict.UNKNOWN, one.judge(Worse.RISE, 0.05, 0));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void unchangedWorldsAreCalledWorseNoMoreOftenThanAllowed(boolean paired) {
    Random random = new Random(5);
    int checks = 4000;
    int alarms = 0;
    int detected = 0;
    for (int i = 0; i < checks; i++) {
      double[] before = new double[10];
      double[] after = new double[10];
      double[] slower = new double[10];
      for (int r = 0; r < before.length; r++) {
        before[r] = 100 + 3 * random.nextGaussian();
        after[r] = 100 + 3 * random.nextGaussian();
        slower[r] = 110 + 3 * random.nextGaussian();
      }
      alarms += worse(before, after, paired) ? 1 : 0;
      detected += worse(before, slower, paired) ? 1 : 0;
    }
    // 4% two-sided leaves 2% above; 3 standard deviations of 4000 draws are 0.66%.
    assertTrue(alarms <= 0.0267 * checks, "alarms: " + alarms);
    assertTrue(alarms >= 0.0133 * checks, "alarms: " + alarms);
    assertTrue(detected > 0.99 * checks, "detected: " + detected);
  }

  private static boolean worse(double[] before, double[] after, boolean paired) {
    Comparison comparison = new Comparison(before, after, paired, 0.96);
    return comparison.judge(Worse.RISE, 0, 0) == Verdict.MISSED;
  }
}
