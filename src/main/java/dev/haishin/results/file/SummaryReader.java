package dev.haishin.results.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.haishin.results.Aftermath;
import dev.haishin.results.Hottest;
import dev.haishin.results.ReachLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code summary.json}. */
final class SummaryReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode root;

  private SummaryReader(JsonNode root) {
    this.root = root;
  }

  /**
   * Reads the text of a summary.
   *
   * @throws IOException when it is not one of this schema
   */
  static Summary read(String text) throws IOException {
    JsonNode root = JSON.readTree(text);
    String schema = root == null ? "" : root.path("schema").asText();
    if (!schema.equals(Summary.SCHEMA)) {
      throw new IOException("schema is '" + schema + "'; must be '" + Summary.SCHEMA + "'");
    }
    try {
      return new SummaryReader(root).summary();
    } catch (IllegalArgumentException wrong) {
      throw new IOException("it is no whole summary: " + wrong.getMessage(), wrong);
    }
  }

  private Summary summary() {
    return new Summary(
        identity(),
        root.path("replications").asInt(1),
        root.path("horizon").asText().equals(Summary.horizon(true)),
        root.path("simulated-seconds").asDouble(),
        root.path("measured-from-seconds").asDouble(),
        metrics(),
        ledger(),
        reach(),
        failures(),
        littleChecks(),
        expectations(),
        bottlenecks(),
        hottest(),
        fleet(),
        texts(root.path("notes")));
  }

  private RunIdentity identity() {
    JsonNode madeBy = root.path("made-by");
    return new RunIdentity(
        root.path("scenario").asText(),
        root.path("variant").asText(),
        root.path("description").asText(),
        root.path("seed").asLong(),
        root.path("scale").asDouble(1),
        root.path("events-digest").asText(),
        madeBy.path("version").asText(),
        madeBy.path("scenario-sha256").asText(),
        MadeBy.read(madeBy).plugins());
  }

  private SortedMap<String, Summary.MetricLine> metrics() {
    SortedMap<String, Summary.MetricLine> metrics = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : root.path("metrics").properties()) {
      JsonNode metric = entry.getValue();
      SortedMap<String, Summary.Band> intervals = new TreeMap<>();
      for (Map.Entry<String, JsonNode> each : metric.path("interval").properties()) {
        band(each.getValue()).ifPresent(band -> intervals.put(each.getKey(), band));
      }
      metrics.put(
          entry.getKey(),
          new Summary.MetricLine(
              metric.path("kind").asText(),
              metric.path("unit").asText(),
              figures(metric),
              intervals,
              figures(metric.path("pooled"))));
    }
    return metrics;
  }

  private static List<Summary.Figure> figures(JsonNode object) {
    List<Summary.Figure> figures = new ArrayList<>();
    for (Map.Entry<String, JsonNode> figure : object.properties()) {
      if (figure.getValue().isNumber() || figure.getValue().isNull()) {
        figures.add(new Summary.Figure(figure.getKey(), value(figure.getValue())));
      }
    }
    return figures;
  }

  private static Optional<Summary.Band> band(JsonNode node) {
    return node.isObject()
        ? Optional.of(
            new Summary.Band(
                node.path("low").asDouble(),
                node.path("high").asDouble(),
                node.path("confidence").asDouble()))
        : Optional.empty();
  }

  private Summary.LedgerLines ledger() {
    JsonNode ledger = root.path("ledger");
    return new Summary.LedgerLines(
        entries(ledger), entries(ledger.path("lost")), ledger.path("balanced").asBoolean());
  }

  private List<ReachLine> reach() {
    List<ReachLine> lines = new ArrayList<>();
    for (JsonNode node : root.path("reach")) {
      lines.add(
          new ReachLine(
              node.path("region").asText(),
              node.path("platform").asText(),
              node.path("attempted").asLong(),
              node.path("accepted").asLong(),
              node.path("within-1s").asLong(),
              node.path("within-5s").asLong(),
              node.path("within-30s").asLong(),
              node.path("ever").asLong(),
              node.path("never").asLong(),
              node.path("lost").asLong()));
    }
    return lines;
  }

  private List<Aftermath> failures() {
    List<Aftermath> failures = new ArrayList<>();
    for (JsonNode node : root.path("failures")) {
      failures.add(
          new Aftermath(
              node.path("failure").asText(),
              node.path("at-seconds").asDouble(),
              number(node.path("lasts-seconds")),
              seconds(node.path("first-sign-seconds")),
              seconds(node.path("connected-again-seconds")),
              seconds(node.path("latency-back-seconds")),
              seconds(node.path("queues-drained-seconds")),
              number(node.path("worst-p99")),
              number(node.path("connections-lost")),
              number(node.path("late-recipients"))));
    }
    return failures;
  }

  private static double seconds(JsonNode node) {
    return node.isNull() ? Aftermath.NOT_WITHIN_SIGHT : number(node);
  }

  private static double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : Double.NaN;
  }

  private List<Summary.LittleLine> littleChecks() {
    List<Summary.LittleLine> lines = new ArrayList<>();
    for (JsonNode node : root.path("littles-law")) {
      lines.add(
          new Summary.LittleLine(
              node.path("stations").asText(),
              node.path("occupancy").asDouble(),
              node.path("rate-times-sojourn").asDouble(),
              node.path("tolerance").asDouble(),
              node.path("holds").asBoolean()));
    }
    return lines;
  }

  private List<Summary.ExpectationLine> expectations() {
    List<Summary.ExpectationLine> lines = new ArrayList<>();
    for (JsonNode node : root.path("expectations")) {
      lines.add(
          new Summary.ExpectationLine(
              node.path("path").asText(),
              node.path("comparison").asText(),
              node.path("limit").asText(),
              value(node.path("value")),
              node.path("verdict").asText(),
              node.path("reason").asText(""),
              band(node.path("interval"))));
    }
    return lines;
  }

  private List<Summary.BottleneckLine> bottlenecks() {
    List<Summary.BottleneckLine> lines = new ArrayList<>();
    for (JsonNode node : root.path("bottlenecks")) {
      lines.add(
          new Summary.BottleneckLine(
              node.path("component").asText(),
              node.path("host").asText(),
              node.path("utilization").asDouble(),
              value(node.path("share-of-tail"))));
    }
    return lines;
  }

  private List<Hottest> hottest() {
    List<Hottest> found = new ArrayList<>();
    for (JsonNode node : root.path("hottest")) {
      found.add(
          new Hottest(
              node.path("what").asText(),
              node.path("of").asText(),
              node.path("name").asText(),
              node.path("value").asDouble(),
              value(node.path("times-mean"))));
    }
    return found;
  }

  private List<FleetItem> fleet() {
    List<FleetItem> items = new ArrayList<>();
    for (JsonNode node : root.path("fleet")) {
      items.add(
          new FleetItem(
              node.path("component").asText(),
              node.path("region").asText(),
              node.path("count").asLong(),
              node.path("cores").asDouble(),
              node.path("memory-bytes").asLong(),
              value(node.path("usd-per-month"))));
    }
    return items;
  }

  private static List<Summary.Entry> entries(JsonNode object) {
    List<Summary.Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (entry.getValue().isNumber()) {
        entries.add(new Summary.Entry(entry.getKey(), entry.getValue().asLong()));
      }
    }
    return entries;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static OptionalDouble value(JsonNode node) {
    return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
  }
}
