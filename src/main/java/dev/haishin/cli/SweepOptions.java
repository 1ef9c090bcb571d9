package dev.haishin.cli;

import dev.haishin.experiment.sweep.Variation;
import dev.haishin.results.MetricQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** What a sweep varies, how often each point runs, and what is shown of it. */
final class SweepOptions {
  private static final int MOST_REPLICATIONS = 10_000;
  private static final int MOST_THREADS = 1024;

  @Option(
      names = "--vary",
      paramLabel = "PATH=VALUES",
      description =
          "Values of one path of the scenario: a,b,c or 10ms..100ms step 10ms or 1..1000 log (log 3:"
              + " three a decade). May be given several times, for a grid.")
  private List<String> vary = new ArrayList<>();

  @Option(
      names = "--metric",
      paramLabel = "PATH",
      description =
          "A figure to tabulate beside those that the scenario expects something of, as in --metric"
              + " cost.per-month; may be given several times.")
  private List<String> metrics = new ArrayList<>();

  @Option(
      names = "--replications",
      paramLabel = "N",
      description =
          "Run each point with N seeds, and show means with 95%% intervals (default: 1;"
              + " with --one-at-a-time: 5).")
  private Integer replications;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Runs at once (default: one a core). No result depends on it.")
  private Integer threads;

  @Option(
      names = "--max-events",
      paramLabel = "N",
      description = "Refuse a point that would take more events, as in 500M (default: 100G).")
  private String maxEvents = "100G";

  boolean varies() {
    return !vary.isEmpty();
  }

  int replications(int usual) {
    return replications == null ? usual : replications;
  }

  int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  double mostEvents() {
    return EventCount.read(maxEvents);
  }

  /** What is varied; what cannot be is told. */
  List<Variation> variations(Consumer<String> wrong) {
    return variations(vary, wrong);
  }

  /** What values of {@code --vary} say; what cannot be is told. */
  static List<Variation> variations(List<String> vary, Consumer<String> wrong) {
    List<Variation> variations = new ArrayList<>();
    for (String text : vary) {
      Variation.read(text, why -> wrong.accept("--vary " + text + ": " + why))
          .ifPresent(variations::add);
    }
    List<String> paths = variations.stream().map(Variation::path).toList();
    paths.stream()
        .distinct()
        .filter(path -> paths.indexOf(path) != paths.lastIndexOf(path))
        .forEach(path -> wrong.accept("--vary " + path + ": stands twice; list all its values"));
    return variations;
  }

  /** The figures asked for; what is none is told. */
  List<MetricQuery> figures(Consumer<String> wrong) {
    List<MetricQuery> figures = new ArrayList<>();
    for (String path : metrics.stream().distinct().toList()) {
      SummaryFigure.read("--metric", path, wrong).ifPresent(figures::add);
    }
    return figures;
  }

  /** Tells which numbers are out of bounds. */
  void check(Consumer<String> wrong) {
    if (replications != null && (replications < 1 || replications > MOST_REPLICATIONS)) {
      wrong.accept("--replications " + replications + ": is out of bounds; 1 to 10000");
    }
    if (threads() < 1 || threads() > MOST_THREADS) {
      wrong.accept("--threads " + threads() + ": is out of bounds; 1 to " + MOST_THREADS);
    }
  }
}
