package dev.haishin.results.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.haishin.results.Aftermath;
import dev.haishin.results.Hottest;
import dev.haishin.results.ReachLine;
import dev.haishin.results.SampleRun;
import dev.haishin.results.Timeline;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What readers accept, and what they say of what they do not. */
class ReadersTest {
  @Test
  void anotherSchemaIsRefused() {
    assertMessage(
        "schema is 'haishin/summary/9'; must be 'haishin/summary/1'",
        () -> SummaryReader.read("{\"schema\": \"haishin/summary/9\"}"));
    assertMessage("schema is ''; must be 'haishin/summary/1'", () -> SummaryReader.read("[1, 2]"));
  }

  @Test
  void emptyFieldsAreIntervalsWithoutAValueAndQuotedTitlesMayHoldCommas() throws IOException {
    Timeline timeline =
        TimelineReader.read(
            List.of(
                "seconds,\"wire.bytes{from=a,to=b} [B/s]\",send.ack.p99 [ms]", "0,12,", "1,,3"));
    Timeline.Column bytes = timeline.column("wire.bytes{from=a,to=b}").orElseThrow();
    assertEquals("B/s", bytes.unit());
    assertArrayEquals(new double[] {12, Double.NaN}, bytes.values());
    Timeline.Column latency = timeline.column("send.ack.p99").orElseThrow();
    assertArrayEquals(new double[] {Double.NaN, 3}, latency.values());
  }

  @Test
  void aBrokenLineIsNamed() {
    assertMessage("timeline.csv:1: no header", () -> TimelineReader.read(List.of()));
    assertMessage(
        "timeline.csv:3: 1 fields of 2",
        () -> TimelineReader.read(List.of("seconds,a []", "0,1", "1")));
    assertMessage(
        "timeline.csv:2: no number: x", () -> TimelineReader.read(List.of("seconds,a []", "0,x")));
  }

  @Test
  void intervalsOfReplicationsAreReadAsTheyWereWritten() throws IOException {
    Summary one = Samples.summary(SampleRun.recordedBy(1));
    SortedMap<String, Summary.MetricLine> metrics = new TreeMap<>();
    SortedMap<String, Summary.Band> intervals = new TreeMap<>();
    intervals.put("mean", new Summary.Band(1.5, 2.5, 0.95));
    List<Summary.Figure> mean = List.of(new Summary.Figure("mean", OptionalDouble.of(2)));
    List<Summary.Figure> pooled =
        List.of(
            new Summary.Figure("p50", OptionalDouble.of(1.75)),
            new Summary.Figure("p99", OptionalDouble.empty()));
    metrics.put("send.ack", new Summary.MetricLine("latency", "ms", mean, intervals, pooled));
    Summary.ExpectationLine expectation =
        new Summary.ExpectationLine(
            "send.ack.mean",
            "<=",
            "2ms",
            OptionalDouble.of(2),
            "unknown",
            "",
            Optional.of(new Summary.Band(1.5, 2.5, 0.95)));
    double nan = Double.NaN;
    Summary several =
        new Summary(
            one.identity(),
            12,
            false,
            one.simulatedSeconds(),
            one.measuredFromSeconds(),
            metrics,
            one.ledger(),
            List.of(new ReachLine("tokyo", "ios", 9, 8, 1, 2, 2, 3, 1, 2)),
            List.of(
                new Aftermath(
                    "lose zone", 60, 30, 1, Aftermath.NOT_WITHIN_SIGHT, 7.5, nan, 900, 120, 3400)),
            List.of(),
            List.of(expectation),
            List.of(),
            List.of(
                new Hottest("chat", "messages.accepted", "tokyo/chat/7", 3, OptionalDouble.empty()),
                new Hottest("partition", "messages.accepted", "a", 3.5, OptionalDouble.of(1.25))),
            List.of(),
            List.of());
    assertEquals(several, SummaryReader.read(SummaryWriter.text(several)));
  }

  @Test
  void tablesQuoteWhatWouldBreakThem() {
    CsvText table = new CsvText(List.of("path", "wire.bytes{from=a,to=b}", "\"\""));
    table.put("a\nb").put(1.0 / 3).put(OptionalDouble.empty()).endLine();
    assertEquals(
        "path,\"wire.bytes{from=a,to=b}\",\"\"\"\"\"\"\n\"a\nb\",0.333333,\n", table.toString());
  }

  private static void assertMessage(String message, Reading reading) {
    IOException refused = assertThrows(IOException.class, reading::read);
    assertEquals(message, refused.getMessage());
  }

  private interface Reading {
    Object read() throws IOException;
  }
}
