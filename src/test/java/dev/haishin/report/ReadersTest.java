package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {
  @TempDir Path folder;

  @Test
  void readsAPercentileFileOfHdrHistogram() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("send.ack.hgrm"),
            """
                   Value     Percentile TotalCount 1/(1-Percentile)

                   4.001 0.000000000000          1           1.00
                  21.007 0.500000000000        500           2.00
                 180.223 0.990000000000        990         100.00
                 410.000 1.000000000000       1000
            #[Mean    =       25.100, StdDeviation   =       31.000]
            #[Max     =      410.000, Total count    =         1000]
            """);
    PercentileCurve curve = HgrmReader.read(file);
    assertEquals("send.ack", curve.path());
    assertEquals(1000, curve.samples());
    assertEquals(4, curve.points().size());
    assertEquals(0.999, curve.points().x(3), 1e-12, "the slowest of 1000 stands at 1 - 1/1000");
    assertEquals(410, curve.points().y(3));
    assertEquals(180.223, PercentileChart.valueAt(curve.points(), 0.99));
    assertTrue(Double.isNaN(PercentileChart.valueAt(curve.points(), 0.9999)));
  }

  @Test
  void readsColumnsWithUnitsQualifiersAndGaps() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("timeline.csv"),
            "seconds,send.ack.p99 [ms],\"wire.bytes{from=a,to=b} [B]\",empty []\n"
                + "0,12.5,7,\n1,,8,\n");
    Timeline timeline = TimelineReader.read(file);
    Points acks = timeline.column("send.ack.p99").orElseThrow();
    assertEquals(12.5, acks.y(0));
    assertTrue(Double.isNaN(acks.y(1)));
    assertEquals("ms", timeline.unit("send.ack.p99"));
    assertEquals(8, timeline.column("wire.bytes{from=a,to=b}").orElseThrow().y(1));
    assertTrue(timeline.column("empty").isEmpty());
    assertEquals(1, timeline.lastSecond());
  }

  @Test
  void saysWhereATimelineIsNoTimeline() throws IOException {
    Path file = Files.writeString(folder.resolve("timeline.csv"), "seconds,a []\n0,x\n");
    IOException error = assertThrows(IOException.class, () -> TimelineReader.read(file));
    assertEquals("timeline.csv:2: field 2 is no number: x", error.getMessage());
  }

  @Test
  void readsFailuresFromTheScenario() throws IOException {
    List<FailureMark> marks =
        ScenarioFailures.read(
            """
            failures:
              - {at: 90s, lose: zone, region: tokyo, zone: 1, for: 4m}
              - {at: 3m, partition: [tokyo, bangkok], repeat: {every: 2m, times: 3}}
              - {at: 1.5h, crash: gateway, share: 5%}
            """);
    assertEquals(5, marks.size());
    assertEquals(new FailureMark(90, 330, "lose zone tokyo zone 1"), marks.get(0));
    assertEquals(420, marks.get(3).atSeconds());
    assertEquals("partition tokyo – bangkok", marks.get(3).label());
    assertEquals("crash gateway 5%", marks.get(4).label());
    assertEquals(5400, marks.get(4).atSeconds());
    assertFalse(marks.get(4).hasEnd());
  }

  @Test
  void aFolderWithoutASummaryIsRefused() throws IOException {
    assertThrows(IOException.class, () -> RunReader.read(folder));
    Files.writeString(folder.resolve("summary.json"), "{\"schema\": \"other\"}");
    IOException error = assertThrows(IOException.class, () -> RunReader.read(folder));
    assertEquals("schema is 'other'; must be 'haishin/summary/1'", error.getMessage());
  }

  @Test
  void lossesAreReadByReason() throws IOException {
    Path summary = folder.resolve("summary.json");
    Files.writeString(
        summary,
        """
        {"schema": "haishin/summary/1", "scenario": "a", "variant": "b", "ledger": {"intended": 10, "live": 7, "unsent": 4,
         "lost": {"queue-overflow": 2, "acks-leader-loss": 1}, "balanced": true}}
        """);
    Ledger ledger = RunReader.read(folder).ledger();
    assertEquals(3, ledger.lost());
    assertEquals(
        List.of("live", "lost{queue-overflow}", "lost{acks-leader-loss}"),
        ledger.columns().stream().map(LedgerColumn::name).toList());
    assertEquals(List.of(new LedgerColumn("unsent", 4)), ledger.others());
  }
}
