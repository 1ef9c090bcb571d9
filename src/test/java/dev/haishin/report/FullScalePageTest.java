package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of a run as large as the full New Year: 12 minutes of seconds, five regions, every
 * column that a chart draws and every cell of the heat map filled. Hosts and messages are figures
 * in it, never lines, so that a page does not grow with the scale of its run.
 */
class FullScalePageTest {
  private static final int SECONDS = 720;
  private static final int MOST_BYTES = 3_000_000;
  private static final String[] REGIONS = {"tokyo", "bangkok", "taipei", "jakarta", "singapore"};
  private static final String[] STAGES = {
    "gateway-in", "kafka-produce", "kafka-replicate", "kafka-fetch", "fanout", "session-lookup",
    "inbox-write", "log-append", "log-read", "gateway-out", "push-queue", "push-provider"
  };

  @TempDir Path folder;

  @Test
  void thePageOfTheFullNewYearStaysBelowThreeMegabytes() throws IOException {
    long bytes = page(194_000_000).length();
    assertTrue(bytes > 1_000_000, "it is full: " + bytes);
    assertTrue(bytes < MOST_BYTES, bytes + " bytes");
  }

  @Test
  void thePageDoesNotGrowWithTheScale() throws IOException {
    double small = page(194_000).length();
    double large = page(194_000_000).length();
    assertEquals(1, large / small, 0.03, small + " and " + large + " bytes");
  }

  private String page(long users) throws IOException {
    Path run = ExampleFolder.write(folder.resolve("u" + users), "the full New Year");
    Files.writeString(run.resolve("summary.json"), summary(run, users));
    Files.writeString(run.resolve("timeline.csv"), timeline(users));
    Files.writeString(run.resolve("scenario.yaml"), scenario());
    hlog(run.resolve("latency/delivery.online.hlog"));
    Files.copy(
        run.resolve("latency/delivery.online.hgrm"), run.resolve("latency/delivery.any.hgrm"));
    Files.copy(
        run.resolve("latency/delivery.online.hgrm"), run.resolve("latency/delivery.sync.hgrm"));
    String html = ReportPage.of(RunReader.read(run));
    assertEquals(html.length(), html.getBytes(StandardCharsets.UTF_8).length, html.length() * 0.02);
    return html;
  }

  private static String summary(Path run, long users) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode root = (ObjectNode) json.readTree(run.resolve("summary.json").toFile());
    root.put("simulated-seconds", SECONDS).put("scale", 1);
    JsonNode latency = root.at("/metrics/send.ack");
    for (String stage : STAGES) {
      ((ObjectNode) root.path("metrics")).set("stage." + stage + ".wait", latency.deepCopy());
      ((ObjectNode) root.path("metrics")).set("stage." + stage + ".service", latency.deepCopy());
    }
    for (String region : REGIONS) {
      for (String platform : new String[] {"ios", "android"}) {
        ObjectNode line = root.withArray("reach").addObject();
        line.put("region", region).put("platform", platform).put("within-1s", users / 10);
        line.put("within-5s", users / 6).put("within-30s", users / 5).put("ever", users / 4);
      }
      for (String kind : new String[] {"gateway", "broker", "worker", "shard", "relay"}) {
        ObjectNode item = root.withArray("fleet").addObject().put("component", kind);
        item.put("region", region).put("count", Math.max(1, users / 400_000)).put("cores", 16);
        item.put("memory-bytes", 1L << 36).put("usd-per-month", users / 1000.0);
      }
    }
    return root.toPrettyString();
  }

  private static String timeline(long users) {
    List<String> columns = new ArrayList<>();
    for (String path : new String[] {"delivery.online", "send.ack"}) {
      columns.add(path + ".p50 [ms]");
      columns.add(path + ".p99 [ms]");
    }
    for (String path :
        new String[] {
          "send.attempted",
          "send.resent",
          "delivery.online",
          "connect.attempts",
          "connect.refused",
          "disconnects",
          "push.apns.throttled",
          "push.fcm.throttled",
          "push.retries",
          "push.fallbacks",
          "push.expired"
        }) {
      columns.add(path + ".per-second [1/s]");
    }
    columns.add("heartbeat.bytes.per-second [B/s]");
    columns.add("wire.bytes.per-second{direction=up} [B/s]");
    columns.add("wire.bytes.per-second{direction=down} [B/s]");
    for (String from : REGIONS) {
      for (String to : REGIONS) {
        columns.add("\"cross-border.bytes.per-second{from=" + from + ",to=" + to + "} [B/s]\"");
      }
    }
    for (String path : Utilisation.PATHS) {
      columns.add(path + ".mean [fraction]");
      columns.add(path + ".max [fraction]");
    }
    columns.add("clients.connected.mean []");
    for (String path :
        new String[] {
          "kafka.lag.mean []",
          "kafka.lag-age.max [ms]",
          "kafka.under-replicated.mean []",
          "gateway.accept-queue.max []",
          "push.queue.mean []"
        }) {
      columns.add(path);
    }
    StringBuilder text = new StringBuilder("seconds," + String.join(",", columns) + "\n");
    SplittableRandom random = new SplittableRandom(1);
    for (int second = 0; second < SECONDS; second++) {
      text.append(second);
      for (String column : columns) {
        double most = column.contains("[fraction]") ? 1 : column.contains("[ms]") ? 5e4 : users;
        text.append(String.format(Locale.ROOT, ",%.5g", most * random.nextDouble()));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Twice as many defaults as a scenario has, each with its source. */
  private static String scenario() {
    StringBuilder text = new StringBuilder(ExampleFolder.scenario("the full New Year"));
    for (int section = 0; section < 20; section++) {
      text.append("section-").append(section).append(":\n");
      for (int key = 0; key < 17; key++) {
        text.append("  a-setting-").append(key);
        text.append(": lognormal(p50=25ms p99=180ms)  # default: P21, sureness G\n");
      }
    }
    return text.toString();
  }

  /** A thousand latencies each second, all over five decades. */
  private static void hlog(Path file) throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    try (PrintStream out = new PrintStream(file.toFile(), StandardCharsets.US_ASCII)) {
      HistogramLogWriter writer = new HistogramLogWriter(out);
      writer.outputLogFormatVersion();
      for (int second = 0; second < SECONDS; second++) {
        Histogram histogram = new Histogram(2);
        for (int i = 0; i < 1_000; i++) {
          histogram.recordValue((long) (1e6 * StrictMath.pow(10, 5 * random.nextDouble())));
        }
        writer.outputIntervalHistogram(second, second + 1, histogram, 1e6);
      }
    }
  }
}
