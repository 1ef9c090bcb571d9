package dev.haishin.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

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
      sections.add(Section.of("step-" + i, title, step(steps.get(i))));
    }
    List<String> notes = new ArrayList<>();
    steps.forEach(step -> step.path("notes").forEach(note -> notes.add(note.asText())));
    notes.add("A size meets an expectation when the run, or the mean of its replications, does.");
    sections.add(Section.of("validity", "How far to trust this", Page.notes(notes)));
    sections.add(
        Section.of(
            "reproduce",
            "Reproduce",
            Page.command(
                "With the scenario whose text has SHA-256 "
                    + root.path("scenario-sha256").asText()
                    + ":",
                "haishin size SCENARIO.yaml " + found(steps.get(0)))));
    String scenario = root.path("scenario").asText("size");
    List<Page.Fact> facts =
        List.of(
            new Page.Fact("spare", Quantity.of(root.path("spare").asDouble(0), "fraction")),
            new Page.Fact("scale", Quantity.of(root.path("scale").asDouble(1), "fraction")));
    String question = "The least that meets every expectation, also under the file's failures.";
    return new Page(scenario + ": size", question, answer(steps), facts, sections);
  }

  private static String found(JsonNode step) {
    List<String> finds = new ArrayList<>();
    for (JsonNode find : step.path("find")) {
      String path = find.path("path").asText();
      finds.add("--find " + path + " --between " + find.path("range").asText());
    }
    return String.join(" ", finds);
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
              ? where + Page.joined(values) + " meets every expectation" + price(step)
              : where + "no size in the range meets every expectation";
      sentences.add(said + ".");
    }
    return String.join(" ", sentences);
  }

  private static String price(JsonNode step) {
    String busiest = step.path("busiest").asText("");
    String bound =
        busiest.isEmpty() || busiest.equals("null")
            ? ""
            : "; "
                + busiest
                + " is the busiest, at "
                + Quantity.of(step.path("utilization").asDouble(Double.NaN), "fraction");
    return step.path("cost-per-month").isNumber()
        ? ", for " + Quantity.of(step.path("cost-per-month").asDouble(), "USD") + " a month" + bound
        : bound;
  }

  private static Markup step(JsonNode step) {
    List<String> header = new ArrayList<>();
    step.path("find").forEach(find -> header.add(find.path("path").asText()));
    header.addAll(List.of("meets all", "cost a month", "expectations"));
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode tried : step.path("tried")) {
      List<String> row = new ArrayList<>();
      tried.path("values").forEach(value -> row.add(value.asText()));
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
