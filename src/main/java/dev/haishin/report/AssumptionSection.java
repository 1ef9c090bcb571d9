package dev.haishin.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The register of assumptions: every default in force, where it comes from and how sure it is. */
final class AssumptionSection {
  private static final String TITLE = "Assumptions";

  private AssumptionSection() {}

  static Section of(Run run) {
    Settings settings = Settings.of(run.scenarioYaml());
    List<Setting> defaults = settings.defaults();
    if (defaults.isEmpty()) {
      return Section.absent(TITLE, "the folder holds no scenario with the sources of its defaults");
    }
    Map<String, Integer> bySureness = new LinkedHashMap<>();
    List<List<String>> rows = new ArrayList<>();
    for (Setting setting : defaults) {
      bySureness.merge(sureness(setting), 1, Integer::sum);
      rows.add(List.of(setting.path(), setting.value(), setting.source(), sureness(setting)));
    }
    List<String> counts = new ArrayList<>();
    bySureness.forEach((sureness, count) -> counts.add(count + " " + sureness));
    Markup page = new Markup();
    page.open("p")
        .text(
            defaults.size()
                + " of the "
                + settings.count()
                + " values of this run are defaults that the scenario does not say: "
                + String.join(", ", counts)
                + ". A figure that decides something should not rest on the first of them: measure it"
                + " and set it, or see by ");
    page.element("code", "haishin sweep --one-at-a-time").text(" what depends on it.").close();
    page.open("details").element("summary", "The defaults in force, the least sure first");
    DataTable table = new DataTable(List.of("path", "value", "source", "sureness"), rows);
    page.add(FigureMarkup.texts(TITLE, table)).close();
    return Section.of("assumptions", TITLE, page);
  }

  private static String sureness(Setting setting) {
    return switch (setting.sureness()) {
      case "G" -> "of general knowledge";
      case "W" -> "weak";
      case "D" -> "derived";
      case "V2" -> "read in a secondary source";
      case "V" -> "read in the source";
      case "STD" -> "of a standard";
      default -> "fixed by the design";
    };
  }
}
