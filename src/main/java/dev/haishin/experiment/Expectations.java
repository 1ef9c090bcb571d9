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
import dev.haishin.scenario.AskedSpec;
import dev.haishin.scenario.ExpectSpec;
import dev.haishin.scenario.ScenarioSpec;
import java.util.List;
import java.util.stream.Stream;

/** What a scenario expects and what else it asks for, in terms of what is measured. */
public final class Expectations {
  private final List<ExpectSpec> specs;
  private final List<AskedSpec> asked;

  private Expectations(List<ExpectSpec> specs, List<AskedSpec> asked) {
    this.specs = specs;
    this.asked = asked;
  }

  /** The expectations of a scenario, in its order. */
  public static Expectations of(ScenarioSpec scenario) {
    return new Expectations(scenario.expectations(), scenario.report());
  }

  static Expectations of(List<ExpectSpec> specs) {
    return new Expectations(specs, List.of());
  }

  /** Each expectation, in the order of the scenario. */
  public List<Expectation> list() {
    return specs.stream().map(Expectations::expectation).toList();
  }

  /** What recorders must be told before the run. */
  public List<View> views() {
    return Stream.concat(
            specs.stream().flatMap(spec -> expectation(spec).view().stream()),
            asked().stream().filter(MetricQuery::needsView).map(MetricQuery::view))
        .toList();
  }

  /** What else is asked for, but for what hangs on a failure that does not happen. */
  public List<MetricQuery> asked() {
    return asked.stream()
        .filter(AskedSpec::knowable)
        .map(spec -> query(spec.metric(), spec.fromNs(), spec.toNs()))
        .toList();
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
    MetricQuery query = query(spec.metric(), spec.fromNs(), spec.toNs());
    return new Expectation(
        spec.path(), query, comparison(spec.sign()), spec.low(), spec.high(), spec.limit());
  }

  private static MetricQuery query(String metric, long fromNs, long toNs) {
    MetricQuery query = MetricRegistry.standard().parse(metric);
    return fromNs > 0 || toNs < Long.MAX_VALUE ? query.during(fromNs, toNs) : query;
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
