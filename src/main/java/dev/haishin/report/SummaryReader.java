package dev.haishin.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code summary.json}; every field but the metrics may be missing. */
final class SummaryReader {
  private static final List<String> LEDGER_ORDER =
      List.of("live", "synced", "pushed", "pending", "expired", "lost", "in-flight");

  private final JsonNode root;

  SummaryReader(JsonNode root) {
    this.root = root;
  }

  static SummaryReader of(Path file) throws IOException {
    JsonNode root = new ObjectMapper().readTree(file.toFile());
    if (root == null || !root.path("metrics").isObject()) {
      throw new IOException(file.getFileName() + " is no summary of a run: it has no metrics");
    }
    return new SummaryReader(root);
  }

  Run run(
      Timeline timeline,
      List<PercentileCurve> curves,
      Optional<IntervalLog> deliveries,
      Optional<DeliveryWay> way,
      String scenarioYaml)
      throws IOException {
    List<FailureMark> failures =
        root.path("failures").isArray() ? failures() : ScenarioFailures.read(scenarioYaml);
    return new Run(
        identity(),
        metrics(),
        timeline,
        curves,
        deliveries,
        ledger(),
        reach(),
        little(),
        verdicts(),
        bottlenecks(),
        failures,
        fleet(),
        notes(),
        way,
        scenarioYaml);
  }

  private Run.Identity identity() {
    JsonNode madeBy = root.path("made-by");
    return new Run.Identity(
        root.path("scenario").asText("run"),
        root.path("variant").asText(""),
        root.path("description").asText(""),
        root.path("seed").asText(""),
        root.path("replications").asInt(1),
        number(root.path("scale"), 1),
        number(root.path("simulated-seconds"), 0),
        number(root.path("measured-from-seconds"), 0),
        root.path("command").asText(""),
        madeBy.path("version").asText(""),
        root.path("events-digest").asText(""));
  }

