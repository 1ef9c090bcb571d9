package dev.haishin.cli;

import dev.haishin.results.MetricQuery;
import dev.haishin.results.MetricRegistry;
import dev.haishin.scenario.ExpectSpec;
import dev.haishin.scenario.ScenarioSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What {@code sweep --one-at-a-time} varies, by how much, and what it asks about. */
final class OneAtATimeOptions {
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,2}(?:\\.[0-9]+)?)%");

  @Option(
      names = "--one-at-a-time",
      description =
          "Instead of a grid: vary each number that the scenario assumes, alone, down and up, and"
              + " show which of them move a figure most.")
  private boolean asked;

  @Option(
      names = "--by",
      paramLabel = "PERCENT",
      description = "By how much --one-at-a-time varies (default: 20%%).")
  private String share;

  @Option(
      names = "--for",
      paramLabel = "PATH",
      description =
          "The figure that --one-at-a-time asks about; may be given several times (default: what"
              + " the scenario expects something of).")
  private List<String> figures = new ArrayList<>();

  @Option(
      names = "--among",
      paramLabel = "PREFIX",
      description =
          "Vary only paths that begin so, as in --among gateways; may be given several times.")
  private List<String> among = new ArrayList<>();

  boolean asked() {
    return asked;
  }

  /** As a share of each number, above 0 and below 1. */
  BigDecimal share() {
    Matcher percent = PERCENT.matcher(shareText());
    return percent.matches() ? new BigDecimal(percent.group(1)).movePointLeft(2) : BigDecimal.ZERO;
  }

  String shareText() {
    return share == null ? "20%" : share.strip();
  }

  List<String> among() {
    return among;
  }

  /** Tells what is wrong, whether it is asked for or not. */
  void check(boolean varies, int replications, Consumer<String> wrong) {
    if (!asked) {
      boolean given = share != null || !figures.isEmpty() || !among.isEmpty();
      if (given) {
        wrong.accept("--by, --for and --among: need --one-at-a-time; add it");
      }
      return;
    }
    if (varies) {
      wrong.accept("--vary: has no place beside --one-at-a-time; give one of them");
    }
    if (share().signum() <= 0) {
      wrong.accept("--by '" + shareText() + "': is no share; write 20%, above 0% and below 100%");
    }
    if (replications < 2) {
      wrong.accept("--replications " + replications + ": --one-at-a-time needs 2 to see the noise");
    }
  }

  /** The figures asked about, by the path that reads them; what is none is told. */
  Map<String, MetricQuery> figures(ScenarioSpec scenario, Consumer<String> wrong) {
    Map<String, MetricQuery> expected = new LinkedHashMap<>();
    for (ExpectSpec spec : scenario.expectations()) {
      expected.put(spec.path(), MetricRegistry.standard().parse(spec.metric()));
    }
    if (figures.isEmpty()) {
      if (expected.isEmpty()) {
        wrong.accept("--for: names no figure, and the scenario expects none; add --for PATH");
      }
      return expected;
    }
    Map<String, MetricQuery> chosen = new LinkedHashMap<>();
    for (String path : figures) {
      MetricQuery query = expected.get(path);
      if (query != null) {
        chosen.put(path, query);
      } else {
        SummaryFigure.read("--for", path, wrong).ifPresent(q -> chosen.put(q.text(), q));
      }
    }
    return chosen;
  }
}
