package dev.haishin.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * A result folder as a ten-minute run leaves it: a spike at 90 s, a zone lost at 3 min for 4 min, a
 * gateway crash at 5 min. The figures are made up, their shapes are those of such a run.
 */
final class ExampleFolder {
  static final int SECONDS = 600;
  private static final String[] BUSY = {
    "gateway.cpu",
    "gateway.nic",
    "gateway.memory",
    "kafka.cpu",
    "kafka.disk",
    "fanout.cpu",
    "redis.cpu",
    "store.cpu"
  };
  private static final double[] LOAD = {0.42, 0.18, 0.51, 0.33, 0.12, 0.47, 0.21, 0.29};

  private ExampleFolder() {}

  static Path write(Path folder, String description) throws IOException {
    Files.createDirectories(folder.resolve("latency"));
    Files.writeString(folder.resolve("summary.json"), summary(description).toPrettyString());
    Files.writeString(folder.resolve("timeline.csv"), timeline());
    hgrm(folder, "delivery.online", 48, 4.2, 61_000_000);
    hgrm(folder, "send.ack", 31, 2.6, 19_400_000);
    hgrm(folder, "delivery.push.apns", 840, 3.1, 1_200_000);
    hgrm(folder, "connect", 190, 6.5, 2_300_000);
    hgrm(folder, "stage.fanout.wait", 1, 3, 61_000_000);
    hlog(folder.resolve("latency").resolve("delivery.online.hlog"));
    Files.writeString(folder.resolve("scenario.yaml"), scenario(description));
    return folder;
  }

  static String scenario(String description) {
    return "name: new-year\ndescription: \""
        + description
        + "\"\nseed: 2027\nduration: 10m\nwarmup: 90s\nfailures:\n"
        + "  - {at: 3m, lose: zone, region: tokyo, zone: 1, for: 4m}\n"
        + "  - {at: 5m, crash: gateway, region: singapore, index: 4, restart: 20s}\n";
  }

  private static ObjectNode summary(String description) throws IOException {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("schema", "haishin/summary/1").put("scenario", "new-year").put("variant", "baseline");
    root.put("description", description).put("seed", 2027).put("scale", 0.1);
    root.put("simulated-seconds", SECONDS).put("measured-from-seconds", 90);
    root.put("events-digest", "9f2c61d08be4a7735ac1e0d24b8f6630");
    root.putObject("made-by").put("version", "0.1.0");
    metrics(root.putObject("metrics"));
    ObjectNode ledger = root.putObject("ledger");
    ledger.put("intended", 65_400_118L).put("live", 61_000_000L).put("synced", 2_100_000L);
    ledger.put("pushed", 1_900_000L).put("pending", 300_000L).put("expired", 0L);
    ledger.putObject("lost").put("async-replica-loss", 18L).put("queue-overflow", 0L);
    ledger.put("in-flight", 100_100L).put("unsent", 73L).put("balanced", true);
    expectation(root, "delivery.online.p99[90s..3m]", "<=", "1s", 412.0, "met", "");
    expectation(root, "delivery.online.p99[8m..10m]", "<=", "300ms", 431.0, "missed", "");
    expectation(root, "gateway.cpu.max", "<", "95%", 0.798, "met", "");
    expectation(root, "delivery.push.sms.p99", "<=", "30s", Double.NaN, "unknown", "24 samples");
    root.withArray("bottlenecks")
        .addObject()
        .put("component", "fanout")
        .put("host", "tokyo/17")
        .put("utilization", 0.893)
        .put("share-of-tail", 0.41);
    for (String[] row : new String[][] {{"gateway", "tokyo", "146"}, {"broker", "tokyo", "120"}}) {
      root.withArray("fleet")
          .addObject()
          .put("component", row[0])
          .put("region", row[1])
          .put("count", Integer.parseInt(row[2]))
          .put("cores", 16)
          .put("memory-bytes", 68_719_476_736L)
          .put("usd-per-month", 72_500.0);
    }
    root.withArray("notes").add("Typing indicators and receipts are not modelled in this run.");
    return root;
  }

