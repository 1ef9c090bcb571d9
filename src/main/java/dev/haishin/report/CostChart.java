package dev.haishin.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Variants of a scenario by what they cost and how late their messages are: a mark each, as tall as
 * its confidence interval, and a line through those that no other one beats in both.
 */
public final class CostChart {
  private static final String ID = "cost-latency";
  private static final double MARK_SHARE = 0.012;

  private CostChart() {}

  /**
   * One variant.
   *
   * @param usdPerMonth what it costs
   * @param p99Ms 99th percentile of deliveries, milliseconds
   * @param lowMs lower end of its interval
   * @param highMs upper end
   * @param competes whether it is a choice, and not a bound that nobody can build
   */
  public record Mark(
      String name,
      double usdPerMonth,
      double p99Ms,
      double lowMs,
      double highMs,
      boolean competes) {}

  /**
   * Draws {@code cost-latency.png} and {@code cost-latency.svg} into a folder.
   *
   * @param scenario its name
   * @param description one line, or empty
   * @return warnings for the user
   */
  public static List<String> write(
      Path folder, String scenario, String description, List<Mark> marks) throws IOException {
    return Charts.write(of(marks), scenario, description, folder);
  }

  /** The marks that no other one beats: none is both as cheap and as fast, and better in one. */
  public static List<Mark> front(List<Mark> marks) {
    return marks.stream()
        .filter(mark -> mark.competes() && marks.stream().noneMatch(other -> beats(other, mark)))
        .sorted(Comparator.comparingDouble(Mark::usdPerMonth))
        .toList();
  }

  private static boolean beats(Mark one, Mark other) {
    boolean asGood = one.usdPerMonth() <= other.usdPerMonth() && one.p99Ms() <= other.p99Ms();
    boolean better = one.usdPerMonth() < other.usdPerMonth() || one.p99Ms() < other.p99Ms();
    return one.competes() && asGood && better;
  }

  static Chart of(List<Mark> marks) {
    double cheapest = marks.stream().mapToDouble(Mark::usdPerMonth).min().orElse(0);
    double dearest = marks.stream().mapToDouble(Mark::usdPerMonth).max().orElse(1);
    LinearScale across = LinearScale.between(cheapest, dearest, "USD");
    List<Series> series = new ArrayList<>();
    for (Mark mark : marks) {
      series.add(new Series(mark.name(), series.size() % 8, "ms", cross(mark, across)));
    }
    List<Mark> front = front(marks);
    if (front.size() > 1) {
      double[] costs = front.stream().mapToDouble(Mark::usdPerMonth).toArray();
      double[] latencies = front.stream().mapToDouble(Mark::p99Ms).toArray();
      series.add(new Series("not beaten in both", 6, "ms", new Points(costs, latencies)));
    }
    List<Mark> byCost =
        marks.stream().sorted(Comparator.comparingDouble(Mark::usdPerMonth)).toList();
    return new Chart(
        ID,
        "Cost against latency",
        "A mark for each variant, as tall as its 95% interval; to the left is cheaper, below is"
            + " faster.",
        "cost a month",
        across,
        List.of(
            new Panel(
                "", "p99 of online deliveries", PercentileChart.latencyScale(series), series)),
        List.of(),
        0,
        readings(byCost),
        byCost.stream().map(Mark::usdPerMonth).toList());
  }

  /** The interval as an upright line, the mean as a level one. */
  private static Points cross(Mark mark, LinearScale across) {
    double half = MARK_SHARE * across.length();
    double x = mark.usdPerMonth();
    return new Points(
        new double[] {x, x, x, x - half, x + half},
        new double[] {mark.lowMs(), mark.highMs(), Double.NaN, mark.p99Ms(), mark.p99Ms()});
  }

  private static DataTable readings(List<Mark> byCost) {
    List<List<String>> rows =
        byCost.stream()
            .map(
                mark ->
                    List.of(
                        mark.name(),
                        Quantity.of(mark.usdPerMonth(), "USD"),
                        Quantity.of(mark.p99Ms(), "ms")))
            .toList();
    return new DataTable(List.of("variant", "cost a month", "p99"), rows);
  }
}
