package dev.haishin.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;

/** The page of a comparison, from its {@code compare.json}. */
final class ComparePage {
  private static final String P99 = "delivery.online.p99";
  private static final String COST = "cost.per-month";
  private static final int COLOURS = 8;

  private final JsonNode root;
  private final List<String> names = new ArrayList<>();

  private ComparePage(JsonNode root) {
    this.root = root;
    root.path("variants").forEach(variant -> names.add(variant.path("name").asText()));
  }

  static String of(JsonNode root) {
    return new ComparePage(root).page().html();
  }

  private Page page() {
    List<Section> sections = new ArrayList<>();
    sections.add(measures());
    sections.add(costs());
    sections.add(variants());
    sections.add(validity());
    sections.add(reproduce());
    String scenario = root.path("scenario").asText("comparison");
    List<Page.Fact> facts =
        List.of(
            new Page.Fact("replications each", root.path("replications").asText("")),
            new Page.Fact("compared with", root.path("reference").asText("")),
            new Page.Fact("seed", root.path("seed").asText("")),
            new Page.Fact("scale", Quantity.of(root.path("scale").asDouble(1), "fraction")));
    String question = root.path("description").asText("");
    return new Page(scenario + ": variants compared", question, answer(), facts, sections);
  }

  /** Who wins the first measure, by how much, and how sure that is. */
  private String answer() {
    JsonNode first = root.path("measures").path(0);
    String path = first.path("path").asText("the first measure");
    List<String> best = words(first.path("best"));
    if (best.isEmpty()) {
      return "No variant is best on " + path + ".";
    }
    if (best.size() > 1) {
      return Page.joined(best) + " cannot be told apart on " + path + ".";
    }
    JsonNode winner = variant(first, best.get(0));
    String unit = first.path("unit").asText();
    String said = best.get(0) + " is best on " + path + ": " + figure(winner.path("value"), unit);
    JsonNode difference = winner.path("difference");
    return difference.isObject()
        ? said
            + ", "
            + figure(difference.path("value"), unit)
            + " against "
            + root.path("reference").asText()
            + band(difference.path("interval"), unit)
            + "."
        : said + band(winner.path("interval"), unit) + ".";
  }

  private Section measures() {
    Markup page = new Markup().open("div", "class", "figures");
    for (JsonNode measure : root.path("measures")) {
      page.add(figure(measure));
    }
    return Section.of("measures", "Who wins where", page.close());
  }

