package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Deterministic traces that other simulators publish, to the last digit. */
class StationTraceTest {

  /** Ciw: arrivals each 7 from 7, service 10, two servers; at 36 two are in service. */
  @Test
  void twoServersTakeTurns() {
    FifoStation station = new FifoStation(2);
    long[] departures = new long[5];
    for (int i = 0; i < 5; i++) {
      departures[i] = station.arrive(7 * (i + 1), 10);
    }
    assertArrayEquals(new long[] {17, 24, 31, 38, 45}, departures);
    assertEquals(2, station.busy(36));
  }

  /** Ciw: arrivals each 10, service 12, one server. */
  @Test
  void aSlowServerMakesTheSecondWait() {
    FifoStation station = new FifoStation(1);
    assertEquals(22, station.arrive(10, 12));
    assertEquals(10, station.lastStartNs());
    assertEquals(34, station.arrive(20, 12));
    assertEquals(22, station.lastStartNs());
  }

  /** KSL: three jobs at once, each held 10. */
  @Test
  void equalInstantsQueueInOrder() {
    FifoStation station = new FifoStation(1);
    for (int i = 0; i < 3; i++) {
      station.arrive(0, 10);
      assertEquals(10 * i, station.lastStartNs());
    }
  }

  @Test
  void aRestartedStationIsIdle() {
    FifoStation station = new FifoStation(3);
    for (int i = 0; i < 9; i++) {
      station.arrive(0, 1000);
    }
    station.reset(500);
    assertEquals(0, station.busy(500));
    assertEquals(510, station.arrive(500, 10));
    assertThrows(IllegalArgumentException.class, () -> new FifoStation(0));
  }

  /** CloudSim's first examples: instructions at a number a second. */
  @Test
  void rateStationsMeetCloudSim() {
    long second = 1_000_000_000L;
    assertEquals(400 * second, new ByteRateStation(1000).arrive(0, 400_000));
    assertEquals(1000 * second, new ByteRateStation(250).arrive(0, 250_000));
    assertEquals(160 * second, new ByteRateStation(250).arrive(0, 40_000));
    assertEquals(80 * second, new ByteRateStation(500).arrive(0, 40_000));
  }

  @Test
  void smallPiecesAddUpToTheRate() {
    ByteRateStation station = new ByteRateStation(3);
    long last = 0;
    for (int i = 0; i < 1_000_000; i++) {
      last = station.arrive(0, 1);
    }
    assertEquals(333_333_333_333_334L, last);
    // Rounding each piece would be late by a third of a second in a million pieces.
    ByteRateStation fast = new ByteRateStation(1_250_000_001L);
    for (int i = 0; i < 1_250_000_001; i += 1000) {
      last = fast.arrive(0, 1000);
    }
    assertEquals(1_000_000_800L, last, 1);
  }

  @Test
  void anIdleRateStationStartsAfresh() {
    ByteRateStation station = new ByteRateStation(3);
    assertEquals(333_333_334L, station.arrive(0, 1));
    assertEquals(666_666_667L, station.arrive(333_333_333L, 1));
    assertEquals(333_333_334L, station.lastStartNs());
    assertEquals(1_333_333_334L, station.arrive(1_000_000_000L, 1));
    assertEquals(1_000_000_000L, station.lastStartNs());
    assertThrows(IllegalArgumentException.class, () -> station.arrive(2_000_000_000L, -1));
  }
}
