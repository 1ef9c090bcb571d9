package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Stations against the closed forms of queueing theory and published tables. */
class QueueingTheoryTest {
  private static final int RUNS = 20;

  /** Servers, load, P(wait), mean wait, its 95th and 99th percentile; the unit is 1/mu. */
  private static final double[][] ERLANG_C = {
    {1, .5, .500000, 1.000000, 4.60517, 7.82405},
    {1, .8, .800000, 4.000000, 13.86294, 21.91013},
    {1, .9, .900000, 9.000000, 28.90372, 44.99810},
    {2, .5, .333333, .333333, 1.89712, 3.50656},
    {2, .8, .711111, 1.777778, 6.63701, 10.66061},
    {4, .8, .596432, .745541, 3.09868, 5.11048},
    {4, .9, .787753, 1.969383, 6.89290, 10.91650},
    {10, .8, .409180, .204590, 1.05107, 1.85579},
    {10, .9, .668732, .668732, 2.59336, 4.20280},
    {32, .9, .458197, .143186, .69227, 1.19522},
  };

  /** Servers, load, mean wait of M/D/c and of M/M/c. */
  private static final double[][] FIXED_SERVICE = {
    {1, .5, .500000, 1.000000},
    {1, .8, 2.000000, 4.000000},
    {1, .9, 4.500000, 9.000000},
    {2, .5, .176741, .333333},
    {2, .8, .903284, 1.777778},
    {4, .8, .386095, .745541},
    {10, .8, .109828, .204590},
    {10, .9, .344582, .668732},
  };

  @Test
  void waitsOfExponentialServersMeetErlang() {
    for (double[] row : ERLANG_C) {
      int servers = (int) row[0];
      SingleQueue queue = new SingleQueue(servers, servers * row[1], SingleQueue.exponential(1));
      String name = "M/M/" + servers + " at " + row[1];
      int customers = customers(row[1], Math.min(0.7, row[2]));
      WaitRecord[] records = new WaitRecord[RUNS];
      for (int i = 0; i < RUNS; i++) {
        records[i] = new WaitRecord(2.5 * row[5]);
        queue.run(i, customers / 10, customers, records[i]);
      }
      double fasterServer = row[1] / (1 - row[1]) / servers;
      double wrong = servers > 1 ? fasterServer : row[3] + 1;
      Replications.of(name, RUNS, i -> records[i].mean()).meet(row[3], 1e-6, wrong);
      Replications.of(name + " P(wait)", RUNS, i -> records[i].waitingShare())
          .meet(row[2], 1e-6, servers > 1 ? row[1] : row[1] * row[1]);
      // The wrong neighbours are the 90th percentile for the 95th, and the 95th for the 99th.
      double p90 = row[4] - Math.log(2) / (servers * (1 - row[1]));
      Replications.of(name + " p95", RUNS, i -> records[i].percentile(0.95))
          .meet(row[4], row[5] / 4000, p90);
      Replications.of(name + " p99", RUNS, i -> records[i].percentile(0.99))
          .meet(row[5], row[5] / 4000, row[4]);
    }
  }

  /** The folk rule that fixed service halves the wait holds for one server only. */
  @Test
  void waitsOfFixedServersMeetTheEmbeddedChain() {
    for (double[] row : FIXED_SERVICE) {
      int servers = (int) row[0];
      SingleQueue queue = new SingleQueue(servers, servers * row[1], SingleQueue.fixed(1));
      String name = "M/D/" + servers + " at " + row[1];
      int customers = customers(row[1], 0.6);
      double wrong = servers == 1 ? row[3] : row[3] / 2;
      queue.meanWait(name, RUNS, customers / 20, customers).meet(row[2], 1e-6, wrong);
    }
  }

  /** Pollaczek and Khinchine: lambda E[S^2] / (2 (1 - rho)), with E[S] = 1. */
  @Test
  void waitsOfAnyServiceMeetPollaczekAndKhinchine() {
    double sigma = Math.sqrt(Math.log(2.29));
    Object[][] laws = {
      {"uniform", Distributions.uniform(0, 2_000_000_000L), 4 / 3.0},
      {"gamma 1/2", Distributions.gamma(0.5, 2e9), 3.0},
      {"gamma 4", Distributions.gamma(4, 0.25e9), 1.25},
      {"lognormal", Distributions.lognormal(Math.log(1e9) - sigma * sigma / 2, sigma), 2.29},
      {
        "two points",
        Distributions.mix(
            new double[] {0.8, 0.2},
            new Distribution[] {SingleQueue.fixed(.5), SingleQueue.fixed(3)}),
        0.8 * 0.25 + 0.2 * 9
      },
    };
    for (Object[] law : laws) {
      double square = (Double) law[2];
      SingleQueue queue = new SingleQueue(1, 0.7, (Distribution) law[1]);
      queue
          .meanWait("M/G/1, " + law[0], RUNS, 20_000, 400_000)
          .meet(0.7 * square / (2 * 0.3), 0, 0.7 / (2 * 0.3));
    }
  }

  /** GNU Octave's queueing package: qsmmm.m, its examples M/M/2 and M/M/4 at lambda 9, mu 5. */
  @Test
  void waitingCustomersMeetTheTextbook() {
    SingleQueue two = new SingleQueue(2, 9, SingleQueue.exponential(0.2));
    two.meanWait("M/M/2", RUNS, 50_000, 500_000).meet(7.674 / 9, 1e-3 / 9, 1.053);
    SingleQueue four = new SingleQueue(4, 9, SingleQueue.exponential(0.2));
    four.meanWait("M/M/4", RUNS, 20_000, 500_000).meet(0.212 - 0.2, 1e-3, 0.105);
  }

  /** SSJ's QueueLindley: 100 runs of 10,000 customers at lambda 1, mu 2 spread by 0.027. */
  @Test
  void runsSpreadAsTheyShould() {
    SingleQueue queue = new SingleQueue(1, 1, SingleQueue.exponential(0.5));
    double spread = queue.meanWait("10,000 customers", 100, 0, 10_000).deviation();
    assertTrue(spread > 0.021 && spread < 0.033, "spread " + spread);
    queue.meanWait("mean of 100 runs", 100, 0, 10_000).meet(0.5, 0, 0.55);
    double wider = queue.meanWait("5,000 customers", 100, 0, 5_000).deviation();
    assertTrue(wider > 0.033, "half as many customers spread no more: " + wider);
  }

  /** Enough for an error under 1%: the relative variance goes with 1 / (1 - load)^2. */
  private static int customers(double load, double waitingShare) {
    return (int) (30 / ((1 - load) * (1 - load)) / 1e-4 / RUNS / waitingShare);
  }
}
