package dev.haishin.experiment.check;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.results.file.CheckReport.Place;
import dev.haishin.scenario.Position;
import dev.haishin.scenario.ScenarioSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One world to be checked.
 *
 * @param scenario as its trial reads it
 * @param trial replication 0
 * @param baselines what there is to compare with, in the order asked for
 */
public record CheckTask(ScenarioSpec scenario, Trial trial, List<Named> baselines) {
  /** Copies the list. */
  public CheckTask {
    baselines = List.copyOf(baselines);
  }

  /** What names it among others. */
  public String title() {
    return scenario.name() + "/" + trial.variant();
  }

  /** Where a key of the scenario's own file stands; its first line for what came from elsewhere. */
  Place place(String key) {
    String file = trial.file().toString();
    Position position = scenario.check().positions().get(key);
    boolean isHere = position != null && position.file().equals(file);
    return new Place(file, isHere ? position.line() : 1);
  }

  /** How many comparisons it may come to. */
  int comparisons() {
    return scenario.check().tolerances().size() * baselines.size();
  }

  /**
   * A folder of baselines, and what it holds of the world.
   *
   * @param folder as named on the command line
   */
  public record Named(Path folder, Optional<Baseline> baseline) {}
}
