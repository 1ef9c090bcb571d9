package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeatMapTest {
  @TempDir Path folder;

  @Test
  void aShadeIsAFactorOfFour() {
    assertEquals(5, HeatMap.shade(1000, 1000));
    assertEquals(5, HeatMap.shade(251, 1000));
    assertEquals(4, HeatMap.shade(249, 1000));
    assertEquals(0, HeatMap.shade(1, 1_000_000));
  }

  @Test
  void intervalsAreMergedWithoutLosingASample() throws IOException {
    Path example = ExampleFolder.write(folder, "");
    Path file = example.resolve("latency/delivery.online.hlog");
    IntervalLog log = IntervalLog.read(file, "delivery.online").orElseThrow();
    assertEquals(IntervalLog.MOST_INTERVALS, log.intervals().size());
    assertEquals(5, log.intervals().get(1).fromSeconds());
    assertEquals(600, log.intervals().get(119).toSeconds());
    long samples = log.intervals().stream().mapToLong(i -> i.latencies().getTotalCount()).sum();
    assertEquals(400L * ExampleFolder.SECONDS, samples);
  }

  @Test
  void everySampleLiesInOneRow() throws IOException {
    Path example = ExampleFolder.write(folder, "");
    Run run = RunReader.read(example);
    HeatMap map = new HeatMap(run, run.deliveries().orElseThrow(), "");
    for (IntervalLog.Interval interval : run.deliveries().orElseThrow().intervals()) {
      long inRows = 0;
      for (int row = 0; row < HeatMap.ROWS; row++) {
        inRows += map.count(interval.latencies(), row);
      }
      assertEquals(interval.latencies().getTotalCount(), inRows);
    }
    assertTrue(run.deliveries().orElseThrow().intervals().get(40).latencies().getMaxValue() > 1e9);
  }
}
