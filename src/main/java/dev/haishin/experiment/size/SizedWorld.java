package dev.haishin.experiment.size;

import dev.haishin.experiment.Expectations;
import dev.haishin.experiment.Fleets;
import dev.haishin.experiment.trial.InvalidScenarioException;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.model.Estimate;
import dev.haishin.model.Plans;
import dev.haishin.results.Expectation;
import dev.haishin.scenario.RegionSpec;
import dev.haishin.scenario.ScenarioSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A scenario with some paths left open: every combination of their steps is a world of its own. */
final class SizedWorld {
  private static final String SINCE_FAILURE = "[failure";

  private final Trial base;
  private final List<SizeRange> ranges;
  private final SpareHosts spare;
  private final ScenarioSpec scenario;

  /**
   * A world.
   *
   * @param base with everything but the open paths
   * @throws InvalidScenarioException with everything that keeps it from being sized
   */
  SizedWorld(Trial base, List<SizeRange> ranges, Spare spare) {
    this.base = base;
    this.ranges = List.copyOf(ranges);
    this.spare = new SpareHosts(spare, ranges);
    List<String> errors = new ArrayList<>(this.spare.errors());
    scenario = TrialScenario.of(base);
    if (scenario.expectations().isEmpty()) {
      errors.add(base.file() + ": expect: is missing; without it nothing says what is enough");
    }
    boolean counts =
        scenario.expectations().stream().anyMatch(e -> e.path().contains(SINCE_FAILURE));
    if (spare != Spare.NONE && counts) {
      errors.add(
          base.file()
              + ": expect: counts time from a failure, and with --spare something fails first;"
              + " give the windows in times of the run");
    }
    for (int[] end : new int[][] {first(), last()}) {
      if (errors.isEmpty()) {
        read(end);
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidScenarioException(errors);
    }
  }

  /** The scenario with the open paths as the file has them. */
  ScenarioSpec scenario() {
    return scenario;
  }

  /** What is taken away before a combination is tried, in words. */
  String spareWords() {
    return spare.words();
  }

  List<SizeRange> ranges() {
    return ranges;
  }

  /** How many steps each path has. */
  int[] counts() {
    return ranges.stream().mapToInt(SizeRange::count).toArray();
  }

  /** What is expected of every combination. */
  List<Expectation> expectations() {
    return Expectations.of(scenario).list();
  }

  /** The values of a combination, as a scenario writes them. */
  List<String> values(int[] steps) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < steps.length; i++) {
      values.add(ranges.get(i).value(steps[i]));
    }
    return values;
  }

  /** The trial of a combination at a scale; more settings count last. */
  Trial trial(int[] steps, double scale, List<String> more) {
    int zones = scenario.regions().stream().mapToInt(RegionSpec::zones).min().orElse(1);
    List<String> settings = new ArrayList<>();
    for (int i = 0; i < steps.length; i++) {
      settings.add(spare.setting(ranges.get(i), steps[i], zones));
    }
    if (scale != scenario.scale()) {
      settings.add(String.format(Locale.ROOT, "scale=%.6f", scale));
    }
    settings.addAll(more);
    Trial trial = base.with(settings);
    return trial.with(spare.failures(TrialScenario.of(trial)));
  }

  /** What the fleet of a combination costs a month, traffic left aside. */
  double cost(int[] steps) {
    return new Fleets(read(steps)).usdPerMonth();
  }

  /** The events that a run of a combination takes, at the scale that is asked for. */
  double events(int[] steps) {
    return Estimate.of(Plans.of(read(steps), List.of())).events();
  }

  int[] first() {
    return new int[ranges.size()];
  }

  int[] last() {
    return ranges.stream().mapToInt(range -> range.count() - 1).toArray();
  }

  private ScenarioSpec read(int[] steps) {
    return TrialScenario.of(trial(steps, scenario.scale(), List.of()));
  }
}