  private static void metrics(ObjectNode metrics) {
    latency(metrics, "delivery.online", 48, 4.2, 61_000_000);
    latency(metrics, "send.ack", 31, 2.6, 19_400_000);
    latency(metrics, "delivery.push.apns", 840, 3.1, 1_200_000);
    latency(metrics, "delivery.push.fcm", 910, 3.4, 700_000);
    latency(metrics, "delivery.push.sms", 4200, 2, 24);
    latency(metrics, "connect", 190, 6.5, 2_300_000);
    String[] stages = {"gateway-in", "kafka-produce", "fanout", "session-lookup", "gateway-out"};
    for (int i = 0; i < stages.length; i++) {
      latency(metrics, "stage." + stages[i] + ".wait", 0.2 + i * 0.4, 3, 61_000_000);
      latency(metrics, "stage." + stages[i] + ".service", 0.05 + i * 0.02, 1.3, 61_000_000);
    }
    double[] shares = {0.04, 0.13, 0.41, 0.07, 0.11};
    for (int i = 0; i < stages.length; i++) {
      gauge(metrics, "tail." + stages[i] + ".share", "fraction").put("mean", shares[i]);
    }
    gauge(metrics, "tail.retry.share", "fraction").put("mean", 0.24);
    for (int i = 0; i < BUSY.length; i++) {
      ObjectNode gauge = gauge(metrics, BUSY[i], "fraction");
      gauge.put("mean", LOAD[i]).put("p99", LOAD[i] * 1.6).put("max", LOAD[i] * 1.9);
    }
    counter(metrics, "push.apns.throttled", 0, 0);
    counter(metrics, "push.retries", 41_200, 2_100);
    counter(metrics, "push.fallbacks", 24, 3);
    gauge(metrics, "push.queue", "").put("mean", 810).put("max", 21_000);
    gauge(metrics, "cost.per-month", "USD").put("last", 1_182_400.0);
    gauge(metrics, "cost.per-million-deliveries", "USD").put("last", 4.37);
  }

  private static ObjectNode gauge(ObjectNode metrics, String path, String unit) {
    return metrics.putObject(path).put("kind", "gauge").put("unit", unit);
  }

  private static void counter(ObjectNode metrics, String path, long count, long peak) {
    metrics
        .putObject(path)
        .put("kind", "counter")
        .put("unit", "")
        .put("count", count)
        .put("per-second", count / 510.0)
        .put("peak-per-second", peak);
  }

  private static void latency(ObjectNode metrics, String path, double p50, double k, long count) {
    ObjectNode node = metrics.putObject(path).put("kind", "latency").put("unit", "ms");
    node.put("count", count).put("mean", p50 * 1.3).put("min", p50 / 9);
    for (double p : new double[] {50, 90, 95, 99, 99.9, 99.99}) {
      node.put("p" + Quantity.nines(p / 100), at(p / 100, p50, k));
    }
    node.put("max", at(1 - 1.0 / count, p50, k));
  }

  private static void expectation(
      ObjectNode root,
      String path,
      String sign,
      String limit,
      double value,
      String verdict,
      String reason) {
    ObjectNode node = root.withArray("expectations").addObject();
    node.put("path", path).put("comparison", sign).put("limit", limit).put("verdict", verdict);
    if (!Double.isNaN(value)) {
      node.put("value", value);
    }
    if (!reason.isEmpty()) {
      node.put("reason", reason);
    }
  }

  /** A latency whose tail grows by the factor k each decade. */
  private static double at(double fraction, double p50, double k) {
    double decades = -StrictMath.log10(1 - fraction);
    return p50 * StrictMath.pow(k, decades - 0.301) * (1 + 0.1 * StrictMath.sin(decades * 3));
  }

