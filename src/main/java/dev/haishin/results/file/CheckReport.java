package dev.haishin.results.file;

import dev.haishin.results.Busiest;
import dev.haishin.results.Unit;
import dev.haishin.results.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What a check of scenarios against expectations and baselines has found. Values are in canonical
 * units.
 *
 * @param falseAlarms chance, 0 to 1, that anything is called worse although nothing has changed
 * @param worlds each variant of each scenario, in the order asked for
 */
public record CheckReport(double falseAlarms, List<World> worlds) {
  /** The format of the JSON document. */
  public static final String SCHEMA = "haishin/check/1";

  /** Copies the list. */
  public CheckReport {
    worlds = List.copyOf(worlds);
  }

  /** The worst of all: missed before unknown before met. */
  public Verdict verdict() {
    return worst(worlds.stream().map(World::verdict));
  }

  private static Verdict worst(Stream<Verdict> verdicts) {
    List<Verdict> all = verdicts.toList();
    if (all.contains(Verdict.MISSED)) {
      return Verdict.MISSED;
    }
    return all.contains(Verdict.UNKNOWN) ? Verdict.UNKNOWN : Verdict.MET;
  }

  /**
   * One variant of one scenario.
   *
   * @param file as named on the command line
   * @param replications that were run
   * @param settings what the command line changed
   * @param busiest what binds first; nothing where no utilisation is known
   */
  public record World(
      String file,
      String scenario,
      String variant,
      long seed,
      int replications,
      List<String> settings,
      Optional<Busiest> busiest,
      List<Baseline> baselines,
      List<Expected> expectations,
      List<Compared> comparisons) {

    /** Copies the lists. */
    public World {
      settings = List.copyOf(settings);
      baselines = List.copyOf(baselines);
      expectations = List.copyOf(expectations);
      comparisons = List.copyOf(comparisons);
    }

    /** What names it among others. */
    public String title() {
      return scenario + "/" + variant;
    }

    /** The worst of its parts; a baseline that is of no use is unknown. */
    public Verdict verdict() {
      Stream<Verdict> unusable =
          baselines.stream()
              .filter(baseline -> baseline.state() == State.UNUSABLE)
              .map(baseline -> Verdict.UNKNOWN);
      Stream<Verdict> judged =
          Stream.concat(
              expectations.stream().map(Expected::verdict),
              comparisons.stream().map(Compared::verdict));
      return worst(Stream.concat(unusable, judged));
    }
  }

  /** What became of a baseline. */
  public enum State {
    /** The run took the same path and measured the same. */
    SAME("same"),
    /** Paths were compared. */
    COMPARED("compared"),
    /** It cannot be compared with. */
    UNUSABLE("unusable"),
    /** It has been replaced by this run. */
    UPDATED("updated");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** How it is written in files. */
    public String word() {
      return word;
    }
  }

  /**
   * One folder that was compared with.
   *
   * @param name as on the command line
   * @param replications that it holds
   * @param reason why it is of no use, or empty
   */
  public record Baseline(String name, State state, int replications, String reason) {}

  /**
   * Where in the scenario a path stands.
   *
   * @param line from 1
   */
  public record Place(String file, int line) {}

  /**
   * An expectation.
   *
   * @param value the mean over replications
   * @param reason why there is no value, or empty
   */
  public record Expected(
      String path,
      String sign,
      String limit,
      Unit unit,
      OptionalDouble value,
      Verdict verdict,
      String reason,
      Place place) {}

  /**
   * A path compared with a baseline.
   *
   * @param baseline the folder's name
   * @param tolerance as the scenario writes it
   * @param verdict met within the tolerance, missed where it is worse
   * @param was the baseline's mean
   * @param now the mean of this run
   * @param change from one to the other, if it can be told
   * @param reason why it is unknown, or empty
   * @param stage that takes most more time than before, or empty
   */
  public record Compared(
      String path,
      String baseline,
      Unit unit,
      String tolerance,
      Verdict verdict,
      OptionalDouble was,
      OptionalDouble now,
      Optional<Change> change,
      String reason,
      String stage,
      Place place) {}

  /**
   * A difference of means with its interval.
   *
   * @param confidence of the interval, such that all intervals of a check hold together
   * @param paired whether replications shared their seeds
   */
  public record Change(double low, double mean, double high, double confidence, boolean paired) {
    /** The smallest change that could have been told from none. */
    public double detectable() {
      return (high - low) / 2;
    }
  }
}
