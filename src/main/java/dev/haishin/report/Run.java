package dev.haishin.report;

import dev.haishin.results.Aftermath;
import dev.haishin.results.Hottest;
import dev.haishin.results.ReachLine;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that a result folder says of one run.
 *
 * @param metrics by path
 * @param curves in the order of their paths; of what users feel, not of stages
 * @param deliveries the interval log of online deliveries, where the folder holds one
 * @param reach by region and platform; empty where the summary does not hold it
 * @param aftermaths how long each failure was felt, and by whom
 * @param little a line for each class of stations that was checked
 * @param hottest the one of its kind that has most to do, by name
 * @param notes what the reader should know before trusting the numbers
 * @param way of the message that was followed, if one was
 * @param scenarioYaml the scenario as run, or empty where the folder holds none
 */
record Run(
    Identity identity,
    Map<String, Metric> metrics,
    Timeline timeline,
    List<PercentileCurve> curves,
    Optional<IntervalLog> deliveries,
    Ledger ledger,
    List<ReachLine> reach,
    List<Aftermath> aftermaths,
    List<LittleLine> little,
    List<Verdict> verdicts,
    List<Bottleneck> bottlenecks,
    List<Hottest> hottest,
    List<FailureMark> failures,
    List<FleetItem> fleet,
    List<String> notes,
    Optional<DeliveryWay> way,
    String scenarioYaml) {

  /**
   * What names a run and makes it repeatable.
   *
   * @param replications that its figures are means of
   * @param scale 1 for full size
   * @param measuredFromSeconds where the warm-up ends
   */
  record Identity(
      String scenario,
      String variant,
      String description,
      String seed,
      int replications,
      double scale,
      double simulatedSeconds,
      double measuredFromSeconds,
      String version,
      String digest) {

    /** The name with its variant, where that is not the file itself. */
    String title() {
      return variant.isEmpty() || variant.equals("baseline")
          ? scenario
          : scenario + " · " + variant;
    }
  }

  Run {
    metrics = new TreeMap<>(metrics);
    curves = List.copyOf(curves);
    reach = List.copyOf(reach);
    aftermaths = List.copyOf(aftermaths);
    little = List.copyOf(little);
    verdicts = List.copyOf(verdicts);
    bottlenecks = List.copyOf(bottlenecks);
    hottest = List.copyOf(hottest);
    failures = List.copyOf(failures);
    fleet = List.copyOf(fleet);
    notes = List.copyOf(notes);
  }

  Optional<Metric> metric(String path) {
    return Optional.ofNullable(metrics.get(path)).filter(Metric::hasSamples);
  }

  /** A statistic, or not a number when the run does not know it. */
  double value(String path, String statistic) {
    return metric(path).map(m -> m.value(statistic)).orElse(Double.NaN);
  }

  /** How often something was counted, be it never; not a number when the run does not count it. */
  double count(String path) {
    Metric metric = metrics.get(path);
    return metric == null ? Double.NaN : metric.value("count");
  }

  /** The latencies with samples, in the order of their interest. */
  List<Metric> latencies() {
    return metrics.values().stream()
        .filter(m -> m.isLatency() && m.hasSamples())
        .sorted(Comparator.comparingInt(m -> interest(m.path())))
        .toList();
  }

  /** What users feel comes first, the stages that it is made of last. */
  static int interest(String path) {
    if (path.equals("delivery.online")) {
      return 0;
    }
    if (path.equals("send.ack")) {
      return 1;
    }
    return path.startsWith("delivery.") ? 2 : isStage(path) ? 4 : 3;
  }

  static boolean isStage(String path) {
    return path.startsWith("stage.");
  }

  /** The failures that strike within the axes of time, in its order. */
  List<FailureMark> failuresShown() {
    return failures.stream()
        .filter(mark -> mark.atSeconds() <= endSeconds())
        .sorted(Comparator.comparingDouble(FailureMark::atSeconds))
        .toList();
  }

  /** Where the axes of time end. */
  double endSeconds() {
    double end = Math.max(identity.simulatedSeconds(), timeline.lastSecond());
    return end > 0 ? end : 1;
  }
}
