package dev.haishin.experiment.replication;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.experiment.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Runs replications of a scenario until there are as many as asked for, or until the intervals are
 * narrow. How many it takes depends on their results alone: replications that ran beside the last
 * one needed are thrown away.
 */
public final class ReplicatedRun {
  private final TrialEngine engine;
  private final int atOnce;
  private final double confidence;

  /**
   * A way to run replications.
   *
   * @param atOnce how many the engine runs beside each other
   * @param confidence of the intervals, 0 to 1
   */
  public ReplicatedRun(TrialEngine engine, int atOnce, double confidence) {
    this.engine = engine;
    this.atOnce = atOnce;
    this.confidence = confidence;
  }

  /**
   * Runs replications.
   *
   * @param first replication 0, which has been run
   * @param count how many there are to be
   */
  public Replications run(TrialResult first, int count) {
    return run(first, Precision.exactly(count));
  }

  /** Runs replications until a precision is reached, or the most that it allows. */
  public Replications run(TrialResult first, Precision precision) {
    Replications replications = new Replications(confidence);
    replications.add(first);
    int batch = precision.least() - 1;
    while (batch > 0) {
      int from = replications.count();
      for (TrialResult result : run(first.trial(), from, batch)) {
        replications.add(result);
        boolean looks = replications.count() >= precision.least();
        if (looks && precision.isReached(replications.judgements())) {
          return replications;
        }
      }
      batch = Math.min(atOnce, precision.most() - replications.count());
    }
    return replications;
  }

  /** Runs a batch, and returns it in the order of its numbers. */
  private List<TrialResult> run(Trial base, int from, int batch) {
    List<Trial> trials = new ArrayList<>();
    for (int i = from; i < from + batch; i++) {
      trials.add(base.replication(i));
    }
    SortedMap<Integer, TrialResult> results = new TreeMap<>();
    engine.run(trials, result -> results.put(result.trial().replication(), result));
    return List.copyOf(results.values());
  }
}
