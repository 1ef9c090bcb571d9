package dev.haishin.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** How a command of many runs uses the machine. */
final class TrialOptions {
  private static final int MOST_THREADS = 1024;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Runs at once (default: one a core). No result depends on it.")
  private Integer threads;

  @Option(
      names = "--max-events",
      paramLabel = "N",
      description = "Refuse a run that would take more events, as in 500M (default: 100G).")
  private String maxEvents = "100G";

  int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  double mostEvents() {
    return EventCount.read(maxEvents);
  }

  /** Everything that is wrong with them. */
  List<String> errors() {
    boolean fits = threads() >= 1 && threads() <= MOST_THREADS;
    return fits
        ? List.of()
        : List.of("--threads " + threads + ": is out of bounds; 1 to " + MOST_THREADS);
  }
}
