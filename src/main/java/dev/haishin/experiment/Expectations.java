package dev.haishin.experiment;

import dev.haishin.results.Comparison;
import dev.haishin.results.Expectation;
import dev.haishin.results.Judgement;
import dev.haishin.results.MetricQuery;
import dev.haishin.results.MetricRegistry;
import dev.haishin.results.Reading;
import dev.haishin.results.RunResult;
import dev.haishin.results.Verdict;
import dev.haishin.results.View;
import dev.haishin.scenario.ExpectSpec;
import dev.haishin.scenario.ScenarioSpec;
import java.util.List;

/** What a scenario expects, in terms of what is measured. */
public final class Expectations {
  private final List<ExpectSpec> specs;

  private Expectations(List<ExpectSpec> specs) {
    this.specs = specs;
  }

  /** The expectations of a scenario, in its order. */
  public static Expectations of(ScenarioSpec scenario) {
    return of(scenario.expectations());
  }

  static Expectations of(List<ExpectSpec> specs) {
    return new Expectations(specs);
  }

  /** Each expectation, in the order of the scenario. */
  public List<Expectation> list() {
    return specs.stream().map(Expectations::expectation).toList();
  }

  /** What recorders must be told before the run. */
  public List<View> views() {
    return specs.stream().flatMap(spec -> expectation(spec).view().stream()).toList();
  }

  /** Holds every expectation against a run, in the order of the scenario. */
  public List<Judgement> judge(RunResult result) {
    return specs.stream().map(spec -> judge(spec, result)).toList();
  }

  private static Judgement judge(ExpectSpec spec, RunResult result) {
    Expectation expectation = expectation(spec);
    if (!spec.knowable()) {
      Reading reading = Reading.unknown("its window counts from a failure that does not happen");
      return new Judgement(expectation, Verdict.UNKNOWN, reading);
    }
    return expectation.judge(result);
  }

  private static Expectation expectation(ExpectSpec spec) {
    MetricQuery query = MetricRegistry.standard().parse(spec.metric());
    if (spec.fromNs() > 0 || spec.toNs() < Long.MAX_VALUE) {
      query = query.during(spec.fromNs(), spec.toNs());
    }
    return new Expectation(
        spec.path(), query, comparison(spec.sign()), spec.low(), spec.high(), spec.limit());
  }

  private static Comparison comparison(String sign) {
    for (Comparison comparison : Comparison.values()) {
      if (comparison.sign().equals(sign)) {
        return comparison;
      }
    }
    throw new IllegalArgumentException("no comparison is written " + sign);
  }
}
