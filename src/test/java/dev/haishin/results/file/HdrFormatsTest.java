package dev.haishin.results.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.results.IntervalDistribution;
import dev.haishin.results.Latencies;
import dev.haishin.results.SampleRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our writers against HdrHistogram's own reader and writer. */
class HdrFormatsTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void theLogIsReadByHistogramLogReader() {
    Histogram first = new Histogram(1, 24 * 3600 * SECOND, 2);
    Histogram second = new Histogram(1, 24 * 3600 * SECOND, 2);
    for (long i = 1; i < 5_000; i++) {
      first.recordValue(i * i * 1_000);
      second.recordValueWithCount(i * 7_919, i);
    }
    String log =
        IntervalLogText.of(
            List.of(
                new IntervalDistribution(5_500_000_000L, 6_500_000_000L, 24_990_001_000L, first),
                new IntervalDistribution(6_500_000_000L, 7_000_000_000L, 39_587_081L, second)));
    assertTrue(log.contains("\n5.500,1.000,24990.001,HISTFAA"), log.substring(0, 200));
    try (HistogramLogReader reader = reader(log)) {
      Histogram read = (Histogram) reader.nextIntervalHistogram();
      assertEquals(first, read);
      assertEquals(5_500, read.getStartTimeStamp());
      assertEquals(6_500, read.getEndTimeStamp());
      assertEquals(second, reader.nextIntervalHistogram());
      assertEquals(null, reader.nextIntervalHistogram());
    }
  }

  /** HdrHistogram prints the same lines, but for decimals and bucket counts in the footer. */
  @ParameterizedTest
  @ValueSource(strings = {"delivery.online", "send.ack", "stage.fanout.wait"})
  void percentilesAreThoseThatHdrHistogramPrints(String path) {
    Latencies latencies = SampleRun.recordedBy(1).latencies().get(path);
    List<String> ours = PercentileText.of(latencies).lines().toList();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Locale locale = Locale.getDefault();
    try (PrintStream print = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      Locale.setDefault(Locale.ROOT);
      latencies.histogram().outputPercentileDistribution(print, 5, 1e6);
    } finally {
      Locale.setDefault(locale);
    }
    List<String> theirs = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(theirs.get(0).strip(), ours.get(0).strip());
    for (int i = 2; i < theirs.size() - 3; i++) {
      String[] expected = theirs.get(i).strip().split(" +", -1);
      String[] fields = ours.get(i).strip().split(" +", -1);
      assertEquals(expected.length, fields.length);
      assertEquals(Double.parseDouble(expected[0]), Double.parseDouble(fields[0]), 0.00051);
      for (int c = 1; c < fields.length; c++) {
        assertEquals(expected[c], fields[c], "line " + i);
      }
    }
    assertEquals(theirs.size() - 1, ours.size());
  }

  @Test
  void thePlotterFindsFourColumnsInEachLineButTheLast() {
    Latencies latencies = SampleRun.recordedBy(1).latencies().get("delivery.online");
    List<String> lines =
        PercentileText.of(latencies).lines().skip(2).filter(line -> !line.startsWith("#")).toList();
    double above = 0;
    for (String line : lines.subList(0, lines.size() - 1)) {
      String[] fields = line.strip().split(" +", -1);
      assertEquals(4, fields.length);
      assertTrue(Double.parseDouble(fields[3]) > above);
      above = Double.parseDouble(fields[3]);
    }
    String[] last = lines.get(lines.size() - 1).strip().split(" +", -1);
    assertEquals("1.000000000000", last[1]);
    assertEquals(Long.toString(latencies.count()), last[2]);
  }

  private static HistogramLogReader reader(String log) {
    return new HistogramLogReader(
        new ByteArrayInputStream(log.getBytes(StandardCharsets.US_ASCII)));
  }
}
