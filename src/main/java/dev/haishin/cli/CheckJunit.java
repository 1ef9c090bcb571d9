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
 * A check as JUnit XML: a suite a world, a case an expectation, a comparison or a baseline. What is
 * missed or worse is a failure. What is unknown is an error, for a skipped test counts as passed.
 */
final class CheckJunit {
  private final StringBuilder text = new StringBuilder();

  private CheckJunit() {}

  /** The whole document. */
  static String of(CheckReport report) {
    CheckJunit junit = new CheckJunit();
    List<List<Case>> suites = report.worlds().stream().map(CheckJunit::cases).toList();
    List<Case> all = suites.stream().flatMap(List::stream).toList();
    junit.text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    junit.text.append("<testsuites name=\"haishin check\"").append(counts(all)).append(">\n");
    for (int i = 0; i < suites.size(); i++) {
      junit.suite(report.worlds().get(i), suites.get(i));
    }
    junit.text.append("</testsuites>\n");
    return junit.text.toString();
  }

  private static List<Case> cases(World world) {
    List<Case> cases = new ArrayList<>();
    for (Baseline baseline : world.baselines()) {
      Verdict verdict = CheckPhrases.isTrouble(baseline) ? Verdict.UNKNOWN : Verdict.MET;
      Place place = new Place(world.file(), 1);
      String name = "baseline " + baseline.name();
      cases.add(new Case(name, verdict, "unusable", CheckPhrases.sentence(baseline), place));
    }
    for (Compared compared : world.comparisons()) {
      String name = compared.path() + " against " + compared.baseline();
      String sentence = CheckPhrases.sentence(compared);
      cases.add(new Case(name, compared.verdict(), "worse", sentence, compared.place()));
    }
    for (Expected expected : world.expectations()) {
      String name = "expect " + expected.path();
      String sentence = CheckPhrases.sentence(expected);
      cases.add(new Case(name, expected.verdict(), "missed", sentence, expected.place()));
    }
    return cases;
  }

  private void suite(World world, List<Case> cases) {
    text.append("  <testsuite").append(attribute("name", world.title()));
    text.append(counts(cases)).append(">\n");
    for (Case each : cases) {
      text.append("    <testcase").append(attribute("name", each.name()));
      text.append(attribute("classname", world.title().replace('/', '.')));
      text.append(attribute("file", each.place().file()));
      text.append(attribute("line", Integer.toString(each.place().line())));
      if (each.verdict() == Verdict.MET) {
        text.append("/>\n");
        continue;
      }
      boolean isFailure = each.verdict() == Verdict.MISSED;
      text.append(">\n      <").append(isFailure ? "failure" : "error");
      text.append(attribute("type", isFailure ? each.failure() : "unknown"));
      text.append(attribute("message", each.sentence())).append("/>\n    </testcase>\n");
    }
    text.append("  </testsuite>\n");
  }

  private static String counts(List<Case> cases) {
    long failures = cases.stream().filter(each -> each.verdict() == Verdict.MISSED).count();
    long errors = cases.stream().filter(each -> each.verdict() == Verdict.UNKNOWN).count();
    return attribute("tests", Integer.toString(cases.size()))
        + attribute("failures", Long.toString(failures))
        + attribute("errors", Long.toString(errors));
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + escaped(value) + "\"";
  }

  /** XML 1.0 has no way to write most control characters: they become spaces. */
  private static String escaped(String value) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        default -> escaped.append(c < ' ' || c >= '\ufffe' ? ' ' : c);
      }
    }
    return escaped.toString();
  }

  /** A test case. */
  private record Case(String name, Verdict verdict, String failure, String sentence, Place place) {}
}
