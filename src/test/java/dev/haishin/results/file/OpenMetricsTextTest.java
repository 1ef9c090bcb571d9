package dev.haishin.results.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.results.MetricRegistry;
import dev.haishin.results.SampleRun;
import dev.haishin.results.Timeline;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OpenMetricsTextTest {
  private static final Pattern SAMPLE =
      Pattern.compile("([a-z_][a-z0-9_]*)(\\{[^}]*\\}) (-?[0-9.]+) ([0-9.]+)");

  private static RunIdentity identity(String variant) {
    return new RunIdentity("launch", variant, "", 7, 1, "00", "0.1.0", "ab", List.of());
  }

  @Test
  void aColumnIsAFamilyInBaseUnitsWithALabelOfEachRun() {
    Timeline timeline =
        new Timeline(
            new double[] {0, 1, 2.5},
            List.of(
                column("delivery.online.p99", "ms", 71.4, Double.NaN, 1030),
                column("delivery.online.per-second", "1/s", 5, 6, 7),
                column("wire.bytes.per-second{direction=up}", "B/s", 1, 0, 3),
                column("wire.bytes.per-second{direction=down}", "B/s", 4, 5, 6),
                column("gateway.cpu.max", "fraction", 0.25, 0.5, 1),
                column("kafka.lag.mean", "", 12, 0, 0)));
    Timeline other =
        new Timeline(new double[] {0}, List.of(column("gateway.cpu.max", "fraction", 0.125)));
    BigDecimal newYear = new BigDecimal("1798729110.5");
    String text =
        new OpenMetricsText()
            .add(identity("baseline"), timeline, newYear)
            .add(identity("re\"ad"), other, BigDecimal.ZERO)
            .toString();
    String run = "{scenario=\"launch\",variant=\"baseline\",seed=\"7\"";
    String p99 = "haishin_delivery_online_p99_seconds";
    assertEquals(
        List.of(
            "# TYPE " + p99 + " gauge",
            "# UNIT " + p99 + " seconds",
            "# HELP " + p99 + " " + meaning("delivery.online") + " (p99)",
            p99 + run + "} 0.0714 1798729110.5",
            p99 + run + "} 1.03 1798729113"),
        text.lines().limit(5).toList());
    assertTrue(text.contains("haishin_wire_bytes_per_second" + run + ",direction=\"down\"} 4 "));
    assertTrue(text.contains("haishin_gateway_cpu_max_ratio" + run + "} 0.25 1798729110.5\n"));
    assertTrue(
        text.contains(
            "haishin_gateway_cpu_max_ratio"
                + "{scenario=\"launch\",variant=\"re\\\"ad\",seed=\"7\"} 0.125 0\n"));
    assertTrue(text.contains("haishin_kafka_lag_mean" + run + "} 12 1798729110.5\n"));
  }

  @Test
  void aWholeRunIsWellFormed() {
    Timeline timeline = SampleRun.recordedBy(1).timeline();
    String text =
        new OpenMetricsText().add(identity("baseline"), timeline, BigDecimal.ONE).toString();
    List<String> lines = text.lines().toList();
    assertEquals("# EOF", lines.get(lines.size() - 1));
    Set<String> announced = new HashSet<>();
    Map<String, Double> latest = new HashMap<>();
    String family = "";
    int samples = 0;
    for (String line : lines.subList(0, lines.size() - 1)) {
      String[] words = line.split(" ", 4);
      if (words[1].equals("TYPE")) {
        family = words[2];
        assertTrue(announced.add(family), family + " is announced twice");
        assertEquals("gauge", words[3]);
      } else if (words[1].equals("UNIT")) {
        assertTrue(words[2].equals(family) && family.endsWith("_" + words[3]), line);
      } else if (!words[1].equals("HELP")) {
        Matcher sample = SAMPLE.matcher(line);
        assertTrue(sample.matches(), line);
        assertEquals(family, sample.group(1));
        double moment = Double.parseDouble(sample.group(4));
        Double before = latest.put(sample.group(1) + sample.group(2), moment);
        assertTrue(before == null || before < moment, line);
        samples++;
      }
    }
    assertTrue(samples > timeline.startSeconds().length, "only " + samples + " samples");
  }

  private static String meaning(String path) {
    return MetricRegistry.standard().find(path).orElseThrow().meaning();
  }

  private static Timeline.Column column(String label, String unit, double... values) {
    return new Timeline.Column(label, unit, values);
  }
}
