package dev.haishin.experiment.size;

import dev.haishin.experiment.store.StoredTrial;
import dev.haishin.experiment.store.TrialStore;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.results.Expectation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs as many replications of a combination as its effort needs; what is kept is not run again.
 */
final class Prober {
  private final TrialEngine engine;
  private final TrialStore store;

  Prober(TrialEngine engine, TrialStore store) {
    this.engine = engine;
    this.store = store;
  }

  /**
   * Evaluates a trial's world.
   *
   * <p>How many replications it takes depends on their results alone, not on how many run at once.
   */
  Evaluation evaluate(Trial trial, List<Expectation> expectations, Effort effort) {
    int count = effort.least();
    while (true) {
      Evaluation evaluation = new Evaluation(effort, expectations, replications(trial, count));
      boolean enough =
          !effort.decides() || evaluation.isClear() || evaluation.unknowable().isPresent();
      if (enough || count >= effort.most()) {
        return evaluation;
      }
      count = Math.min(effort.most(), count + effort.least());
    }
  }

  private List<StoredTrial> replications(Trial trial, int count) {
    List<Trial> missing = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (store.find(trial.replication(i)).isEmpty()) {
        missing.add(trial.replication(i));
      }
    }
    if (!missing.isEmpty()) {
      engine.run(
          missing,
          result -> {
            try {
              store.keep(StoredTrial.of(result.requireSound()));
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
          });
    }
    List<StoredTrial> replications = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      replications.add(store.find(trial.replication(i)).orElseThrow());
    }
    return replications;
  }
}
