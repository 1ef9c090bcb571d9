package dev.haishin.experiment.chaos;

import java.util.List;

/**
 * What a search has found.
 *
 * @param schedules that were drawn and run
 * @param healthy symptoms of a run without failures, which were not looked for
 * @param findings in the order of their numbers
 * @param known findings of files, whether they still show or not
 */
public record ChaosOutcome(
    int schedules, List<String> healthy, List<Found> findings, List<Found> known) {
  /** Copies the lists. */
  public ChaosOutcome {
    healthy = List.copyOf(healthy);
    findings = List.copyOf(findings);
    known = List.copyOf(known);
  }

  /** Whether there is anything that the files do not know. */
  public boolean isClean() {
    return findings.isEmpty() && healthy.isEmpty();
  }

  /**
   * One finding.
   *
   * @param schedule the random schedule's number, 0 for one from a file
   * @param file that reproduces it
   * @param symptoms in words, {@code missed delivery.online.p99}
   * @param failures of the least schedule, as a scenario writes them
   * @param seen how many random schedules show it
   * @param tried how many schedules shrinking took
   */
  public record Found(
      int schedule,
      String file,
      List<String> symptoms,
      List<String> failures,
      int seen,
      int tried) {
    /** Copies the lists. */
    public Found {
      symptoms = List.copyOf(symptoms);
      failures = List.copyOf(failures);
    }
  }
}
