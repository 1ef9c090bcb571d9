package dev.haishin.results.file;

import dev.haishin.results.Unit;
import dev.haishin.results.Verdict;
import dev.haishin.results.file.CheckReport.Baseline;
import dev.haishin.results.file.CheckReport.Change;
import dev.haishin.results.file.CheckReport.Compared;
import dev.haishin.results.file.CheckReport.Expected;
import dev.haishin.results.file.CheckReport.World;
import java.io.IOException;
import java.util.OptionalDouble;

/** Writes what a check has found as one JSON document, in the units of {@code summary.json}. */
public final class CheckWriter {
  private final JsonText json;

  private CheckWriter(JsonText json) {
    this.json = json;
  }

  /** The document. */
  public static String json(CheckReport report) throws IOException {
    JsonText json = new JsonText();
    CheckWriter writer = new CheckWriter(json);
    json.put("schema", CheckReport.SCHEMA);
    json.put("verdict", word(report.verdict()));
    json.put("false-alarms", report.falseAlarms());
    json.array("worlds");
    for (World world : report.worlds()) {
      writer.world(world);
    }
    json.endArray();
    return json.end();
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case MET -> "passed";
      case MISSED -> "failed";
      case UNKNOWN -> "unknown";
    };
  }

  private void world(World world) throws IOException {
    json.item().put("scenario", world.scenario()).put("variant", world.variant());
    json.put("file", world.file()).put("seed", world.seed());
    json.put("replications", world.replications()).put("verdict", word(world.verdict()));
    json.array("settings");
    for (String setting : world.settings()) {
      json.item(setting);
    }
    json.endArray();
    if (world.busiest().isPresent()) {
      json.put("busiest", world.busiest().get().part());
      json.put("utilization", world.busiest().get().utilization());
    }
    json.array("baselines");
    for (Baseline baseline : world.baselines()) {
      json.item().put("name", baseline.name()).put("state", baseline.state().word());
      json.put("replications", baseline.replications());
      reason(baseline.reason());
      json.endObject();
    }
    json.endArray().array("expectations");
    for (Expected expected : world.expectations()) {
      expected(expected);
    }
    json.endArray().array("comparisons");
    for (Compared compared : world.comparisons()) {
      compared(compared);
    }
    json.endArray().endObject();
  }

  private void expected(Expected expected) throws IOException {
    json.item().put("path", expected.path()).put("unit", expected.unit().symbol());
    json.put("comparison", expected.sign()).put("limit", expected.limit());
    json.put("value", printed(expected.value(), expected.unit()));
    json.put("verdict", expected.verdict().word());
    reason(expected.reason());
    json.endObject();
  }

  private void compared(Compared compared) throws IOException {
    Unit unit = compared.unit();
    json.item().put("path", compared.path()).put("unit", unit.symbol());
    json.put("baseline", compared.baseline()).put("tolerance", compared.tolerance());
    json.put("was", printed(compared.was(), unit)).put("now", printed(compared.now(), unit));
    if (compared.change().isPresent()) {
      Change change = compared.change().get();
      json.object("change").put("mean", unit.printed(change.mean()));
      json.put("low", unit.printed(change.low())).put("high", unit.printed(change.high()));
      json.put("confidence", change.confidence()).put("paired", change.paired());
      json.endObject().put("detectable", unit.printed(change.detectable()));
    }
    json.put("verdict", compared.verdict() == Verdict.MISSED ? "worse" : within(compared));
    reason(compared.reason());
    if (!compared.stage().isEmpty()) {
      json.put("stage", compared.stage());
    }
    json.endObject();
  }

  private static String within(Compared compared) {
    return compared.verdict() == Verdict.MET ? "within" : "unknown";
  }

  private void reason(String reason) throws IOException {
    if (!reason.isEmpty()) {
      json.put("reason", reason);
    }
  }

  private static OptionalDouble printed(OptionalDouble canonical, Unit unit) {
    return canonical.isPresent()
        ? OptionalDouble.of(unit.printed(canonical.getAsDouble()))
        : OptionalDouble.empty();
  }
}
