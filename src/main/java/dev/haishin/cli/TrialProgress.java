package dev.haishin.cli;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialWatch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How far many trials have come, as one bar. */
final class TrialProgress implements TrialWatch {
  private static final long TRIAL = 1_000_000_000L;

  private final Progress progress;
  private final ToDoubleFunction<Trial> weight;
  private final Map<Trial, Double> doneOf = new LinkedHashMap<>();
  private final Map<Trial, Long> eventsOf = new LinkedHashMap<>();
  private double all;
  private double done;
  private long events;

  /**
   * Progress of trials that count as much as each other.
   *
   * @param trials how many will run
   */
  TrialProgress(Progress progress, int trials) {
    this(progress, trials, trial -> 1);
  }

  /**
   * Progress of trials that differ in length.
   *
   * @param all weights together
   * @param weight of a trial, such as the events that it is estimated to take
   */
  TrialProgress(Progress progress, double all, ToDoubleFunction<Trial> weight) {
    this.progress = progress;
    this.all = all;
    this.weight = weight;
  }

  /** There will be more trials of weight 1. */
  synchronized void expectMore(int moreTrials) {
    all += moreTrials;
  }

  @Override
  public synchronized void reached(Trial trial, long atNs, long endNs, long eventsOfTrial) {
    double part = weight.applyAsDouble(trial) * atNs / endNs;
    Double before = doneOf.put(trial, part);
    Long eventsBefore = eventsOf.put(trial, eventsOfTrial);
    done += part - (before == null ? 0 : before);
    events += eventsOfTrial - (eventsBefore == null ? 0 : eventsBefore);
    progress.reached((long) (Math.min(1, done / all) * TRIAL), TRIAL, events);
  }
}
