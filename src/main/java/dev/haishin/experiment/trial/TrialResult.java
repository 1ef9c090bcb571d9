package dev.haishin.experiment.trial;

import dev.haishin.results.Judgement;
import dev.haishin.results.Latencies;
import dev.haishin.results.Ledger;
import dev.haishin.results.MetricQuery;
import dev.haishin.results.MetricRegistry;
import dev.haishin.results.Reading;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came out of a trial, as plain data. A trial that crashed has a {@link #crash} and nothing
 * else.
 *
 * @param trial what was run
 * @param seed it ran with
 * @param drawn what its uncertain paths were taken to be, as a file would write it
 * @param metrics every figure of the summary that is known, in canonical units (nanoseconds, bytes,
 *     USD, a second), by {@link MetricQuery#text}: {@code delivery.online.p99}, {@code
 *     wire.bytes.count{direction=up}}, {@code cost.per-month}
 * @param judgements every expectation with its reading, in the order of the scenario
 * @param ledger where all pairs ended; empty books after a crash
 * @param eventsDigest hash of the path that the run took
 * @param tapDigest hash of all taps: equal for trials that met the same load
 * @param latencies the distributions that were asked for and have values, by path
 * @param crash why it did not end, if so
 */
public record TrialResult(
    Trial trial,
    long seed,
    SortedMap<String, String> drawn,
    SortedMap<String, Double> metrics,
    List<Judgement> judgements,
    Ledger ledger,
    long eventsDigest,
    long tapDigest,
    SortedMap<String, Latencies> latencies,
    Optional<Crash> crash) {

  /** Copies what could change. */
  public TrialResult {
    drawn = Collections.unmodifiableSortedMap(new TreeMap<>(drawn));
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    judgements = List.copyOf(judgements);
    latencies = Collections.unmodifiableSortedMap(new TreeMap<>(latencies));
  }

  /** The result of a trial that ended with an error. */
  public static TrialResult crashed(Trial trial, Throwable failure) {
    return new TrialResult(
        trial,
        0,
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        new Ledger(),
        0,
        0,
        new TreeMap<>(),
        Optional.of(Crash.of(failure)));
  }

  /**
   * A figure of the summary by any spelling of its path, or unknown.
   *
   * @throws IllegalArgumentException when no metric has that path
   */
  public Reading value(String path) {
    Double value = metrics.get(MetricRegistry.standard().parse(path).text());
    return value == null ? Reading.unknown("not known of this run") : Reading.of(value);
  }

  /** The same without its distributions, which are large. */
  public TrialResult withoutLatencies() {
    return new TrialResult(
        trial,
        seed,
        drawn,
        metrics,
        judgements,
        ledger,
        eventsDigest,
        tapDigest,
        new TreeMap<>(),
        crash);
  }

  /**
   * Checks that nothing is wrong with the program itself.
   *
   * @throws IllegalStateException that says what is
   */
  public TrialResult requireSound() {
    String title = trial.file() + "/" + trial.variant() + ", replication " + trial.replication();
    if (crash.isPresent()) {
      throw new CrashedTrialException(title, crash.get());
    }
    if (!ledger.isBalanced()) {
      throw new IllegalStateException(title + ": the ledger is off by " + ledger.differencePairs());
    }
    return this;
  }

  /** Whether it ended, and every pair ended in one place. */
  public boolean isSound() {
    return crash.isEmpty() && ledger.isBalanced();
  }

  /**
   * An error that ended a trial.
   *
   * @param kind the class of the error
   * @param message its words, perhaps empty
   * @param where the innermost frames of it
   */
  public record Crash(String kind, String message, List<String> where) {
    private static final int FRAMES = 8;

    /** Copies the list. */
    public Crash {
      where = List.copyOf(where);
    }

    static Crash of(Throwable failure) {
      List<String> frames =
          List.of(failure.getStackTrace()).stream()
              .limit(FRAMES)
              .map(StackTraceElement::toString)
              .toList();
      String message = failure.getMessage() == null ? "" : failure.getMessage();
      return new Crash(failure.getClass().getName(), message, frames);
    }
  }
}
