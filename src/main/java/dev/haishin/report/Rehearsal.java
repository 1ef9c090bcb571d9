package dev.haishin.report;

import dev.haishin.results.file.ResultReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Draws a small made-up run and throws it away: whatever drawing loads, compiles and finds out
 * about fonts is there when the real one comes.
 */
final class Rehearsal {
  private static final int SECONDS = 20;
  private static final String SUMMARY =
      """
      {"schema": "haishin/summary/1", "scenario": "rehearsal", "variant": "baseline",
       "description": "", "seed": 1, "scale": 1,
       "simulated-seconds": 20, "measured-from-seconds": 2,
       "metrics": {
         "delivery.online": {"kind": "latency", "unit": "ms", "count": 9, "p50": 1.5, "p99": 2.5},
         "stage.fanout.wait": {"kind": "latency", "unit": "ms", "count": 9, "p50": 1, "p99": 2},
         "gateway.cpu": {"kind": "gauge", "unit": "fraction", "mean": 0.1, "max": 0.9},
         "tail.fanout.share": {"kind": "gauge", "unit": "fraction", "last": 1}},
       "ledger": {"intended": 9, "live": 8, "lost": {"queue-overflow": 1}, "balanced": true},
       "expectations": [{"path": "delivery.online.p99", "comparison": "<=", "limit": "1s",
         "value": 2.5, "verdict": "met"}]}
      """;
  private static final String SCENARIO =
      "name: rehearsal\nfailures:\n  - {at: 5s, crash: gateway, region: tokyo, restart: 3s}\n";

  private Rehearsal() {}

  static void run() throws IOException {
    Run run = made();
    ReportPage.of(run);
    Optional<Typeface> typeface = Typeface.ofThisMachine();
    for (Chart chart : Charts.of(run)) {
      Charts.picture(run.identity(), chart, typeface);
    }
  }

  private static Run made() throws IOException {
    double[] seconds = IntStream.range(0, SECONDS).asDoubleStream().toArray();
    double[] values = IntStream.range(0, SECONDS).mapToDouble(i -> 1 + i % 7).toArray();
    Map<String, double[]> columns = new LinkedHashMap<>();
    Map<String, String> units = new LinkedHashMap<>();
    for (String path :
        List.of("delivery.online.p99", "gateway.cpu.max", "connect.attempts.per-second")) {
      columns.put(path, values);
      units.put(path, path.startsWith("delivery") ? "ms" : "");
    }
    Histogram latencies = new Histogram(3);
    latencies.recordValue(1_500_000);
    latencies.recordValue(2_500_000);
    IntervalLog.Interval interval = new IntervalLog.Interval(0, SECONDS, latencies);
    PercentileCurve curve =
        new PercentileCurve(
            "delivery.online", new Points(new double[] {0, 0.9}, new double[] {1.5, 2.5}), 10);
    return new SummaryRun(ResultReader.summary(SUMMARY))
        .run(
            new Timeline(seconds, columns, units),
            List.of(curve),
            Optional.of(new IntervalLog("delivery.online", List.of(interval))),
            Optional.empty(),
            SCENARIO);
  }
}
