package dev.haishin.results.file;

import dev.haishin.results.file.SizePlan.Choice;
import dev.haishin.results.file.SizePlan.Judged;
import dev.haishin.results.file.SizePlan.Step;
import dev.haishin.results.file.SizePlan.Tried;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Writes a plan as {@code size.json}.
 *
 * <p>Where one path was sized, {@code path} and {@code value} are that path and its value: a number
 * if it has no unit, a text otherwise, null where there is none.
 */
public final class SizeWriter {
  private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?";

  private SizeWriter() {}

  /** The whole {@code size.json}. */
  public static String json(SizePlan plan) throws IOException {
    JsonText json = new JsonText();
    SweepTable.Origin origin = plan.origin();
    json.put("schema", SizePlan.SCHEMA).put("scenario", origin.scenario());
    words(json, "settings", origin.settings());
    origin.madeBy().write(json);
    json.put("replications", origin.replications());
    words(json, "options", plan.options());
    json.putPrecise("scale", plan.scale()).put("spare", plan.spare());
    if (plan.steps().size() == 1 && plan.steps().get(0).at().isEmpty()) {
      step(json, plan.steps().get(0));
      return json.end();
    }
    json.array("steps");
    for (Step step : plan.steps()) {
      words(json.item(), "at", step.at());
      step(json, step);
      json.endObject();
    }
    return json.endArray().end();
  }

  private static void step(JsonText json, Step step) throws IOException {
    if (step.choices().size() == 1) {
      Choice only = step.choices().get(0);
      value(json.put("path", only.path()), only.value());
    }
    json.put("found", step.found());
    json.array("find");
    for (Choice choice : step.choices()) {
      json.item().put("path", choice.path()).put("range", choice.range());
      value(json.put("wanted", choice.most() ? "most" : "least"), choice.value());
      json.put("below", choice.below());
      judged(json, "breaks", choice.breaks());
      json.endObject();
    }
    json.endArray();
    judged(json, "binding", step.binding());
    json.put("busiest", step.busiest()).put("utilization", step.utilization());
    json.put("headroom", step.headroom()).put("cost-per-month", step.costPerMonth());
    words(json, "notes", step.notes());
    json.array("tried");
    for (Tried tried : step.tried()) {
      tried(json.item(), tried);
    }
    json.endArray();
  }

  private static void tried(JsonText json, Tried tried) throws IOException {
    words(json, "values", tried.values());
    json.putPrecise("scale", tried.scale()).put("replications", tried.replications());
    json.put("decides", tried.decides()).put("meets", tried.meets()).put("clear", tried.clear());
    json.put("cost-per-month", tried.costPerMonth());
    json.array("expectations");
    for (Judged judged : tried.expectations()) {
      expectation(json.item(), judged);
    }
    json.endArray().endObject();
  }

  private static void judged(JsonText json, String name, Optional<Judged> judged)
      throws IOException {
    if (judged.isPresent()) {
      expectation(json.object(name), judged.get());
    } else {
      json.put(name, OptionalDouble.empty());
    }
  }

  private static void expectation(JsonText json, Judged judged) throws IOException {
    json.put("path", judged.path()).put("expected", judged.limits());
    json.put("value", judged.value()).put("half-width", judged.halfWidth());
    json.put("verdict", judged.verdict()).endObject();
  }

  private static void value(JsonText json, String value) throws IOException {
    if (value.isEmpty()) {
      json.put("value", OptionalDouble.empty());
    } else if (value.matches(NUMBER)) {
      json.putPrecise("value", Double.parseDouble(value));
    } else {
      json.put("value", value);
    }
  }

  private static void words(JsonText json, String name, List<String> words) throws IOException {
    json.array(name);
    for (String word : words) {
      json.item(word);
    }
    json.endArray();
  }
}