  private static void hgrm(Path folder, String path, double p50, double k, long count)
      throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("       Value     Percentile TotalCount 1/(1-Percentile)\n\n");
    for (int step = 0; ; step++) {
      double fraction = 1 - StrictMath.pow(10, -step / 20.0);
      double beyond = count * (1 - fraction);
      if (beyond < 1) {
        break;
      }
      long rank = step == 0 ? 1 : count - (long) beyond;
      double value = step == 0 ? p50 / 9 : at(fraction, p50, k);
      text.append(
          String.format(
              Locale.ROOT,
              "%12.3f %2.12f %10d %14.2f%n",
              value,
              fraction,
              rank,
              1 / (1 - fraction)));
    }
    double max = at(1 - 1.0 / count, p50, k);
    text.append(String.format(Locale.ROOT, "%12.3f %2.12f %10d%n", max, 1.0, count));
    text.append("#[Mean    =       62.400, StdDeviation   =      118.200]\n");
    Files.writeString(folder.resolve("latency").resolve(path + ".hgrm"), text.toString());
  }

  /** Latencies that split in two while the zone is lost. */
  private static void hlog(Path file) throws IOException {
    try (PrintStream out = new PrintStream(file.toFile(), StandardCharsets.US_ASCII)) {
      HistogramLogWriter writer = new HistogramLogWriter(out);
      writer.outputLogFormatVersion();
      writer.outputLegend();
      for (int second = 0; second < SECONDS; second++) {
        double outage = second >= 180 && second < 420 ? StrictMath.exp(-(second - 180) / 40.0) : 0;
        Histogram histogram = new Histogram(3);
        for (int i = 0; i < 400; i++) {
          boolean victim = i % 10 == 0 && outage > 0.01;
          double fraction = ((i * 7 + second * 13) % 400 + 0.5) / 400;
          double ms = victim ? 200 + 38_000 * outage * fraction : at(fraction, 48, 3);
          histogram.recordValue((long) (ms * 1e6));
        }
        writer.outputIntervalHistogram(second, second + 1, histogram, 1e6);
      }
    }
  }

  private static String timeline() {
    StringBuilder text =
        new StringBuilder(
            "seconds,delivery.online.p50 [ms],delivery.online.p99 [ms],send.ack.p50 [ms],"
                + "send.ack.p99 [ms],send.attempted.per-second [1/s],"
                + "delivery.online.per-second [1/s],gateway.connections.mean [],"
                + "connect.attempts.per-second [1/s],connect.refused.per-second [1/s],"
                + "disconnects.per-second [1/s]");
    for (String path : BUSY) {
      text.append(',').append(path).append(".mean [fraction],");
      text.append(path).append(".max [fraction]");
    }
    text.append('\n');
    for (int second = 0; second < SECONDS; second++) {
      row(text, second);
    }
    return text.toString();
  }

  private static void row(StringBuilder text, int t) {
    double wobble = 1 + 0.07 * StrictMath.sin(t * 12.9898) + 0.05 * StrictMath.sin(t * 78.233);
    double spike = t < 90 ? 1 : 1 + 2 * Math.max(0, 1 - (t - 90) / 480.0);
    double outage = t >= 180 && t < 420 ? StrictMath.exp(-(t - 180) / 40.0) : 0;
    double crash = t >= 300 && t < 330 ? StrictMath.exp(-(t - 300) / 6.0) : 0;
    double p99 = 140 * spike * wobble + 38_000 * outage * wobble + 4_000 * crash;
    text.append(t);
    cell(text, 30 * wobble * (1 + spike / 4) + 260 * outage);
    cell(text, p99);
    cell(text, 21 * wobble + 90 * outage);
    cell(text, t == 181 || t == 182 ? Double.NaN : 80 * wobble * spike + 9_000 * outage);
    cell(text, 14_000 * spike * wobble);
    cell(text, 44_000 * spike * wobble * (1 - 0.3 * outage));
    cell(text, 6_400_000 * (1 - 0.11 * outage) - 25_000 * crash);
    cell(text, 9_000 * wobble + 70_000 * outage + 14_000 * crash);
    cell(text, 22_000 * outage * outage);
    cell(text, 9_000 * wobble + (t == 180 ? 700_000 : 0) + (t == 300 ? 25_000 : 0));
    for (double load : LOAD) {
      double mean = load * (0.5 + spike / 6) * wobble + 0.2 * outage * load;
      cell(text, mean);
      cell(text, Math.min(1, mean * (1.3 + 0.4 * outage)));
    }
    text.append('\n');
  }

  private static void cell(StringBuilder text, double value) {
    text.append(',').append(Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.5g", value));
  }
}
