package dev.haishin.model.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import org.junit.jupiter.api.Test;

/**
 * Beginnings by hand: with exponential sessions of mean m, the share obeys share' = a - share / m,
 * whatever the course; with sessions of one length L, who began L ago leaves.
 */
class SessionStartsTest {
  private static final long SECOND = 1_000_000_000;
  private static final double MEAN_NS = 100e9;
  private static final long DURATION = 400 * SECOND;

  @Test
  void aShareThatStaysTakesOneBeginningAMean() {
    SessionStarts starts = exponential(LoadShape.constant().times(0.4));
    assertEquals(0.4 * DURATION / MEAN_NS, starts.sessionsAUser(), 1e-3);
    for (int second = 0; second <= 400; second++) {
      assertEquals(0.4, starts.share(second * SECOND), 1e-9);
    }
  }

  @Test
  void aRampTakesWhatItAddsAndWhatLeaves() {
    // From 20% to 60% over the run: the integral of share' + share / m.
    LoadShape ramp = new PiecewiseShape(new long[] {0, DURATION}, new double[] {0.2, 0.6});
    SessionStarts starts = exponential(ramp);
    double wanted = 0.4 + 0.4 * DURATION / MEAN_NS;
    assertEquals(wanted, starts.sessionsAUser(), 1e-3 * wanted);
    assertEquals(0.4, starts.share(DURATION / 2), 1e-6);
  }

  @Test
  void aFallIsNoFasterThanSessionsEnd() {
    // Nobody comes any more: the share decays as exp(-t / m), whatever is asked for.
    LoadShape gone = new PiecewiseShape(new long[] {0, SECOND, SECOND}, new double[] {0.5, 0.5, 0});
    SessionStarts starts = exponential(gone);
    double left = starts.share(SECOND) * Math.exp(-(DURATION - SECOND) / MEAN_NS);
    assertEquals(left, starts.share(DURATION), 1e-3 * left);
    assertEquals(0.5 * SECOND / MEAN_NS, starts.sessionsAUser(), 0.2 * SECOND / MEAN_NS);
  }

  @Test
  void sessionsOfOneLengthLeaveTogether() {
    // 50% at first, whose residuals are uniform on 0 to 100 s, and then nobody for 100 s.
    LoadShape gone = new PiecewiseShape(new long[] {0, 0}, new double[] {0.5, 0});
    SessionStarts starts = new SessionStarts(Distributions.fixed(100 * SECOND), gone, DURATION);
    assertTrue(starts.share(0) == 0, "a jump at 0 is over at 0");
    LoadShape later =
        new PiecewiseShape(new long[] {0, SECOND, SECOND}, new double[] {0.5, 0.5, 0});
    starts = new SessionStarts(Distributions.fixed(100 * SECOND), later, DURATION);
    assertEquals(0.25, starts.share(50 * SECOND), 0.01);
    assertEquals(0, starts.share(102 * SECOND), 1e-6);
  }

  @Test
  void candidatesComeAtTheRateOfTheirStep() {
    SessionStarts starts = exponential(LoadShape.constant().times(0.4));
    // 1,000 users, 600 of them offline; they begin at 0.4 / 100 s a user: 4 a second.
    double perNs = 1_000 * 0.4 / MEAN_NS / 0.6;
    assertEquals(1 / perNs, starts.afterNs(0, 1, 1_000), 1e-2 / perNs);
    assertEquals(50e9 + 3 / perNs, starts.afterNs(50e9, 3, 1_000), 1e-2 / perNs);
    assertEquals(Long.MAX_VALUE, starts.afterNs(DURATION - 1.0, 1, 1_000));
  }

  private static SessionStarts exponential(LoadShape share) {
    return new SessionStarts(Distributions.exponential(MEAN_NS), share, DURATION);
  }
}
