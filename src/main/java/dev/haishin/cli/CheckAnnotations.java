package dev.haishin.cli;

import dev.haishin.results.Verdict;
import dev.haishin.results.file.CheckReport;
import dev.haishin.results.file.CheckReport.Baseline;
import dev.haishin.results.file.CheckReport.Compared;
import dev.haishin.results.file.CheckReport.Expected;
import dev.haishin.results.file.CheckReport.Place;
import dev.haishin.results.file.CheckReport.World;
import java.util.ArrayList;
import java.util.List;

/**
 * A check as workflow commands of GitHub Actions, which show beside the lines of the scenario: an
 * error for what is missed or worse, a warning for what is unknown.
 */
final class CheckAnnotations {
  private final List<String> lines = new ArrayList<>();

  private CheckAnnotations() {}

  /** One line for each thing that is not well. */
  static List<String> of(CheckReport report) {
    CheckAnnotations annotations = new CheckAnnotations();
    report.worlds().forEach(annotations::world);
    return annotations.lines;
  }

  private void world(World world) {
    for (Baseline baseline : world.baselines()) {
      if (CheckPhrases.isTrouble(baseline)) {
        String text = baseline.name() + ": " + CheckPhrases.sentence(baseline);
        add(Verdict.UNKNOWN, new Place(world.file(), 1), world, "no baseline", text);
      }
    }
    for (Compared compared : world.comparisons()) {
      String title = compared.verdict() == Verdict.MISSED ? "worse" : "unknown";
      String text = CheckPhrases.sentence(compared) + "; baseline: " + compared.baseline();
      add(compared.verdict(), compared.place(), world, title, text);
    }
    for (Expected expected : world.expectations()) {
      String title = expected.verdict().word();
      add(expected.verdict(), expected.place(), world, title, CheckPhrases.sentence(expected));
    }
  }

  private void add(Verdict verdict, Place place, World world, String title, String text) {
    if (verdict == Verdict.MET) {
      return;
    }
    lines.add(
        (verdict == Verdict.MISSED ? "::error" : "::warning")
            + " file="
            + property(place.file())
            + ",line="
            + place.line()
            + ",title="
            + property(world.title() + ": " + title)
            + "::"
            + data(text));
  }

  /** What GitHub's runner unescapes in the text of a command. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
