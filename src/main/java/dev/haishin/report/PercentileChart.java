package dev.haishin.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Latency by percentile: one curve for each latency from the tap on, stages left out. */
final class PercentileChart {
  private static final int MOST_CURVES = 8;
  private static final double[] READ_AT = {
    0, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999, 0.99999
  };
  private static final double LOG_FROM_RATIO = 20;

  private PercentileChart() {}

  static Optional<Chart> of(Run run) {
    List<PercentileCurve> curves =
        run.curves().stream()
            .sorted(Comparator.comparingInt(curve -> Run.interest(curve.path())))
            .limit(MOST_CURVES)
            .toList();
    return of(curves, "Latency by percentile");
  }

  /** Some curves in one chart. */
  static Optional<Chart> of(List<PercentileCurve> curves, String title) {
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    List<Series> series = new ArrayList<>();
    double samples = 0;
    for (PercentileCurve curve : curves) {
      series.add(new Series(curve.path(), series.size(), "ms", curve.points()));
      samples = Math.max(samples, curve.samples());
    }
    List<Double> at = new ArrayList<>();
    for (double fraction : READ_AT) {
      if (fraction <= 1 - 1 / samples) {
        at.add(fraction);
      }
    }
    return Optional.of(
        new Chart(
            "percentiles",
            title,
            "Each further nine takes the same length; the last point of a curve is its slowest"
                + " sample, and its last decade rests on fewer than ten.",
            "percentile (logarithmic in 1 / (1 − p))",
            PercentileScale.forSamples(samples),
            List.of(new Panel("", "latency", latencyScale(series), series)),
            List.of(),
            0,
            readings(curves, at),
            at));
  }

  /** Logarithmic as soon as a linear axis would press the fast ones onto the ground. */
  static Scale latencyScale(List<Series> series) {
    double lowest =
        series.stream()
            .mapToDouble(s -> s.points().lowestPositive())
            .filter(Double::isFinite)
            .min()
            .orElse(1);
    double highest =
        series.stream()
            .mapToDouble(s -> s.points().highest())
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    return highest > lowest * LOG_FROM_RATIO
        ? LogScale.covering(lowest, highest, "ms")
        : LinearScale.upTo(highest, "ms");
  }

  private static DataTable readings(List<PercentileCurve> curves, List<Double> fractions) {
    List<String> header = new ArrayList<>(List.of("percentile"));
    curves.forEach(curve -> header.add(curve.path()));
    List<List<String>> rows = new ArrayList<>();
    for (double fraction : fractions) {
      List<String> row = new ArrayList<>();
      row.add(fraction == 0 ? "least" : "p" + Quantity.nines(fraction));
      for (PercentileCurve curve : curves) {
        row.add(Quantity.of(valueAt(curve.points(), fraction), "ms"));
      }
      rows.add(row);
    }
    return new DataTable(header, rows);
  }

  /** The first value at or beyond a percentile; not a number past the slowest sample. */
  static double valueAt(Points points, double fraction) {
    for (int i = 0; i < points.size(); i++) {
      if (points.x(i) >= fraction - 1e-12) {
        return points.y(i);
      }
    }
    return Double.NaN;
  }
}
