package dev.haishin.results;

import java.util.Optional;

/**
 * What a scenario expects of a metric.
 *
 * @param path as the scenario writes it, qualifiers and window included
 * @param query what is asked
 * @param low the lower limit in canonical units; the only one where there is one
 * @param high the upper limit in canonical units; the only one where there is one
 * @param limit the limits as the scenario writes them, without the comparison
 */
public record Expectation(
    String path, MetricQuery query, Comparison comparison, double low, double high, String limit) {

  /** Checks that the limits are numbers in their order. */
  public Expectation {
    if (!(low <= high)) {
      throw new IllegalArgumentException(path + ": limits from " + low + " to " + high);
    }
    if (comparison != Comparison.BETWEEN && low != high) {
      throw new IllegalArgumentException(path + ": " + comparison.sign() + " has one limit");
    }
  }

  /** What recorders must be told before the run, if anything. */
  public Optional<View> view() {
    return query.needsView() ? Optional.of(query.view()) : Optional.empty();
  }

  /** Whether a value in canonical units is within the limits. */
  public boolean holds(double value) {
    return comparison.holds(value, low, high);
  }

  /** Holds the expectation against one run. */
  public Judgement judge(RunResult result) {
    return judge(result.value(query));
  }

  /** Holds the expectation against what one run says. */
  public Judgement judge(Reading reading) {
    if (!reading.isKnown()) {
      return new Judgement(this, Verdict.UNKNOWN, reading);
    }
    Verdict verdict = holds(reading.value().getAsDouble()) ? Verdict.MET : Verdict.MISSED;
    return new Judgement(this, verdict, reading);
  }

  /**
   * Holds the expectation against a range in which the true value lies: unknown where a part of the
   * range keeps the limits and a part does not.
   *
   * @param from the lower end, in canonical units
   * @param to the upper end
   */
  public Verdict judge(double from, double to) {
    boolean fromHolds = comparison.holds(from, low, high);
    if (fromHolds && comparison.holds(to, low, high)) {
      return comparison == Comparison.EQUAL && from != to ? Verdict.UNKNOWN : Verdict.MET;
    }
    boolean none =
        switch (comparison) {
          case LESS -> from >= high;
          case AT_MOST -> from > high;
          case GREATER -> to <= low;
          case AT_LEAST -> to < low;
          case EQUAL, BETWEEN -> to < low || from > high;
        };
    return none ? Verdict.MISSED : Verdict.UNKNOWN;
  }
}
