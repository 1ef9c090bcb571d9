package dev.haishin.experiment.sensitivity;

import dev.haishin.experiment.sensitivity.AssumptionReader.Fixed;
import dev.haishin.experiment.statistics.Interval;
import dev.haishin.results.Unit;
import dev.haishin.results.file.CsvText;
import dev.haishin.results.file.JsonText;
import dev.haishin.results.file.SweepTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of {@code sweep --one-at-a-time}: {@code assumptions.json}, and {@code assumptions.csv}
 * with a line an assumption and figure, the largest effect first.
 *
 * @param origin what is varied
 * @param share by which, {@code 20%}
 * @param tornados one a figure
 * @param fixed what cannot be varied
 */
public record SensitivityFiles(
    SweepTable.Origin origin, String share, List<Tornado> tornados, List<Fixed> fixed) {
  /** The tables for programs. */
  public static final String JSON = "assumptions.json";

  /** The same as a table. */
  public static final String CSV = "assumptions.csv";

  private static final String SCHEMA = "haishin/assumptions/1";

  /** Copies the lists. */
  public SensitivityFiles {
    tornados = List.copyOf(tornados);
    fixed = List.copyOf(fixed);
  }

  /** The text of the CSV. */
  public String csv() {
    List<String> titles = new ArrayList<>(List.of("figure", "unit", "assumption", "value"));
    for (String side : List.of("down", "up")) {
      titles.addAll(
          List.of(side, side + " difference", side + " half-width", side + " effect shown"));
    }
    CsvText csv = new CsvText(titles);
    for (Tornado tornado : tornados) {
      Unit unit = tornado.query().unit();
      for (Effect effect : tornado.effects()) {
        Assumption assumption = effect.assumption();
        csv.put(tornado.figure()).put(unit.symbol()).put(assumption.name()).put(assumption.text());
        side(csv, assumption.down(), effect.down(), unit);
        side(csv, assumption.up(), effect.up(), unit);
        csv.endLine();
      }
    }
    return csv.toString();
  }

  /** The text of the JSON. */
  public String json() throws IOException {
    JsonText json = new JsonText();
    json.put("schema", SCHEMA).put("scenario", origin.scenario());
    json.put("description", origin.description()).array("settings");
    for (String setting : origin.settings()) {
      json.item(setting);
    }
    json.endArray().put("by", share).put("replications", origin.replications());
    json.put("confidence", Interval.USUAL_CONFIDENCE).array("figures");
    for (Tornado tornado : tornados) {
      figure(json, tornado);
    }
    json.endArray().array("not-varied");
    for (Fixed one : fixed) {
      json.item().put("assumption", one.name()).put("value", one.value());
      json.put("reason", one.reason()).endObject();
    }
    json.endArray();
    origin.madeBy().write(json);
    return json.end();
  }

  private static void figure(JsonText json, Tornado tornado) throws IOException {
    Unit unit = tornado.query().unit();
    json.item().put("path", tornado.figure()).put("unit", unit.symbol());
    if (tornado.asItIs().isPresent()) {
      json.put("value", unit.printed(tornado.asItIs().get().mean()));
      json.put("half-width", unit.printed(tornado.asItIs().get().half()));
    }
    json.array("effects");
    for (Effect effect : tornado.effects()) {
      Assumption assumption = effect.assumption();
      json.item().put("assumption", assumption.name()).put("value", assumption.text());
      json.put("effect-shown", effect.isShown());
      side(json, "down", assumption.down(), effect.down(), unit);
      side(json, "up", assumption.up(), effect.up(), unit);
      json.endObject();
    }
    json.endArray().endObject();
  }

  private static void side(
      JsonText json, String name, Optional<String> value, Optional<Interval> effect, Unit unit)
      throws IOException {
    if (value.isEmpty()) {
      return;
    }
    json.object(name).put("value", value.get());
    if (effect.isPresent()) {
      json.put("difference", unit.printed(effect.get().mean()));
      json.put("half-width", unit.printed(effect.get().half()));
      json.put("effect-shown", Effect.isShown(effect.get()));
    }
    json.endObject();
  }

  private static void side(
      CsvText csv, Optional<String> value, Optional<Interval> effect, Unit unit) {
    csv.put(value.orElse(""));
    if (effect.isPresent()) {
      csv.put(unit.printed(effect.get().mean())).put(unit.printed(effect.get().half()));
      csv.put(Effect.isShown(effect.get()) ? "yes" : "no");
    } else {
      csv.put("").put("").put("");
    }
  }
}
