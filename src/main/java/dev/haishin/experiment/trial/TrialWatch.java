package dev.haishin.experiment.trial;

/** Sees how far trials have come. Called by several threads at once. */
@FunctionalInterface
public interface TrialWatch {
  /** Sees nothing. */
  TrialWatch NONE = (trial, atNs, endNs, events) -> {};

  /**
   * A trial has reached {@code atNs} of {@code endNs} simulated time after so many events. Whatever
   * it throws ends all trials and is thrown on by the engine.
   */
  void reached(Trial trial, long atNs, long endNs, long events);
}
