package dev.haishin.cli;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialWatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The progress of many trials as one: each counts by the events that it is estimated to take. */
final class TrialProgress implements TrialWatch {
  private final Progress progress;
  private final Map<Trial, Double> weights = new LinkedHashMap<>();
  private final Map<Trial, Double> done = new LinkedHashMap<>();
  private final double all;
  private long finished;

  /**
   * The progress of trials of which none has begun.
   *
   * @param events that a trial is estimated to take
   */
  TrialProgress(Progress progress, List<Trial> trials, ToDoubleFunction<Trial> events) {
    this.progress = progress;
    double sum = 0;
    for (Trial trial : trials) {
      double weight = Math.max(1, events.applyAsDouble(trial));
      weights.put(trial, weight);
      sum += weight;
    }
    all = sum;
  }

  @Override
  public synchronized void reached(Trial trial, long atNs, long endNs, long events) {
    done.put(trial, weights.getOrDefault(trial, 0.0) * atNs / endNs);
    show();
  }

  /** A trial has ended. */
  synchronized void finished(Trial trial) {
    finished++;
    done.put(trial, weights.getOrDefault(trial, 0.0));
    show();
  }

  private void show() {
    double sum = done.values().stream().mapToDouble(Double::doubleValue).sum();
    progress.reached(all == 0 ? 1 : sum / all, tookNs -> finished + "/" + weights.size() + " runs");
  }
}
