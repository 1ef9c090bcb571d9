package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Stations with little room against Erlang's loss formula and its relatives. */
class BoundedStationTest {
  private static final double NANOS = 1e9;

  /** The share of arrivals refused. */
  private static double lost(
      int seed, int servers, int room, double arrivalsPerSecond, Distribution service) {
    Distribution interarrival = Distributions.exponential(NANOS / arrivalsPerSecond);
    RandomStream arrivals = RandomStream.of(seed, "arrivals", "loss");
    RandomStream work = RandomStream.of(seed, "service", "loss");
    BoundedStation station = new BoundedStation(servers, room);
    int customers = 300_000;
    long nowNs = 0;
    int lost = 0;
    for (int i = 0; i < customers; i++) {
      nowNs += interarrival.sample(arrivals);
      if (station.arrive(nowNs, service.sample(work)) == BoundedStation.REFUSED) {
        lost++;
      }
    }
    return lost / (double) customers;
  }

  /** Classic traffic tables: servers, blocking, offered load in erlang. */
  @Test
  void lossMeetsTheTrafficTables() {
    double[][] table = {{5, .05, 2.219}, {10, .05, 6.216}, {20, .05, 15.25}, {10, .02, 5.084}};
    for (double[] row : table) {
      int servers = (int) row[0];
      Replications.of(
              servers + " servers",
              40,
              seed -> lost(seed, servers, 0, row[2], SingleQueue.exponential(1)))
          .meet(row[1], row[1] / 1000, row[1] * 1.06);
    }
  }

  @Test
  void lossWithoutAQueueDependsOnTheMeanServiceOnly() {
    Distribution[] laws = {SingleQueue.fixed(1), Distributions.gamma(0.5, 2e9)};
    for (Distribution law : laws) {
      Replications.of("M/G/5/5", 40, seed -> lost(seed, 5, 0, 2.219, law)).meet(.05, .00005, .053);
    }
  }

  /** Octave's qsmmmk.m: M/M/4/6 at lambda 50, mu 10 loses 0.293543. */
  @Test
  void lossWithAShortQueueMeetsTheTextbook() {
    Replications.of("M/M/4/6", 20, seed -> lost(seed, 4, 2, 50, SingleQueue.exponential(.1)))
        .meet(.293543, 1e-6, .31);
  }

  /**
   * Octave's qsmm1k.m: M/M/1/10 with equal rates has 5 present; by PASTA, arrivals find as many.
   */
  @Test
  void presenceMeetsTheTextbook() {
    Distribution law = SingleQueue.exponential(1);
    Replications.of(
            "M/M/1/10",
            20,
            seed -> {
              RandomStream arrivals = RandomStream.of(seed, "arrivals", "presence");
              RandomStream work = RandomStream.of(seed, "service", "presence");
              BoundedStation station = new BoundedStation(1, 9);
              long nowNs = 0;
              long present = 0;
              for (int i = 0; i < 300_000; i++) {
                nowNs += law.sample(arrivals);
                present += station.present(nowNs);
                station.arrive(nowNs, law.sample(work));
              }
              return present / 300_000.0;
            })
        .meet(5, 0, 5.5);
  }

  @Test
  void countsWhoWaitsAndRefusesTheRest() {
    BoundedStation station = new BoundedStation(2, 20);
    for (int i = 0; i < 22; i++) {
      assertEquals(10 * (i / 2 + 1), station.arrive(0, 10));
    }
    assertEquals(BoundedStation.REFUSED, station.arrive(9, 10));
    assertEquals(20, station.waiting(9));
    assertEquals(18, station.waiting(10));
    assertEquals(20, station.present(10));
    assertEquals(120, station.arrive(10, 10));
    assertEquals(110, station.lastStartNs());
    station.reset(50);
    assertEquals(0, station.present(50));
    assertEquals(60, station.arrive(50, 10));
    assertTrue(station.waiting(55) == 0 && station.present(55) == 1);
  }
}
