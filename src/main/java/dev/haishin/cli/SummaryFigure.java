package dev.haishin.cli;

import dev.haishin.results.MetricQuery;
import dev.haishin.results.MetricRegistry;
import dev.haishin.results.file.Summaries;
import java.util.Optional;
import java.util.function.Consumer;

/** A figure that every result holds, as an option of the command line names it. */
final class SummaryFigure {
  private SummaryFigure() {}

  /** Reads the value of an option; what is no such figure is told. */
  static Optional<MetricQuery> read(String option, String path, Consumer<String> wrong) {
    try {
      MetricQuery query = MetricRegistry.standard().parse(path);
      if (Summaries.queries().stream().anyMatch(known -> known.text().equals(query.text()))) {
        return Optional.of(query);
      }
      wrong.accept(
          option + " " + path + ": is not part of every result; expect it in the scenario");
    } catch (IllegalArgumentException unknown) {
      wrong.accept(option + " " + path + ": " + unknown.getMessage());
    }
    return Optional.empty();
  }
}
