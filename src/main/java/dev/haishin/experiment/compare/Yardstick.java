package dev.haishin.experiment.compare;

import dev.haishin.experiment.trial.TrialResult;
import dev.haishin.results.Comparison;
import dev.haishin.results.Derived;
import dev.haishin.results.Expectation;
import dev.haishin.results.LatencyMetric;
import dev.haishin.results.MetricQuery;
import dev.haishin.results.MetricRegistry;
import dev.haishin.results.Reading;
import dev.haishin.results.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A figure by which contenders are compared.
 *
 * @param path as the scenario writes it, its window included
 * @param unit of its values
 * @param better which of two values is the better one
 * @param limit what the scenario expects of it, if anything
 */
public record Yardstick(String path, Unit unit, Better better, Optional<Expectation> limit) {
  /** Cost of a month. */
  public static final String COST = Derived.COST_PER_MONTH.path();

  /** How late the slowest hundredth of online deliveries is. */
  public static final String P99 = LatencyMetric.DELIVERY_ONLINE.path() + ".p99";

  private static final List<String> STANDARD =
      List.of(
          LatencyMetric.DELIVERY_ONLINE.path() + ".p50",
          P99,
          LatencyMetric.SEND_ACK.path() + ".p99",
          COST,
          Derived.WRITE_AMPLIFICATION.path());

  /** Which of two values is the better one. */
  public enum Better {
    LOWER("lower"),
    HIGHER("higher"),
    /** An equality or a range: a value is right or wrong, and no wrong one beats another. */
    NEITHER("neither");

    private final String word;

    Better(String word) {
      this.word = word;
    }

    /** How files write it. */
    public String word() {
      return word;
    }
  }

  /** What a scenario expects, in its order, and then the standard ones that it does not name. */
  public static List<Yardstick> of(List<Expectation> expectations) {
    Map<String, Yardstick> yardsticks = new LinkedHashMap<>();
    for (Expectation expectation : expectations) {
      yardsticks.put(
          expectation.path(),
          new Yardstick(
              expectation.path(),
              expectation.query().unit(),
              better(expectation.comparison()),
              Optional.of(expectation)));
    }
    for (String path : STANDARD) {
      MetricQuery query = MetricRegistry.standard().parse(path);
      yardsticks.putIfAbsent(
          path, new Yardstick(path, query.unit(), Better.LOWER, Optional.empty()));
    }
    return new ArrayList<>(yardsticks.values());
  }

  private static Better better(Comparison comparison) {
    return switch (comparison) {
      case LESS, AT_MOST -> Better.LOWER;
      case GREATER, AT_LEAST -> Better.HIGHER;
      case EQUAL, BETWEEN -> Better.NEITHER;
    };
  }

  /** What a trial says of it. */
  Reading read(TrialResult result) {
    if (limit.isEmpty()) {
      return result.value(path);
    }
    return result.judgements().stream()
        .filter(judgement -> judgement.expectation().path().equals(path))
        .map(judgement -> judgement.reading())
        .findFirst()
        .orElseGet(() -> Reading.unknown("not expected of this variant"));
  }
}
