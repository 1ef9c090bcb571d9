package dev.haishin.experiment.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import dev.haishin.engine.FifoStation;
import dev.haishin.engine.RandomStream;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * Intervals hold what they promise, on a station whose true figures are known: M/M/1 at half load,
 * where the time in the station is exponential with rate mu - lambda.
 */
class CoverageTest {
  private static final double MU = 1000;
  private static final double LAMBDA = 500;
  private static final double TRUE_MEAN_NS = 1e9 / (MU - LAMBDA);
  private static final double TRUE_P99_NS = TRUE_MEAN_NS * Math.log(100);
  private static final int EXPERIMENTS = 1000;
  private static final int REPLICATIONS = 10;
  private static final int WARMUP = 100;
  private static final int CUSTOMERS = 5000;
  private static final Distribution BETWEEN = Distributions.exponential(1e9 / LAMBDA);

  @Test
  void ninetyFivePercentOfIntervalsHoldTheTruth() {
    int meansHeld = 0;
    int percentilesHeld = 0;
    for (int experiment = 0; experiment < EXPERIMENTS; experiment++) {
      double[] means = new double[REPLICATIONS];
      double[] percentiles = new double[REPLICATIONS];
      for (int r = 0; r < REPLICATIONS; r++) {
        long seed = (long) experiment * REPLICATIONS + r;
        long[] sojourns = sojourns(seed, Distributions.exponential(1e9 / MU), CUSTOMERS);
        means[r] = Arrays.stream(sojourns).average().orElseThrow();
        Arrays.sort(sojourns);
        percentiles[r] = sojourns[CUSTOMERS * 99 / 100];
      }
      meansHeld += StudentInterval.of(means, 0.95).contains(TRUE_MEAN_NS) ? 1 : 0;
      percentilesHeld += StudentInterval.of(percentiles, 0.95).contains(TRUE_P99_NS) ? 1 : 0;
    }
    assertTrue(meansHeld >= 930 && meansHeld <= 970, "means: " + meansHeld);
    assertTrue(percentilesHeld >= 930 && percentilesHeld <= 970, "p99: " + percentilesHeld);
  }

  /** A service 2% slower, at the same arrivals and the same chances of each service. */
  @Test
  void pairsFindAKnownDifferenceWithTenTimesFewerRuns() {
    int most = 1500;
    double[] fast = new double[most];
    double[] slow = new double[most];
    double[] slowApart = new double[most];
    for (int i = 0; i < most; i++) {
      fast[i] = mean(i, 1e9 / MU);
      slow[i] = mean(i, 1.02e9 / MU);
      slowApart[i] = mean(most + i, 1.02e9 / MU);
    }
    int paired =
        found(most, n -> PairedDifference.of(head(fast, n), head(slow, n), 0.95).interval());
    int apart = found(most, n -> WelchInterval.of(head(fast, n), head(slowApart, n), 0.95));
    assertTrue(apart < most && apart >= 10 * paired, paired + " paired, " + apart + " unpaired");
    PairedDifference all = PairedDifference.of(fast, slow, 0.95);
    double truth = 1e9 / (MU / 1.02 - LAMBDA) - TRUE_MEAN_NS;
    assertTrue(all.interval().contains(truth), all + " without " + truth);
    assertTrue(all.varianceSaved() >= 10, "saved " + all.varianceSaved());
  }

  /** From how many runs on, up to the most, the interval leaves zero out. */
  private static int found(int most, IntFunction<Interval> intervals) {
    int runs = most;
    while (runs > 2 && intervals.apply(runs - 1).low() > 0) {
      runs--;
    }
    return runs;
  }

  private static double mean(long seed, double serviceNs) {
    long[] sojourns = sojourns(seed, Distributions.exponential(serviceNs), 1000);
    return Arrays.stream(sojourns).average().orElseThrow();
  }

  private static double[] head(double[] values, int count) {
    return Arrays.copyOf(values, count);
  }

  /** Times in the station, those of the first customers left out. */
  private static long[] sojourns(long seed, Distribution service, int customers) {
    RandomStream arrivals = RandomStream.of(seed, "arrivals", "station");
    RandomStream work = RandomStream.of(seed, "service", "station");
    FifoStation station = new FifoStation(1);
    long[] sojourns = new long[customers];
    long nowNs = 0;
    for (int i = -WARMUP; i < customers; i++) {
      nowNs += BETWEEN.sample(arrivals);
      long departureNs = station.arrive(nowNs, service.sample(work));
      if (i >= 0) {
        sojourns[i] = departureNs - nowNs;
      }
    }
    return sojourns;
  }
}
