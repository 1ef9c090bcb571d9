package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.engine.Capacity.Spell;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stations of hosts that are paused or slow, against closed forms and published figures. */
class SlowedStationTest {
  private static final long MS = 1_000_000L;
  private static final long SECOND = 1_000 * MS;
  private static final long FOREVER = Long.MAX_VALUE;

  /** Half of the host's time is other work's: the queue of one that needs twice as long. */
  @Test
  void halfInTheBackgroundIsTwiceTheServiceTime() {
    Capacity half = Capacity.of(List.of(new Spell(Long.MIN_VALUE, FOREVER, 0.5)));
    for (int servers = 1; servers <= 3; servers++) {
      FifoStation shared = new FifoStation(servers, half);
      FifoStation slow = new FifoStation(servers);
      RandomStream random = RandomStream.of(3, "queue", "half");
      long nowNs = 0;
      long sojournNs = 0;
      int jobs = 300_000;
      for (int i = 0; i < jobs; i++) {
        nowNs += (long) (-StrictMath.log(1 - random.nextDouble()) * MS / servers);
        long serviceNs = (long) (-StrictMath.log(1 - random.nextDouble()) * 0.35 * MS);
        long doneNs = shared.arrive(nowNs, serviceNs);
        assertEquals(slow.arrive(nowNs, 2 * serviceNs), doneNs);
        sojournNs += doneNs - nowNs;
      }
      if (servers == 1) {
        // M/M/1 with service of 0.7 ms and rho = 0.7: 0.7 / (1 - 0.7) ms.
        assertEquals(0.7 / 0.3 * MS, sojournNs / (double) jobs, 0.05 * MS);
      }
    }
  }

  /**
   * HdrHistogram's published answer to 10,000 calls of 1 ms at 100 a second and then a stall of 100
   * s, corrected for coordinated omission: of 20,000 values p50 is 1 ms, p75 50 s, p90 80 s, p99 98
   * s, the largest 100 s and the mean 25.0005 s. Arrivals that do not wait for answers see that
   * without a correction. There is a server for everybody, so that all end with the stall.
   */
  @Test
  void openArrivalsSeeAStallAsHdrHistogramCorrectsIt() {
    Capacity stalled = Capacity.of(List.of(new Spell(100 * SECOND, 200 * SECOND, 0)));
    FifoStation station = new FifoStation(10_001, stalled);
    long[] latencies = new long[20_000];
    for (int i = 0; i < latencies.length; i++) {
      long atNs = i * 10 * MS;
      latencies[i] = station.arrive(atNs, MS) - atNs;
    }
    Arrays.sort(latencies);
    assertEquals(MS, latencies[9_999]);
    assertEquals(50 * SECOND, latencies[14_999], 0.001 * 50 * SECOND);
    assertEquals(80 * SECOND, latencies[17_999], 0.001 * 80 * SECOND);
    assertEquals(98 * SECOND, latencies[19_799], 0.001 * 98 * SECOND);
    assertEquals(100 * SECOND, latencies[19_999], 0.001 * 100 * SECOND);
    double mean = Arrays.stream(latencies).average().getAsDouble();
    assertEquals(25_000_500_000.0, mean, 0.001 * 25e9);
  }

  /** A backlog of D seconds' arrivals is worked off in D rho / (1 - rho). */
  @Test
  void aPauseDrainsAsAFluidDoes() {
    for (double rho : new double[] {0.25, 0.5, 0.8, 0.9}) {
      long pauseNs = 10 * SECOND;
      FifoStation station =
          new FifoStation(1, Capacity.of(List.of(new Spell(5 * SECOND, 5 * SECOND + pauseNs, 0))));
      long everyNs = MS;
      long serviceNs = Math.round(rho * everyNs);
      long drainedNs = 0;
      for (long atNs = 0; atNs < 130 * SECOND; atNs += everyNs) {
        boolean waited = station.nextFreeNs() > atNs;
        station.arrive(atNs, serviceNs);
        drainedNs = waited ? atNs : drainedNs;
      }
      double wantedNs = pauseNs * rho / (1 - rho);
      assertEquals(wantedNs, drainedNs - 15 * SECOND, 2 * MS / (1 - rho), "rho " + rho);
    }
  }

  /** The published stall of wrk2's README, by its own figures of rate, capacity and pause. */
  @Test
  void aStallOfOnePointFourSecondsHasThePercentilesThatWrk2Measured() {
    Capacity stalled = Capacity.of(List.of(new Spell(8 * SECOND, 8 * SECOND + 1_400 * MS, 0)));
    FifoStation station = new FifoStation(1, stalled);
    int requests = 39_500;
    double[] latencyMs = new double[requests];
    for (int i = 0; i < requests; i++) {
      long atNs = i * 500_000L;
      latencyMs[i] = 6.18 + (station.arrive(atNs, Math.round(1e9 / 14_600)) - atNs) / 1e6;
    }
    Arrays.sort(latencyMs);
    assertEquals(63.66, Arrays.stream(latencyMs).average().getAsDouble(), 3);
    assertEquals(1_250, latencyMs[(int) (requests * 0.99)], 40);
    assertEquals(1_416, latencyMs[requests - 1], 15);
  }

  /** A full queue refuses during a pause what it has no room for, and starts in order behind it. */
  @Test
  void aBoundedQueueFillsUpDuringAPause() {
    BoundedStation station = new BoundedStation(1, 2, Capacity.of(List.of(new Spell(10, 100, 0))));
    assertEquals(102, station.arrive(8, 4));
    assertEquals(106, station.arrive(20, 4));
    assertEquals(110, station.arrive(30, 4));
    assertEquals(BoundedStation.REFUSED, station.arrive(40, 4));
    assertEquals(3, station.present(99));
    assertEquals(114, station.arrive(103, 4));
  }

  /** Servers of a paused host go on where they were, and the first to be free takes the next. */
  @Test
  void severalServersStopTogether() {
    FifoStation station = new FifoStation(2, Capacity.of(List.of(new Spell(10, 20, 0))));
    assertEquals(25, station.arrive(0, 15));
    assertEquals(22, station.arrive(0, 12));
    assertEquals(32, station.arrive(15, 10));
    assertEquals(22, station.lastStartNs());
    station.moveTo(Capacity.FULL, 40);
    assertEquals(45, station.arrive(40, 5));
  }
}
