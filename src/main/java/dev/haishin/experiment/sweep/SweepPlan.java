package dev.haishin.experiment.sweep;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.results.MetricQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A sweep, as the command line asks for it.
 *
 * @param file the scenario
 * @param settings that hold at every point, {@code path=value} each
 * @param replications of each point, at least 1
 * @param figures to be shown beside those that the scenario expects something of
 * @param plugins jars with delivery code that the scenario may name
 */
public record SweepPlan(
    Path file,
    List<String> settings,
    Grid grid,
    int replications,
    List<MetricQuery> figures,
    List<Path> plugins) {

  /** Checks the number of replications. */
  public SweepPlan {
    plugins = List.copyOf(plugins);
    settings = List.copyOf(settings);
    figures = List.copyOf(figures);
    if (replications < 1) {
      throw new IllegalArgumentException("a point needs a replication, not " + replications);
    }
  }

  /** Everything that is set at a point; what varies has the last word. */
  List<String> settings(Grid.Point point) {
    List<String> all = new ArrayList<>(settings);
    all.addAll(point.settings());
    return all;
  }

  /** The tasks of a point. */
  public List<Trial> trials(Grid.Point point) {
    List<Trial> trials = new ArrayList<>();
    for (int replication = 0; replication < replications; replication++) {
      trials.add(Trial.of(file, point.variant(), settings(point), replication).plugged(plugins));
    }
    return trials;
  }
}