  private Markup figure(JsonNode measure) {
    String path = measure.path("path").asText();
    String unit = measure.path("unit").asText();
    List<IntervalPlot.Mean> means = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode variant : measure.path("variants")) {
      String name = variant.path("name").asText();
      if (variant.path("value").isNumber()) {
        double value = variant.path("value").asDouble();
        JsonNode interval = variant.path("interval");
        means.add(
            new IntervalPlot.Mean(
                name,
                value,
                interval.path("low").asDouble(value),
                interval.path("high").asDouble(value),
                Math.max(0, names.indexOf(name)) % COLOURS));
      }
      rows.add(row(variant, unit));
    }
    List<String> best = words(measure.path("best"));
    String wanted =
        measure.has("limit")
            ? " Expected: "
                + measure.path("comparison").asText()
                + " "
                + measure.path("limit").asText()
                + "."
            : "";
    String winner = best.isEmpty() ? "" : " Best: " + Page.joined(best) + ".";
    String summary =
        "Means over replications with their 95% intervals; "
            + measure.path("better").asText("neither")
            + " is better."
            + wanted
            + winner;
    List<String> header =
        List.of("variant", "mean", "interval", "rank", "verdict", "difference", "variance saved");
    DataTable table = new DataTable(header, rows);
    Markup picture =
        means.isEmpty()
            ? new Markup().element("p", "Nothing is known of it.", "class", "note")
            : IntervalPlot.draw(path + ". " + summary, means, unit, OptionalDouble.empty());
    return FigureMarkup.of("measure-" + Charts.fileName(path), path, summary, picture, table);
  }

  private static List<String> row(JsonNode variant, String unit) {
    JsonNode difference = variant.path("difference");
    String apart =
        difference.isObject()
            ? figure(difference.path("value"), unit)
                + band(difference.path("interval"), unit)
                + (difference.path("shown").asBoolean() ? "" : ", not shown to differ")
            : "–";
    JsonNode saved = difference.path("variance-saved");
    return List.of(
        variant.path("name").asText(),
        variant.path("value").isNumber()
            ? figure(variant.path("value"), unit)
            : variant.path("reason").asText("–"),
        variant.has("interval") ? band(variant.path("interval"), unit).strip() : "–",
        variant.path("rank").asText("–"),
        variant.has("verdict") ? Outcome.text(variant.path("verdict").asText()) : "–",
        apart,
        saved.isNumber() ? "× " + Quantity.digits(saved.asDouble()) : "–");
  }

  private Section costs() {
    List<CostChart.Mark> marks = new ArrayList<>();
    for (JsonNode variant : root.path("variants")) {
      String name = variant.path("name").asText();
      JsonNode cost = variant(measure(COST), name);
      JsonNode late = variant(measure(P99), name);
      if (cost.path("value").isNumber() && late.path("value").isNumber()) {
        double p99 = late.path("value").asDouble();
        marks.add(
            new CostChart.Mark(
                name,
                cost.path("value").asDouble(),
                p99,
                late.path("interval").path("low").asDouble(p99),
                late.path("interval").path("high").asDouble(p99),
                !variant.path("bound").asBoolean()));
      }
    }
    return marks.isEmpty()
        ? Section.absent("Cost against latency", "cost or latency is unknown")
        : Section.of("cost", "Cost against latency", FigureMarkup.of(CostChart.of(marks)));
  }

  private Section variants() {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode variant : root.path("variants")) {
      List<String> settings = words(variant.path("settings"));
      rows.add(
          List.of(
              variant.path("name").asText(),
              variant.path("bound").asBoolean() ? "a bound, no contender" : "contender",
              BindsFirst.cell(BindsFirst.read(variant)),
              settings.isEmpty() ? "as the file says" : String.join(", ", settings)));
    }
    List<String> header = List.of("variant", "is", BindsFirst.HEADER, "changes");
    String title = "Variants, and what binds first in each";
    return Section.of("variants", title, FigureMarkup.texts(title, new DataTable(header, rows)));
  }

  private Section validity() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "All variants saw the same people, chats and taps in each replication. Intervals are 95%,"
            + " by Student's t over "
            + root.path("replications").asText()
            + " replications; a difference is shown where its interval leaves out 0.");
    notes.add(
        "Variance saved says how many times as many replications would be needed for the same"
            + " interval without common random numbers.");
    root.path("notes").forEach(note -> notes.add(note.asText()));
    return Section.of("validity", "How far to trust this", Page.notes(notes));
  }

  private Section reproduce() {
    StringBuilder command = new StringBuilder("haishin compare SCENARIO.yaml --seed ");
    command.append(root.path("seed").asText());
    command.append(" --replications ").append(root.path("replications").asText());
    boolean hasBound = false;
    for (JsonNode variant : root.path("variants")) {
      boolean isBound = variant.path("bound").asBoolean();
      hasBound |= isBound;
      if (!isBound) {
        command.append(" --variant '").append(variant.path("name").asText()).append('\'');
      }
    }
    command.append(hasBound ? "" : " --no-oracle");
    commonSettings().forEach(set -> command.append(" --set '").append(set).append('\''));
    String sha = root.path("made-by").path("scenario-sha256").asText();
    return Section.of(
        "reproduce",
        "Reproduce",
        Page.command(
            "With the scenario whose resolved text has SHA-256 " + sha + ":", command.toString()));
  }

  /** What the command line set: what every variant has, in the order of the first. */
  private List<String> commonSettings() {
    List<String> common = new ArrayList<>();
    root.path("variants").path(0).path("settings").forEach(set -> common.add(set.asText()));
    for (JsonNode variant : root.path("variants")) {
      List<String> own = new ArrayList<>();
      variant.path("settings").forEach(set -> own.add(set.asText()));
      common.retainAll(own);
    }
    return common;
  }

  private JsonNode measure(String path) {
    return find(root.path("measures"), "path", path);
  }

  private static JsonNode variant(JsonNode measure, String name) {
    return find(measure.path("variants"), "name", name);
  }

  private static JsonNode find(JsonNode array, String field, String value) {
    return StreamSupport.stream(array.spliterator(), false)
        .filter(node -> node.path(field).asText().equals(value))
        .findFirst()
        .orElse(array.path(-1));
  }

  private static List<String> words(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(node -> words.add(node.asText()));
    return words;
  }

  private static String figure(JsonNode value, String unit) {
    return value.isNumber() ? Quantity.of(value.asDouble(), unit) : "–";
  }

  private static String band(JsonNode interval, String unit) {
    return interval.isObject()
        ? " ("
            + figure(interval.path("low"), unit)
            + " to "
            + figure(interval.path("high"), unit)
            + ")"
        : "";
  }
}
