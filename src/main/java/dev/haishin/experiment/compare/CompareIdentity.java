package dev.haishin.experiment.compare;

import dev.haishin.experiment.Provenance;
import dev.haishin.results.file.MadeBy;
import dev.haishin.results.file.Summary;
import dev.haishin.scenario.ScenarioSpec;
import java.util.List;

/**
 * Which comparison this is.
 *
 * @param horizon whether the reference settles: {@code steady-state} or {@code terminating}
 * @param seed of replication 0
 * @param measuredFromSeconds where the reference's warm-up ends
 * @param notes what a reader should know before trusting the numbers
 * @param madeBy program, files and jars
 */
public record CompareIdentity(
    String scenario,
    String description,
    String horizon,
    long seed,
    double scale,
    double measuredFromSeconds,
    List<String> notes,
    MadeBy madeBy) {
  private static final double NS_PER_SECOND = 1e9;

  /** Copies the list. */
  public CompareIdentity {
    notes = List.copyOf(notes);
  }

  /** What the scenario of the reference says. */
  public static CompareIdentity of(ScenarioSpec reference, String version) {
    return new CompareIdentity(
        reference.name(),
        reference.description(),
        Summary.horizon(reference.transients().isEmpty()),
        reference.seed(),
        reference.scale(),
        reference.warmupNs() / NS_PER_SECOND,
        reference.notes(),
        Provenance.of(reference, version));
  }
}
