package dev.haishin.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  private static final long SECOND = Plans.SECOND;
  private static final double NONE = Double.NaN;

  /** Milliseconds in each of six seconds. */
  private static final Timeline SIMULATED =
      new Timeline(
          new double[] {0, 1, 2, 3, 4, 5},
          List.of(
              new Timeline.Column(
                  "delivery.online.p99", "ms", new double[] {NONE, 10, 20, 30, 40, 50})));

  @Test
  void theErrorIsTheDifferencesOverTheMeasured() {
    // 20 beside 25, and the mean of 30, 40 and 50 beside 50: (5 + 10) / (25 + 50).
    Measurement measured = measured(new double[] {2, 3, 6}, 25, 50, 99);
    assertEquals(15.0 / 75, measured.error(SIMULATED, 0).value().orElse(-1), 1e-12);
  }

  @Test
  void whatLiesInTheWarmupIsNotCompared() {
    Measurement measured = measured(new double[] {0, 2, 6}, 1_000, 35, 0);
    assertEquals(0, measured.error(SIMULATED, 2 * SECOND).value().orElse(-1), 1e-12);
  }

  @Test
  void theLastValueLastsAsLongAsTheOneBefore() {
    Measurement measured = measured(new double[] {1, 3}, 15, 35);
    assertArrayEquals(
        new double[] {NONE, 15, 15, 35, 35, NONE},
        measured.column(SIMULATED.startSeconds()).values());
    assertEquals(0, measured.error(SIMULATED, 0).value().orElse(-1), 1e-12);
  }

  @Test
  void aSingleValueHoldsForGoodAndAnEarlierOneFromTheStart() {
    double[] from = {-10};
    Measurement measured = measured(from, 30);
    assertEquals("measured.delivery.online.p99", measured.column(new double[] {0}).label());
    assertEquals("ms", measured.column(new double[] {0}).unit());
    assertArrayEquals(new double[] {30, 30}, measured.column(new double[] {0, 9}).values());
    assertEquals(0, measured.error(SIMULATED, 0).value().orElse(-1), 1e-12);
  }

  @Test
  void withoutACommonTimeOrColumnNothingIsKnown() {
    Reading later = measured(new double[] {60, 61}, 1, 2).error(SIMULATED, 0);
    assertFalse(later.isKnown());
    Timeline other =
        new Timeline(
            new double[] {0},
            List.of(new Timeline.Column("delivery.online.p50", "ms", new double[] {1})));
    Reading missing = measured(new double[] {0}, 1).error(other, 0);
    assertTrue(missing.reason().contains("delivery.online.p50"), missing.reason());
  }

  @Test
  void aPercentileIsThatOfAllLatenciesOfAPeriodNotAMeanOfPercentiles() {
    // 99 of 10 ms in one second and 1 of 90 ms in the next: p50 of both is 10, the mean of p50s 50.
    RecordingPlan plan = Plans.of(10 * SECOND, 0);
    Recorder recorder = new Recorder(plan);
    for (int i = 0; i < 99; i++) {
      recorder.latency(LatencyMetric.DELIVERY_ONLINE, 0, 0, 10 * Plans.MS);
    }
    recorder.latency(LatencyMetric.DELIVERY_ONLINE, 0, SECOND, 90 * Plans.MS);
    RunResult result = Plans.result(plan, recorder);
    result.add(
        new Measurement(
            "delivery.online.p50", Unit.DURATION, new long[] {0}, new double[] {20 * Plans.MS}));
    double error = result.value("fit.delivery.online.p50.error").value().orElse(-1);
    assertEquals(0.5, error, 0.01, "10 beside 20; intervals keep two digits");
  }

  @Test
  void aFitIsAMetricOfAnyFigure() {
    MetricRegistry metrics = MetricRegistry.standard();
    MetricQuery query = metrics.parse("fit.delivery.online.p99.error");
    assertEquals(Unit.FRACTION, query.unit());
    assertEquals("fit.delivery.online.p99.error", query.text());
    assertEquals(query, MetricQuery.of("fit.delivery.online.p99.error", "last"));
    assertThrows(
        IllegalArgumentException.class, () -> metrics.parse("fit.delivery.onlin.p99.error"));
    RunResult result =
        Plans.result(Plans.of(10 * SECOND, 0), new Recorder(Plans.of(10 * SECOND, 0)));
    assertEquals("nothing was measured of it", result.value(query).reason());
  }

  private static Measurement measured(double[] seconds, double... ms) {
    long[] atNs = new long[seconds.length];
    double[] ns = new double[ms.length];
    for (int i = 0; i < atNs.length; i++) {
      atNs[i] = (long) (seconds[i] * SECOND);
      ns[i] = ms[i] * Plans.MS;
    }
    return new Measurement("delivery.online.p99", Unit.DURATION, atNs, ns);
  }
}
