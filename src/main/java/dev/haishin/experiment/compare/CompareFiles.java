package dev.haishin.experiment.compare;

import dev.haishin.experiment.statistics.Interval;
import dev.haishin.experiment.trial.TrialResult;
import dev.haishin.results.Busiest;
import dev.haishin.results.Reading;
import dev.haishin.results.Unit;
import dev.haishin.results.Verdict;
import dev.haishin.results.file.CsvText;
import dev.haishin.results.file.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The files of a comparison: {@code compare.json}, {@code compare.csv} with a line a figure and
 * contender, and {@code replications.csv} with a line a contender and replication. Values are in
 * the units that files show, milliseconds for durations.
 */
public final class CompareFiles {
  /** The file by which the folder of a comparison is known. */
  public static final String JSON = "compare.json";

  private static final String SCHEMA = "haishin/compare/1";
  private static final String CSV = "compare.csv";
  private static final String REPLICATIONS = "replications.csv";
  private static final List<String> TITLES =
      List.of(
          "path",
          "unit",
          "variant",
          "value",
          "low",
          "high",
          "rank",
          "verdict",
          "difference",
          "difference-low",
          "difference-high",
          "difference-shown",
          "paired",
          "variance-saved");

  private final CompareIdentity identity;
  private final Outcomes outcomes;

  /** The files of a comparison. */
  public CompareFiles(CompareIdentity identity, Outcomes outcomes) {
    this.identity = identity;
    this.outcomes = outcomes;
  }

  /** Writes all but the chart into a folder that exists. */
  public void write(Path folder) throws IOException {
    write(folder.resolve(JSON), json());
    write(folder.resolve(CSV), csv());
    write(folder.resolve(REPLICATIONS), replications());
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private String json() throws IOException {
    JsonText json = new JsonText();
    json.put("schema", SCHEMA).put("scenario", identity.scenario());
    json.put("description", identity.description());
    json.put("horizon", identity.horizon()).put("seed", identity.seed());
    json.putPrecise("scale", identity.scale());
    json.putPrecise("measured-from-seconds", identity.measuredFromSeconds());
    json.put("replications", outcomes.count()).put("confidence", Interval.USUAL_CONFIDENCE);
    json.put("reference", outcomes.reference().name());
    contenders(json);
    json.array("measures");
    for (Contest contest : outcomes.contests()) {
      contest(json, contest);
    }
    json.endArray().array("notes");
    for (String note : identity.notes()) {
      json.item(note);
    }
    json.endArray();
    identity.madeBy().write(json);
    return json.end();
  }

  private void contenders(JsonText json) throws IOException {
    json.array("variants");
    for (Contender contender : outcomes.contenders()) {
      json.item().put("name", contender.name()).put("bound", !contender.competes());
      json.put("paired", outcomes.paired(outcomes.reference(), contender));
      Optional<Busiest> busiest = outcomes.busiest(contender);
      if (busiest.isPresent()) {
        json.put("busiest", busiest.get().part());
        json.put("utilization", busiest.get().utilization());
      }
      json.array("settings");
      for (String setting : contender.settings()) {
        json.item(setting);
      }
      json.endArray().endObject();
    }
    json.endArray();
  }

  private static void contest(JsonText json, Contest contest) throws IOException {
    Yardstick yardstick = contest.yardstick();
    json.item().put("path", yardstick.path()).put("unit", yardstick.unit().symbol());
    json.put("better", yardstick.better().word());
    if (yardstick.limit().isPresent()) {
      json.put("comparison", yardstick.limit().get().comparison().sign());
      json.put("limit", yardstick.limit().get().limit());
    }
    json.array("best");
    for (Contender best : contest.best()) {
      json.item(best.name());
    }
    json.endArray().array("variants");
    for (Standing standing : contest.standings()) {
      standing(json, standing, yardstick.unit());
    }
    json.endArray().endObject();
  }

  private static void standing(JsonText json, Standing standing, Unit unit) throws IOException {
    json.item().put("name", standing.contender().name());
    if (standing.mean().isPresent()) {
      json.put("value", unit.printed(standing.mean().get().mean()));
      band(json, standing.mean().get(), unit);
    } else {
      json.put("reason", standing.reason());
    }
    if (standing.rank().isPresent()) {
      json.put("rank", standing.rank().getAsInt());
    }
    if (standing.verdict().isPresent()) {
      json.put("verdict", standing.verdict().get().word());
    }
    if (standing.toReference().isPresent()) {
      Difference difference = standing.toReference().get();
      json.object("difference").put("value", unit.printed(difference.interval().mean()));
      band(json, difference.interval(), unit);
      json.put("shown", difference.isShown()).put("paired", difference.paired());
      if (difference.paired() && Double.isFinite(difference.varianceSaved())) {
        json.put("variance-saved", difference.varianceSaved());
      }
      json.endObject();
    }
    json.endObject();
  }

  private static void band(JsonText json, Interval interval, Unit unit) throws IOException {
    if (interval.isBounded()) {
      json.object("interval").put("low", unit.printed(interval.low()));
      json.put("high", unit.printed(interval.high())).endObject();
    }
  }

  private String csv() {
    CsvText table = new CsvText(TITLES);
    for (Contest contest : outcomes.contests()) {
      Unit unit = contest.yardstick().unit();
      for (Standing standing : contest.standings()) {
        table.put(contest.yardstick().path()).put(unit.symbol());
        table.put(standing.contender().name());
        interval(table, standing.mean(), unit);
        String rank = standing.rank().isPresent() ? "" + standing.rank().getAsInt() : "";
        table.put(rank).put(standing.verdict().map(Verdict::word).orElse(""));
        interval(table, standing.toReference().map(Difference::interval), unit);
        Optional<Difference> difference = standing.toReference();
        table.put(difference.map(each -> Boolean.toString(each.isShown())).orElse(""));
        table.put(difference.map(each -> Boolean.toString(each.paired())).orElse(""));
        table.put(difference.map(Difference::varianceSaved).orElse(Double.NaN)).endLine();
      }
    }
    return table.toString();
  }

  private static void interval(CsvText table, Optional<Interval> interval, Unit unit) {
    table.put(interval.map(each -> unit.printed(each.mean())).orElse(Double.NaN));
    table.put(interval.map(each -> unit.printed(each.low())).orElse(Double.NaN));
    table.put(interval.map(each -> unit.printed(each.high())).orElse(Double.NaN));
  }

  private String replications() {
    List<String> titles = new ArrayList<>(List.of("variant", "replication", "seed"));
    titles.add("tap-digest");
    for (Yardstick yardstick : outcomes.yardsticks()) {
      String symbol = yardstick.unit().symbol();
      titles.add(symbol.isEmpty() ? yardstick.path() : yardstick.path() + " [" + symbol + "]");
    }
    CsvText table = new CsvText(titles);
    for (Contender contender : outcomes.contenders()) {
      for (TrialResult result : outcomes.results(contender)) {
        table.put(contender.name()).put(result.trial().replication()).put(result.seed());
        table.put(HexFormat.of().toHexDigits(result.tapDigest()));
        for (Yardstick yardstick : outcomes.yardsticks()) {
          Reading reading = yardstick.read(result);
          double value = reading.value().orElse(Double.NaN);
          table.put(yardstick.unit().printed(value));
        }
        table.endLine();
      }
    }
    return table.toString();
  }
}
