package dev.haishin.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * A scenario, read and resolved: scale, load, overrides and defaults applied.
 *
 * @param warmupNs what is not measured; 0 while {@code findsWarmup}
 * @param findsWarmup whether the warm-up is yet to be found ({@code warmup: auto})
 * @param transients what keeps the run from a steady state, in words: "a failure"; empty where it
 *     settles, and a longer run tells more
 * @param clock ISO-8601 instant at t=0, or empty
 * @param betweenNs one way between regions
 * @param report figures of which nothing is expected, for the results
 * @param uncertain assumptions drawn anew each replication
 * @param measured what was measured of figures in the real world
 * @param check how much may change against a baseline
 * @param variants names of the file's variants
 * @param notes what scale or a missing piece distorts, for the summary
 * @param warnings what is allowed and probably not meant
 * @param resolved the file with every default filled in
 * @param sha256 of the files it was read from
 * @param plugged the delivery code from outside that it may name
 */
public record ScenarioSpec(
    String name,
    String description,
    long seed,
    long durationNs,
    long warmupNs,
    boolean findsWarmup,
    List<String> transients,
    String clock,
    double scale,
    double load,
    List<RegionSpec> regions,
    long[][] betweenNs,
    Section network,
    Section chats,
    Section traffic,
    Section delivery,
    Section encryption,
    List<FailureSpec> failures,
    List<ExpectSpec> expectations,
    List<AskedSpec> report,
    ChaosSpec chaos,
    List<UncertainSpec> uncertain,
    List<MeasuredSpec> measured,
    CheckSpec check,
    List<String> variants,
    List<String> notes,
    List<String> warnings,
    String resolved,
    String sha256,
    PluggedCode plugged) {

  /**
   * The same, measured from an instant that was found.
   *
   * @param note what the summary says of it, if anything
   */
  public ScenarioSpec measuredFrom(long foundNs, String note) {
    return copy(foundNs, false, note);
  }

  /** The same with one more thing that its summary says. */
  public ScenarioSpec noting(String note) {
    return copy(warmupNs, findsWarmup, note);
  }

  private ScenarioSpec copy(long newWarmupNs, boolean newFindsWarmup, String note) {
    List<String> moreNotes = new ArrayList<>(notes);
    if (!note.isEmpty()) {
      moreNotes.add(note);
    }
    return new ScenarioSpec(
        name,
        description,
        seed,
        durationNs,
        newWarmupNs,
        newFindsWarmup,
        transients,
        clock,
        scale,
        load,
        regions,
        betweenNs,
        network,
        chats,
        traffic,
        delivery,
        encryption,
        failures,
        expectations,
        report,
        chaos,
        uncertain,
        measured,
        check,
        variants,
        List.copyOf(moreNotes),
        warnings,
        resolved,
        sha256,
        plugged);
  }
}
