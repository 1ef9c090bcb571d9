package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
  @TempDir Path folder;

  @Test
  void timesCountFromTheFailureToTheEndOfAnInterval() throws IOException {
    // Fails at 10 s; connections break at once and are back after row 14, latency after row 16.
    Recovery recovery = of(second -> second == 10 ? 500 : 0, "10s").get(0);
    assertEquals(1, recovery.noticed());
    assertEquals(5, recovery.connected());
    assertEquals(7, recovery.latencyBack());
    assertTrue(Double.isNaN(recovery.drained()), "nothing waited");
    assertEquals(900, recovery.worstP99Ms());
  }

  @Test
  void whatIsNotOverBeforeTheNextFailureIsNotWithinSight() throws IOException {
    List<Recovery> recoveries = of(second -> second == 10 ? 500 : 0, "10s", "13s");
    assertEquals(2, recoveries.size());
    assertEquals(Recovery.NOT_WITHIN_SIGHT, recoveries.get(0).connected());
    assertEquals(2, recoveries.get(1).connected(), "99% of the mean of a dip is less");
  }

  @Test
  void aFailureThatNobodyNoticesHasNoSign() throws IOException {
    assertTrue(Double.isNaN(of(second -> 0, "25s").get(0).noticed()));
  }

  @Test
  void lateDeliveriesAreASignWhereNoConnectionBreaks() throws IOException {
    assertEquals(1, of(second -> 0, "10s").get(0).noticed());
  }

  @Test
  void whatWasUnderWayWhenItStruckIsNotHowItWasBefore() throws IOException {
    // Latencies stand at the tap: rows 10 and 11 are late because of what happens at 12.
    assertEquals(5, of(second -> 0, "12s").get(0).latencyBack());
  }

  private List<Recovery> of(java.util.function.IntUnaryOperator breaks, String... at)
      throws IOException {
    StringBuilder csv =
        new StringBuilder(
            "seconds,disconnects.per-second [1/s],clients.connected.mean [],"
                + "delivery.online.p99 [ms],kafka.lag.mean []\n");
    for (int second = 0; second < 30; second++) {
      int connected = second >= 10 && second < 15 ? 900 : 1000;
      int p99 = second >= 10 && second < 17 ? 900 : 100;
      csv.append(second).append(',').append(breaks.applyAsInt(second)).append(',');
      csv.append(connected).append(',').append(p99).append(",0\n");
    }
    StringBuilder failures = new StringBuilder("failures:\n");
    for (String each : at) {
      failures.append("  - {at: ").append(each).append(", crash: gateway, restart: 2s}\n");
    }
    Files.writeString(
        folder.resolve("summary.json"),
        "{\"schema\": \"haishin/summary/1\", \"scenario\": \"run\", \"variant\": \"baseline\", \"simulated-seconds\": 30}");
    Files.writeString(folder.resolve("timeline.csv"), csv);
    Files.writeString(folder.resolve("scenario.yaml"), failures);
    return Recovery.of(RunReader.read(folder));
  }
}
