package dev.haishin.experiment.size;

import dev.haishin.experiment.Expectations;
import dev.haishin.experiment.Fleets;
import dev.haishin.experiment.sweep.PointReader;
import dev.haishin.experiment.sweep.ProblemLines;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.model.Estimate;
import dev.haishin.model.Plans;
import dev.haishin.results.Expectation;
import dev.haishin.scenario.ParseResult;
import dev.haishin.scenario.RegionSpec;
import dev.haishin.scenario.ScenarioSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A scenario with some paths left open: every combination of their steps is a world of its own. */
final class SizedWorld {
  private final Trial base;
  private final List<SizeRange> ranges;
  private final SpareHosts spare;
  private final PointReader.Check check;
  private final ScenarioSpec scenario;
  private final Map<List<Integer>, Double> costs = new LinkedHashMap<>();

  /**
   * A world.
   *
   * @param base with everything but the open paths; readable
   * @param check what a world must pass before it is run
   */
  SizedWorld(Trial base, List<SizeRange> ranges, SpareHosts spare, PointReader.Check check) {
    this.base = base;
    this.ranges = List.copyOf(ranges);
    this.spare = spare;
    this.check = check;
    scenario = TrialScenario.of(base);
  }

  /** The scenario with the open paths as the file has them. */
  ScenarioSpec scenario() {
    return scenario;
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
    return IntStream.range(0, steps.length).mapToObj(i -> ranges.get(i).value(steps[i])).toList();
  }

  /** What is wrong at the ends of the ranges, by what it is; empty if nothing is. */
  Map<String, String> errors() {
    Map<String, String> errors = new LinkedHashMap<>();
    for (int[] end : new int[][] {first(), second(), last()}) {
      Trial trial = base.with(settings(end));
      ParseResult parsed =
          TrialScenario.parse(trial.file(), trial.variant(), trial.settings(), trial.plugins());
      ProblemLines.of(parsed.problems(), "--find", settings(end)).forEach(errors::putIfAbsent);
      if (parsed.scenario().isPresent()) {
        misfits(trial(end, scenario.scale(), List.of()), String.join(" ", settings(end)))
            .forEach(error -> errors.putIfAbsent(error, error));
      }
    }
    return errors;
  }

  /** Whether a trial may be run on this machine. */
  boolean fits(Trial trial) {
    return misfits(trial, "").isEmpty();
  }

  private List<String> misfits(Trial trial, String words) {
    ScenarioSpec read = TrialScenario.of(trial);
    String title = (read.name() + "/" + trial.variant() + " " + words).strip();
    return check.errors(title, read, estimate(read));
  }

  /** The trial of a combination at a scale, with what is spare taken away; more settings last. */
  Trial trial(int[] steps, double scale, List<String> more) {
    int zones = scenario.regions().stream().mapToInt(RegionSpec::zones).min().orElse(1);
    List<String> settings = new ArrayList<>();
    for (int i = 0; i < steps.length; i++) {
      settings.add(spare.setting(ranges.get(i), steps[i], zones));
    }
    Trial trial = base.with(at(scale, settings)).with(more);
    return trial.with(spare.failures(TrialScenario.of(trial), scale / scenario.scale()));
  }

  /** What the fleet of a combination costs a month, with what is spare, traffic left aside. */
  double cost(int[] steps) {
    return costs.computeIfAbsent(
        IntStream.of(steps).boxed().toList(), key -> fleetUsd(steps, scenario.scale()));
  }

  /**
   * What the hosts that were taken away before a combination was run cost a month, where they were
   * not part of what was run.
   */
  double spareUsd(int[] steps, double scale) {
    ScenarioSpec tried = TrialScenario.of(trial(steps, scale, List.of()));
    return fleetUsd(steps, scale) - new Fleets(tried).usdPerMonth();
  }

  private double fleetUsd(int[] steps, double scale) {
    return new Fleets(TrialScenario.of(base.with(at(scale, settings(steps))))).usdPerMonth();
  }

  private List<String> settings(int[] steps) {
    return IntStream.range(0, steps.length).mapToObj(i -> ranges.get(i).setting(steps[i])).toList();
  }

  private List<String> at(double scale, List<String> settings) {
    List<String> all = new ArrayList<>(settings);
    if (scale != scenario.scale()) {
      all.add(String.format(Locale.ROOT, "scale=%.6f", scale));
    }
    return all;
  }

  /** The events that a run of a combination takes, at the scale that is asked for. */
  double events(int[] steps) {
    return estimate(TrialScenario.of(trial(steps, scenario.scale(), List.of()))).events();
  }

  private static Estimate estimate(ScenarioSpec scenario) {
    return Estimate.of(Plans.of(scenario, Expectations.of(scenario).views()));
  }

  int[] first() {
    return new int[ranges.size()];
  }

  /** One stride in, where a range of whole numbers may turn into one of others. */
  private int[] second() {
    return ranges.stream().mapToInt(range -> Math.min(1, range.count() - 1)).toArray();
  }

  int[] last() {
    return ranges.stream().mapToInt(range -> range.count() - 1).toArray();
  }
}
