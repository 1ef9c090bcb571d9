package dev.haishin.experiment.trial;

/** A trial that was needed has ended with an error. */
public final class CrashedTrialException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  private final transient TrialResult.Crash crash;

  /**
   * The end of a trial.
   *
   * @param title what names the trial
   */
  CrashedTrialException(String title, TrialResult.Crash crash) {
    super(title + " ended with " + crash);
    this.crash = crash;
  }

  /** How it ended. */
  public TrialResult.Crash crash() {
    return crash;
  }
}
