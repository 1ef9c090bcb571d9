package dev.haishin.results.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.Golden;
import dev.haishin.results.IntervalDistribution;
import dev.haishin.results.LatencyMetric;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.RunResult;
import dev.haishin.results.SampleRun;
import dev.haishin.results.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a run: their bytes, and what is read back from them. */
class RunFilesTest {
  @TempDir private Path folder;

  @Test
  void theSummaryIsTheGoldenFile() throws IOException {
    Samples.write(folder, 1);
    Golden.assertSame(
        RunFilesTest.class, "summary.json", Files.readString(folder.resolve(RunFiles.SUMMARY)));
  }

  @Test
  void theNumberOfRecordersChangesNoByte() throws IOException {
    SortedMap<String, String> one = contents(folder.resolve("one"), 1);
    assertEquals(one, contents(folder.resolve("two"), 2));
    assertEquals(one, contents(folder.resolve("five"), 5));
  }

  @Test
  void localeAndTimeZoneChangeNoByte() throws IOException {
    SortedMap<String, String> expected = contents(folder.resolve("here"), 1);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("ar-EG-u-nu-arab", "de-DE", "tr-TR", "th-TH-u-ca-buddhist")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        assertEquals(expected, contents(folder.resolve(tag), 1), tag);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void theSummaryIsReadBackWhole() throws IOException {
    Samples.write(folder, 1);
    Summary read = new ResultReader(folder).summary();
    assertEquals(SummaryWriter.text(read), Files.readString(folder.resolve(RunFiles.SUMMARY)));
    assertEquals("two regions, 東京 and 台北", read.identity().description());
    assertEquals(8_000, read.ledger().columns().get(0).pairs());
    assertTrue(read.ledger().balanced());
    assertEquals(
        List.of("met", "missed", "unknown"),
        read.expectations().stream().map(Summary.ExpectationLine::verdict).toList());
  }

  @Test
  void theTimelineIsReadBackToSixDigits() throws IOException {
    Samples.write(folder, 1);
    Timeline written = SampleRun.recordedBy(1).timeline();
    Timeline read = new ResultReader(folder).timeline();
    assertArrayEquals(written.startSeconds(), read.startSeconds());
    assertEquals(written.columns().size(), read.columns().size());
    for (int c = 0; c < read.columns().size(); c++) {
      Timeline.Column expected = written.columns().get(c);
      Timeline.Column column = read.columns().get(c);
      assertEquals(expected.label(), column.label());
      assertEquals(expected.unit(), column.unit());
      for (int row = 0; row < column.values().length; row++) {
        double value = expected.values()[row];
        double tolerance = Double.isNaN(value) ? 0 : Math.abs(value) * 1e-5;
        assertEquals(value, column.values()[row], tolerance, column.label());
      }
    }
    String header = Files.readAllLines(folder.resolve(RunFiles.TIMELINE)).get(0);
    assertTrue(header.startsWith("seconds,send.ack.p50 [ms],send.ack.p99 [ms],"), header);
    assertTrue(header.contains(",wire.bytes.per-second{direction=up} [B/s],"), header);
    assertTrue(header.contains(",gateway.cpu.max [fraction],"), header);
  }

  @Test
  void theHeatMapIsReadBackCountForCount() throws IOException {
    Samples.write(folder, 3);
    List<IntervalDistribution> written =
        SampleRun.recordedBy(1).overTime(LatencyMetric.DELIVERY_ONLINE);
    List<IntervalDistribution> read = new ResultReader(folder).intervals("delivery.online");
    assertEquals(written.size(), read.size());
    for (int i = 0; i < read.size(); i++) {
      assertEquals(written.get(i).latencies(), read.get(i).latencies());
      assertEquals(written.get(i).fromNs(), read.get(i).fromNs());
      assertEquals(written.get(i).toNs(), read.get(i).toNs());
    }
    assertTrue(new ResultReader(folder).intervals("delivery.sync").isEmpty());
  }

  @Test
  void nothingTellsTheMachineButRunJson() throws IOException {
    SortedMap<String, String> contents = contents(folder.resolve("run"), 1);
    assertTrue(contents.get("run.json").contains("\"jdk\": \"17.0.1\""));
    contents.remove("run.json");
    contents.forEach((name, text) -> assertFalse(text.contains("17.0.1"), name));
    assertFalse(contents.get("latency/delivery.online.hlog").contains("StartTime:"));
    contents.forEach((name, text) -> assertFalse(text.contains("\r"), name));
    contents.forEach((name, text) -> assertTrue(text.endsWith("\n"), name));
  }

  @Test
  void anUnbalancedLedgerIsSaidToBe() throws IOException {
    RunResult result = SampleRun.recordedBy(1);
    result.ledger().add(LedgerColumn.LIVE, -1);
    assertTrue(SummaryWriter.text(Samples.summary(result)).contains("\"balanced\": false"));
  }

  private static SortedMap<String, String> contents(Path folder, int recorders) throws IOException {
    Files.createDirectories(folder);
    Samples.write(folder, recorders);
    SortedMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
