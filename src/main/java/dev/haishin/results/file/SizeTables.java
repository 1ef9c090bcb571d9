package dev.haishin.results.file;

import dev.haishin.results.file.SizePlan.Judged;
import dev.haishin.results.file.SizePlan.Step;
import dev.haishin.results.file.SizePlan.Tried;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a sizing has tried, as tables like those of a sweep, to be drawn like one: for each path
 * that was sized what was expected over its values, all other paths being what the answer says.
 */
public final class SizeTables {
  private static final int PERCENT_DIGITS = 2;

  private final SizePlan plan;
  private final int path;
  private final List<SweepTable.Axis> axes = new ArrayList<>();

  private SizeTables(SizePlan plan, int path) {
    this.plan = plan;
    this.path = path;
    Step first = plan.steps().get(0);
    first.at().forEach(at -> axes.add(axis(at.substring(0, at.indexOf('=')), value(at))));
    axes.add(axis(first.choices().get(path).path(), first.tried().get(0).values().get(path)));
  }

  /** A table for each path, by the path. */
  public static Map<String, SweepTable> of(SizePlan plan) {
    Map<String, SweepTable> tables = new LinkedHashMap<>();
    List<SizePlan.Choice> choices = plan.steps().get(0).choices();
    for (int i = 0; i < choices.size(); i++) {
      tables.put(choices.get(i).path(), new SizeTables(plan, i).table());
    }
    return tables;
  }

  private SweepTable table() {
    Set<SweepTable.Measure> measures = new LinkedHashSet<>();
    List<SweepTable.Row> rows = new ArrayList<>();
    for (Step step : plan.steps()) {
      List<String> answer = answer(step);
      Set<List<Object>> seen = new LinkedHashSet<>();
      // What decided first: it holds where a value was tried in both ways at one scale.
      for (boolean decides : new boolean[] {true, false}) {
        for (Tried tried : step.tried()) {
          boolean isNew = tried.decides() == decides && isOnTheWay(tried.values(), answer);
          if (isNew && seen.add(List.of(tried.scale(), tried.values()))) {
            rows.add(row(step, tried));
            tried.expectations().forEach(judged -> measures.add(measure(judged)));
          }
        }
      }
    }
    return new SweepTable(plan.origin(), axes, List.copyOf(measures), rows);
  }

  /** The values of the answer; of the most that was tried where there is none. */
  private static List<String> answer(Step step) {
    if (step.found()) {
      return step.choices().stream().map(SizePlan.Choice::value).toList();
    }
    List<Tried> decided = step.tried().stream().filter(Tried::decides).toList();
    return decided.get(decided.size() - 1).values();
  }

  private boolean isOnTheWay(List<String> values, List<String> answer) {
    for (int i = 0; i < values.size(); i++) {
      if (i != path && !values.get(i).equals(answer.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static String value(String setting) {
    return setting.substring(setting.indexOf('=') + 1);
  }

  private static SweepTable.Axis axis(String path, String value) {
    return new SweepTable.Axis(path, value.replaceFirst("^x?[-0-9._]+", "").strip());
  }

  private static SweepTable.Measure measure(Judged judged) {
    return new SweepTable.Measure(
        judged.path(), judged.unit(), judged.limits(), judged.limit(), true);
  }

  private SweepTable.Row row(Step step, Tried tried) {
    List<String> values = new ArrayList<>();
    step.at().forEach(at -> values.add(value(at)));
    values.add(tried.values().get(path));
    for (int i = 0; i < values.size(); i++) {
      String unit = axes.get(i).unit();
      String value = values.get(i).startsWith("x") ? values.get(i).substring(1) : values.get(i);
      boolean ends = !unit.isEmpty() && value.endsWith(unit);
      values.set(i, ends ? value.substring(0, value.length() - unit.length()).strip() : value);
    }
    List<SweepTable.Cell> cells = tried.expectations().stream().map(j -> cell(j, tried)).toList();
    return new SweepTable.Row(
        "scale " + percent(tried.scale()), values, cells, Optional.empty(), "");
  }

  /** What only led the way is a mean of so few that an interval of it says nothing. */
  private static SweepTable.Cell cell(Judged judged, Tried tried) {
    return new SweepTable.Cell(
        judged.value(),
        tried.decides() ? judged.halfWidth() : OptionalDouble.empty(),
        Optional.of(judged.verdict()),
        judged.value().isEmpty() ? "too little is known" : "");
  }

  private static String percent(double scale) {
    return BigDecimal.valueOf(scale)
            .movePointRight(2)
            .setScale(PERCENT_DIGITS, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }
}
