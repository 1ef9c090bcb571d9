package dev.haishin.results.file;

import dev.haishin.results.Aftermath;
import dev.haishin.results.Hottest;
import dev.haishin.results.ReachLine;
import java.io.IOException;
import java.util.OptionalDouble;

/** Writes {@code summary.json}. */
final class SummaryWriter {
  private final Summary summary;
  private final JsonText json;

  private SummaryWriter(Summary summary) throws IOException {
    this.summary = summary;
    json = new JsonText();
  }

  static String text(Summary summary) throws IOException {
    SummaryWriter writer = new SummaryWriter(summary);
    writer.identity();
    writer.metrics();
    writer.ledger();
    writer.reach();
    writer.failures();
    writer.expectations();
    writer.bottlenecks();
    writer.hottest();
    writer.littleChecks();
    writer.fleet();
    writer.end();
    return writer.json.end();
  }

  private void identity() throws IOException {
    RunIdentity identity = summary.identity();
    json.put("schema", Summary.SCHEMA);
    json.put("scenario", identity.scenario()).put("variant", identity.variant());
    json.put("description", identity.description());
    json.put("seed", identity.seed()).putPrecise("scale", identity.scale());
    json.put("replications", summary.replications());
    json.put("horizon", Summary.horizon(summary.steady()));
    json.putPrecise("simulated-seconds", summary.simulatedSeconds());
    json.putPrecise("measured-from-seconds", summary.measuredFromSeconds());
  }

  private void metrics() throws IOException {
    json.object("metrics");
    for (var entry : summary.metrics().entrySet()) {
      Summary.MetricLine metric = entry.getValue();
      json.object(entry.getKey()).put("kind", metric.kind()).put("unit", metric.unit());
      for (Summary.Figure figure : metric.figures()) {
        json.put(figure.statistic(), figure.value());
      }
      replicated(metric);
      json.endObject();
    }
    json.endObject();
  }

  /** What there is of several replications only. */
  private void replicated(Summary.MetricLine metric) throws IOException {
    if (!metric.pooled().isEmpty()) {
      json.object("pooled");
      for (Summary.Figure figure : metric.pooled()) {
        json.put(figure.statistic(), figure.value());
      }
      json.endObject();
    }
    if (!metric.intervals().isEmpty()) {
      json.object("interval");
      for (var entry : metric.intervals().entrySet()) {
        band(entry.getKey(), entry.getValue());
      }
      json.endObject();
    }
  }

  private void band(String name, Summary.Band band) throws IOException {
    json.object(name).put("low", band.low()).put("high", band.high());
    json.put("confidence", band.confidence()).endObject();
  }

  private void ledger() throws IOException {
    Summary.LedgerLines ledger = summary.ledger();
    json.object("ledger");
    for (Summary.Entry column : ledger.columns()) {
      json.put(column.name(), column.pairs());
    }
    json.object("lost");
    for (Summary.Entry reason : ledger.lost()) {
      json.put(reason.name(), reason.pairs());
    }
    json.endObject().put("balanced", ledger.balanced()).endObject();
  }

  private void reach() throws IOException {
    json.array("reach");
    for (ReachLine line : summary.reach()) {
      json.item().put("region", line.region()).put("platform", line.platform());
      json.put("attempted", line.attempted()).put("accepted", line.accepted());
      json.put("within-1s", line.withinOneSecond()).put("within-5s", line.withinFiveSeconds());
      json.put("within-30s", line.withinThirtySeconds()).put("ever", line.ever());
      json.put("never", line.never()).put("lost", line.lost()).endObject();
    }
    json.endArray();
  }

  private void failures() throws IOException {
    json.array("failures");
    for (Aftermath after : summary.failures()) {
      json.item().put("failure", after.label()).putPrecise("at-seconds", after.atSeconds());
      if (after.hasEnd()) {
        json.putPrecise("lasts-seconds", after.lastsSeconds());
      }
      seconds("first-sign-seconds", after.noticed());
      seconds("connected-again-seconds", after.connected());
      seconds("latency-back-seconds", after.latencyBack());
      seconds("queues-drained-seconds", after.drained());
      json.put("worst-p99", known(after.worstP99Ms()));
      json.put("connections-lost", known(after.connectionsLost()));
      json.put("late-recipients", known(after.lateRecipients())).endObject();
    }
    json.endArray();
  }

  /** What was never seen is left out; what was not over within sight is null. */
  private void seconds(String name, double value) throws IOException {
    if (!Double.isNaN(value)) {
      json.put(name, known(value));
    }
  }

  private static OptionalDouble known(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private void expectations() throws IOException {
    json.array("expectations");
    for (Summary.ExpectationLine line : summary.expectations()) {
      json.item().put("path", line.path()).put("comparison", line.comparison());
      json.put("limit", line.limit()).put("value", line.value()).put("verdict", line.verdict());
      if (!line.reason().isEmpty()) {
        json.put("reason", line.reason());
      }
      if (line.interval().isPresent()) {
        band("interval", line.interval().get());
      }
      json.endObject();
    }
    json.endArray();
  }

  private void bottlenecks() throws IOException {
    json.array("bottlenecks");
    for (Summary.BottleneckLine line : summary.bottlenecks()) {
      json.item().put("component", line.component()).put("host", line.host());
      json.put("utilization", line.utilization()).put("share-of-tail", line.shareOfTail());
      json.endObject();
    }
    json.endArray();
  }

  private void hottest() throws IOException {
    json.array("hottest");
    for (Hottest found : summary.hottest()) {
      json.item().put("what", found.what()).put("of", found.of()).put("name", found.name());
      json.put("value", found.value()).put("times-mean", found.timesMean()).endObject();
    }
    json.endArray();
  }

  private void littleChecks() throws IOException {
    json.array("littles-law");
    for (Summary.LittleLine line : summary.littleChecks()) {
      json.item().put("stations", line.path()).put("occupancy", line.atMarks());
      json.put("rate-times-sojourn", line.fromSojourns()).put("tolerance", line.tolerance());
      json.put("holds", line.holds()).endObject();
    }
    json.endArray();
  }

  private void fleet() throws IOException {
    json.array("fleet");
    for (FleetItem item : summary.fleet()) {
      json.item().put("component", item.component()).put("region", item.region());
      json.put("count", item.count()).put("cores", item.cores());
      json.put("memory-bytes", item.memoryBytes()).put("usd-per-month", item.usdPerMonth());
      json.endObject();
    }
    json.endArray();
  }

  private void end() throws IOException {
    json.array("notes");
    for (String note : summary.notes()) {
      json.item(note);
    }
    json.endArray();
    RunIdentity identity = summary.identity();
    identity.madeBy().write(json);
    json.put("events-digest", identity.eventsDigest());
  }
}
