package dev.haishin.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was expected of each size that was tried, beside its limit: a figure an expectation. */
final class SizeFigures {
  private static final Pattern LIMIT =
      Pattern.compile("[<>=]+ *([0-9.]+)(us|ms|s|m|h|d|%|)", Pattern.DOTALL);
  private static final int MOST_SIZES = 20;
  private static final double MS_PER_SECOND = 1000;

  private SizeFigures() {}

  /**
   * The figures of one step of a sizing.
   *
   * @param index of the step, for the names of its figures
   */
  static Markup of(JsonNode step, int index) {
    Set<String> paths = new LinkedHashSet<>();
    for (JsonNode tried : step.path("tried")) {
      tried.path("expectations").forEach(each -> paths.add(each.path("path").asText()));
    }
    Markup page = new Markup().open("div", "class", "figures");
    for (String path : paths) {
      figure(page, step, path, "size-" + index + "-" + path.replaceAll("[^a-z0-9]+", "-"));
    }
    return page.close();
  }

  private static void figure(Markup page, JsonNode step, String path, String id) {
    List<IntervalPlot.Mean> means = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    String expected = "";
    for (JsonNode tried : step.path("tried")) {
      for (JsonNode each : tried.path("expectations")) {
        if (!each.path("path").asText().equals(path) || !each.path("value").isNumber()) {
          continue;
        }
        expected = each.path("expected").asText();
        String unit = unit(expected);
        double value = each.path("value").asDouble();
        double half = each.path("half-width").asDouble(0);
        String name = name(tried);
        String verdict = each.path("verdict").asText();
        rows.add(
            List.of(
                name,
                Quantity.of(value, unit),
                half > 0 ? "± " + Quantity.of(half, unit) : "–",
                Outcome.text(verdict)));
        int colour = verdict.equals("met") ? 2 : verdict.equals("missed") ? 1 : 6;
        means.add(
            new IntervalPlot.Mean(
                name, value, Math.max(Math.min(0, value), value - half), value + half, colour));
      }
    }
    if (means.isEmpty()) {
      return;
    }
    List<IntervalPlot.Mean> shown = means.subList(0, Math.min(MOST_SIZES, means.size()));
    String summary =
        "Means with their 95% intervals, in the order of trying; expected: "
            + expected
            + ". Green met, red missed, grey unknown.";
    Markup picture =
        IntervalPlot.draw(path + ". " + summary, shown, unit(expected), limit(expected));
    DataTable table = new DataTable(List.of("size", "mean", "interval", "verdict"), rows);
    page.add(FigureMarkup.of(id, path, summary, picture, table));
  }

  private static String name(JsonNode tried) {
    List<String> values = new ArrayList<>();
    tried.path("values").forEach(value -> values.add(value.asText()));
    return String.join(", ", values) + (tried.path("decides").asBoolean() ? "" : " (led)");
  }

  /** The unit in which results print what has such a limit: {@code <= 30ms}. */
  private static String unit(String expected) {
    Matcher matcher = LIMIT.matcher(expected);
    return !matcher.matches() || matcher.group(2).isEmpty()
        ? ""
        : matcher.group(2).equals("%") ? "fraction" : "ms";
  }

  private static OptionalDouble limit(String expected) {
    Matcher matcher = LIMIT.matcher(expected);
    if (!matcher.matches()) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(matcher.group(1));
    return OptionalDouble.of(
        switch (matcher.group(2)) {
          case "" -> number;
          case "%" -> number / 100;
          default -> ScenarioFailures.seconds(matcher.group(1) + matcher.group(2)) * MS_PER_SECOND;
        });
  }
}