  private Map<String, Metric> metrics() {
    Map<String, Metric> metrics = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : root.path("metrics").properties()) {
      Map<String, Double> statistics = new TreeMap<>();
      for (Map.Entry<String, JsonNode> field : entry.getValue().properties()) {
        if (field.getValue().isNumber()) {
          statistics.put(field.getKey(), field.getValue().asDouble());
        }
      }
      String kind = entry.getValue().path("kind").asText("");
      String unit = entry.getValue().path("unit").asText("");
      metrics.put(entry.getKey(), new Metric(entry.getKey(), kind, unit, statistics));
    }
    return metrics;
  }

  private Ledger ledger() {
    JsonNode node = root.path("ledger");
    if (!node.isObject()) {
      return Ledger.empty();
    }
    List<LedgerColumn> columns = new ArrayList<>();
    List<LedgerColumn> others = new ArrayList<>();
    for (String place : LEDGER_ORDER) {
      addColumns(node, place, columns);
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getValue().isNumber()
          && !field.getKey().equals("intended")
          && !LEDGER_ORDER.contains(place(field.getKey()))) {
        others.add(new LedgerColumn(field.getKey(), field.getValue().asDouble()));
      }
    }
    double intended = number(node.path("intended"), Double.NaN);
    return new Ledger(intended, columns, others, node.path("balanced").asBoolean(false));
  }

  /** A place is one number, or split by reason: inside an object or as {@code lost{reason}}. */
  private static void addColumns(JsonNode ledger, String place, List<LedgerColumn> columns) {
    List<LedgerColumn> split = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : ledger.path(place).properties()) {
      split.add(new LedgerColumn(place + "{" + field.getKey() + "}", field.getValue().asDouble()));
    }
    for (Map.Entry<String, JsonNode> field : ledger.properties()) {
      if (field.getKey().startsWith(place + "{")) {
        split.add(new LedgerColumn(field.getKey(), field.getValue().asDouble()));
      }
    }
    if (split.isEmpty() && ledger.has(place)) {
      split.add(new LedgerColumn(place, ledger.path(place).asDouble()));
    }
    columns.addAll(split);
  }

  private static String place(String column) {
    int brace = column.indexOf('{');
    return brace < 0 ? column : column.substring(0, brace);
  }

  private List<ReachLine> reach() {
    List<ReachLine> lines = new ArrayList<>();
    for (JsonNode node : root.path("reach")) {
      lines.add(
          new ReachLine(
              node.path("region").asText(),
              node.path("platform").asText(),
              number(node.path("within-1s"), 0),
              number(node.path("within-5s"), 0),
              number(node.path("within-30s"), 0),
              number(node.path("ever"), 0)));
    }
    return lines;
  }

  private List<LittleLine> little() {
    List<LittleLine> lines = new ArrayList<>();
    for (JsonNode node : root.path("littles-law")) {
      lines.add(new LittleLine(node.path("stations").asText(), node.path("holds").asBoolean()));
    }
    return lines;
  }

  private List<Verdict> verdicts() {
    List<Verdict> verdicts = new ArrayList<>();
    for (JsonNode node : root.path("expectations")) {
      String path = node.path("path").asText("");
      String limit = node.path("comparison").asText("") + " " + figure(path, node.path("limit"));
      verdicts.add(
          new Verdict(
              path,
              limit.strip(),
              figure(path, node.path("value")),
              node.path("verdict").asText("unknown"),
              node.path("reason").asText("")));
    }
    return verdicts;
  }

  /** A number in the unit of its metric, or the text that stands in its place. */
  private String figure(String path, JsonNode value) {
    if (!value.isNumber()) {
      return value.isTextual() ? value.asText() : "–";
    }
    return Quantity.of(value.asDouble(), unitOf(path));
  }

  /** The unit of the metric whose path is the longest beginning of an expectation's path. */
  private String unitOf(String path) {
    String unit = "";
    int longest = 0;
    for (Map.Entry<String, JsonNode> metric : root.path("metrics").properties()) {
      if (path.startsWith(metric.getKey()) && metric.getKey().length() > longest) {
        longest = metric.getKey().length();
        unit = metric.getValue().path("unit").asText("");
      }
    }
    String rest = path.substring(longest);
    return rest.startsWith(".count") ? "" : rest.startsWith(".within") ? "fraction" : unit;
  }

  private List<Bottleneck> bottlenecks() {
    List<Bottleneck> bottlenecks = new ArrayList<>();
    for (JsonNode node : root.path("bottlenecks")) {
      bottlenecks.add(
          new Bottleneck(
              node.path("component").asText(""),
              node.path("host").asText(""),
              number(node.path("utilization"), Double.NaN),
              number(node.path("share-of-tail"), Double.NaN)));
    }
    return bottlenecks;
  }

  private List<FailureMark> failures() {
    List<FailureMark> marks = new ArrayList<>();
    for (JsonNode node : root.path("failures")) {
      double at = number(node.path("at-seconds"), Double.NaN);
      if (Double.isFinite(at)) {
        double until = number(node.path("until-seconds"), Double.NaN);
        marks.add(new FailureMark(at, until, node.path("label").asText("failure")));
      }
    }
    return marks;
  }

  private List<FleetItem> fleet() {
    List<FleetItem> fleet = new ArrayList<>();
    for (JsonNode node : root.path("fleet")) {
      fleet.add(
          new FleetItem(
              node.path("component").asText(""),
              node.path("region").asText(""),
              number(node.path("count"), Double.NaN),
              number(node.path("cores"), Double.NaN),
              number(node.path("memory-bytes"), Double.NaN),
              number(node.path("usd-per-month"), Double.NaN)));
    }
    return fleet;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    root.path("notes").forEach(node -> notes.add(node.asText()));
    return notes;
  }

  private static double number(JsonNode node, double otherwise) {
    return node.isNumber() ? node.asDouble() : otherwise;
  }
}
