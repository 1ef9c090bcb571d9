package dev.haishin.experiment.trial;

import java.util.List;

/** Runs trials somewhere: on the cores of this machine, or on others. */
public interface TrialEngine {
  /**
   * Runs every trial and hands each result over as it finishes, in no particular order. Returns
   * when all have been handed over.
   *
   * @param results is called by the caller's own thread; whatever it throws ends the trials in
   *     flight, starts no other and is thrown on
   */
  void run(List<Trial> trials, Results results);

  /** Takes what finished. */
  @FunctionalInterface
  interface Results {
    /** A trial has finished, or has crashed. */
    void finished(TrialResult result);
  }
}
