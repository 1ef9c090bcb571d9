package dev.haishin.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The page of a search for a size, from its {@code size.json}. */
final class SizePage {
  private final JsonNode root;

  private SizePage(JsonNode root) {
    this.root = root;
  }

  static String of(JsonNode root) {
    return new SizePage(root).page().html();
  }

  private Page page() {
    List<JsonNode> steps = new ArrayList<>();
    if (root.has("steps")) {
      root.path("steps").forEach(steps::add);
    } else {
      steps.add(root);
    }
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      String at = words(steps.get(i).path("at"));
      String title = at.isEmpty() ? "What was tried" : "At " + at;
      Markup page = SizeFigures.of(steps.get(i), i).add(step(steps.get(i)));
      sections.add(Section.of("step-" + i, title, page));
    }
    List<String> notes = new ArrayList<>();
    steps.forEach(step -> step.path("notes").forEach(note -> notes.add(note.asText())));
    notes.add(
        "What decides is met by the 95% interval over its runs; what only led the way, by their"
            + " mean.");
    sections.add(Section.of("validity", "How far to trust this", Page.notes(notes)));
    sections.add(
        Section.of(
            "reproduce",
            "Reproduce",
            Page.command(
                "With the scenario whose text has SHA-256 "
                    + root.at("/made-by/scenario-sha256").asText()
                    + ":",
                "haishin size SCENARIO.yaml " + command(steps))));
    String scenario = root.path("scenario").asText("size");
    String spare = root.path("spare").asText();
    List<Page.Fact> facts =
        List.of(
            new Page.Fact("spare", spare.isEmpty() ? "nothing" : spare),
            new Page.Fact("scale", Quantity.of(root.path("scale").asDouble(1), "fraction")));
    String question = "The least that meets every expectation, also under the file's failures.";
    return new Page(scenario + ": size", question, answer(steps), facts, sections);
  }

  private String command(List<JsonNode> steps) {
    List<String> words = new ArrayList<>();
    for (JsonNode find : steps.get(0).path("find")) {
      words.add("--find '" + find.path("path").asText() + "=" + find.path("range").asText() + "'");
    }
    root.path("options").forEach(option -> words.add(option.asText()));
    if (root.has("replications")) {
      words.add("--replications " + root.path("replications").asText());
    }
    root.path("settings").forEach(setting -> words.add("--set '" + setting.asText() + "'"));
    Map<String, Set<String>> varied = new LinkedHashMap<>();
    for (JsonNode step : steps) {
      for (JsonNode at : step.path("at")) {
        String[] parts = at.asText().split("=", 2);
        varied.computeIfAbsent(parts[0], path -> new LinkedHashSet<>()).add(parts[1]);
      }
    }
    varied.forEach((path, values) -> words.add("--vary " + path + "=" + String.join(",", values)));
    return String.join(" ", words);
  }

  private static String answer(List<JsonNode> steps) {
    List<String> sentences = new ArrayList<>();
    for (JsonNode step : steps) {
      String at = words(step.path("at"));
      List<String> values = new ArrayList<>();
      for (JsonNode find : step.path("find")) {
        values.add(find.path("path").asText() + " = " + find.path("value").asText());
      }
      String where = at.isEmpty() ? "" : "at " + at + ", ";
      String said =
          step.path("found").asBoolean()
              ? where
                  + Page.joined(values)
                  + " meets every expectation"
                  + price(step)
                  + headroom(step)
              : where + "nothing in the range meets every expectation";
      // A path at the beginning stays as it is written.
      boolean isPath = at.isEmpty() && step.path("found").asBoolean();
      String first = said.substring(0, 1);
      sentences.add((isPath ? first : first.toUpperCase(Locale.ROOT)) + said.substring(1) + ".");
    }
    return String.join(" ", sentences);
  }

  private static String headroom(JsonNode step) {
    return step.path("headroom").isNumber()
        ? "; it carries " + step.path("headroom").asText() + " times this load"
        : "";
  }

  private static String price(JsonNode step) {
    String bound =
        BindsFirst.read(step).map(busiest -> "; " + BindsFirst.sentence(busiest)).orElse("");
    return step.path("cost-per-month").isNumber()
        ? ", for " + Quantity.of(step.path("cost-per-month").asDouble(), "USD") + " a month" + bound
        : bound;
  }

  private static Markup step(JsonNode step) {
    List<String> header = new ArrayList<>();
    step.path("find").forEach(find -> header.add(find.path("path").asText()));
    header.addAll(List.of("scale", "runs", "meets all", "cost a month", "expectations"));
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode tried : step.path("tried")) {
      List<String> row = new ArrayList<>();
      tried.path("values").forEach(value -> row.add(value.asText()));
      String leads = tried.path("decides").asBoolean() ? "" : ", led the way";
      row.add(Quantity.of(tried.path("scale").asDouble(1), "fraction") + leads);
      row.add(tried.path("replications").asText());
      row.add(tried.path("meets").asBoolean() ? "✓ yes" : "✗ no");
      row.add(Quantity.of(tried.path("cost-per-month").asDouble(Double.NaN), "USD"));
      List<String> judged = new ArrayList<>();
      for (JsonNode each : tried.path("expectations")) {
        judged.add(Outcome.text(each.path("verdict").asText()) + " " + each.path("path").asText());
      }
      row.add(String.join(", ", judged));
      if (row.size() == header.size()) {
        rows.add(row);
      }
    }
    return FigureMarkup.texts("Sizes tried", new DataTable(header, rows));
  }

  private static String words(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(node -> words.add(node.asText()));
    return Page.joined(words);
  }
}
