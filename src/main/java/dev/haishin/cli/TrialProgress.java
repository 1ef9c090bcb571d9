package dev.haishin.cli;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialWatch;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far many trials have come, as one bar: each counts as much as any other. */
final class TrialProgress implements TrialWatch {
  private static final long TRIAL = 1_000_000_000L;

  private final Progress progress;
  private final Map<Trial, Long> doneOf = new LinkedHashMap<>();
  private final Map<Trial, Long> eventsOf = new LinkedHashMap<>();
  private long trials;
  private long done;
  private long events;

  /**
   * Progress of trials.
   *
   * @param trials how many will run at least
   */
  TrialProgress(Progress progress, int trials) {
    this.progress = progress;
    this.trials = trials;
  }

  @Override
  public synchronized void reached(Trial trial, long atNs, long endNs, long eventsOfTrial) {
    long part = (long) ((double) atNs / endNs * TRIAL);
    Long before = doneOf.put(trial, part);
    Long eventsBefore = eventsOf.put(trial, eventsOfTrial);
    trials = Math.max(trials, doneOf.size());
    done += part - (before == null ? 0 : before);
    events += eventsOfTrial - (eventsBefore == null ? 0 : eventsBefore);
    progress.reached(Math.min(done, trials * TRIAL), trials * TRIAL, events);
  }
}
