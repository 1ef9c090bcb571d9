package dev.haishin.experiment.compare;

import dev.haishin.experiment.replication.Precision;
import dev.haishin.experiment.replication.Replications;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.experiment.trial.TrialResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs contenders on common random numbers: replication r of each has the same seed, so that they
 * meet the same people, taps and failures.
 */
public final class CompareExperiment {
  /** Replications where nobody says how many. */
  public static final int USUAL_REPLICATIONS = 10;

  private final Path file;
  private final List<Contender> contenders;
  private final TrialEngine engine;
  private final double confidence;

  /**
   * A comparison.
   *
   * @param contenders the reference first; their scenarios know their warm-up
   * @param confidence of each interval for itself, 0 to 1
   */
  public CompareExperiment(
      Path file, List<Contender> contenders, TrialEngine engine, double confidence) {
    this.file = file;
    this.contenders = List.copyOf(contenders);
    this.engine = engine;
    this.confidence = confidence;
  }

  /** Runs so many replications of each. */
  public Outcomes run(int replications) {
    Map<Contender, Replications> outcomes = nothing();
    run(outcomes, 0, replications);
    return new Outcomes(outcomes, confidence);
  }

  /** Runs replications of each until every contender's intervals are narrow enough. */
  public Outcomes run(Precision precision) {
    Map<Contender, Replications> outcomes = nothing();
    run(outcomes, 0, precision.least());
    for (int count = precision.least();
        count < precision.most() && !isReached(precision, outcomes);
        count++) {
      run(outcomes, count, count + 1);
    }
    return new Outcomes(outcomes, confidence);
  }

  private static boolean isReached(Precision precision, Map<Contender, Replications> outcomes) {
    return outcomes.values().stream().allMatch(each -> precision.isReached(each.judgements()));
  }

  private Map<Contender, Replications> nothing() {
    Map<Contender, Replications> outcomes = new LinkedHashMap<>();
    contenders.forEach(contender -> outcomes.put(contender, new Replications(confidence)));
    return outcomes;
  }

  private void run(Map<Contender, Replications> outcomes, int from, int to) {
    List<Trial> trials = new ArrayList<>();
    for (int replication = from; replication < to; replication++) {
      for (Contender contender : contenders) {
        trials.add(contender.trial(file, replication));
      }
    }
    Map<Trial, TrialResult> results = new LinkedHashMap<>();
    engine.run(trials, result -> results.put(result.trial(), result));
    for (int replication = from; replication < to; replication++) {
      for (Contender contender : contenders) {
        outcomes.get(contender).add(results.get(contender.trial(file, replication)));
      }
    }
  }
}
