package dev.haishin.results.file;

import dev.haishin.results.Aftermath;
import dev.haishin.results.Hottest;
import dev.haishin.results.ReachLine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code summary.json} holds.
 *
 * @param identity which run this is
 * @param replications that its figures are means of
 * @param steady whether the run settles, so that a longer one tells more; else it is a story with
 *     an end, of which only more replications tell more
 * @param simulatedSeconds how long it was
 * @param measuredFromSeconds where the warm-up ended
 * @param metrics by path, with a qualifier where a metric is recorded by one
 * @param ledger where all pairs ended
 * @param reach whom messages reached and how soon, by region and platform
 * @param failures how long each was felt, and by whom; of several replications the first one's
 * @param littleChecks Little's law by station class
 * @param expectations in the order of the scenario
 * @param bottlenecks the busiest first
 * @param hottest the one of its kind that has most to do, by name; of several replications the
 *     first one's
 * @param fleet hosts by component and region
 * @param notes what a reader should know before trusting the numbers
 */
public record Summary(
    RunIdentity identity,
    int replications,
    boolean steady,
    double simulatedSeconds,
    double measuredFromSeconds,
    SortedMap<String, MetricLine> metrics,
    LedgerLines ledger,
    List<ReachLine> reach,
    List<Aftermath> failures,
    List<LittleLine> littleChecks,
    List<ExpectationLine> expectations,
    List<BottleneckLine> bottlenecks,
    List<Hottest> hottest,
    List<FleetItem> fleet,
    List<String> notes) {
  /** The name and version of the format. */
  public static final String SCHEMA = "haishin/summary/1";

  private static final String STEADY = "steady-state";
  private static final String TERMINATING = "terminating";

  /** How files call a run that settles, or one that is a story with an end. */
  public static String horizon(boolean steady) {
    return steady ? STEADY : TERMINATING;
  }

  /** Copies what could change. */
  public Summary {
    Objects.requireNonNull(identity, "identity");
    metrics = new TreeMap<>(metrics);
    reach = List.copyOf(reach);
    failures = List.copyOf(failures);
    littleChecks = List.copyOf(littleChecks);
    expectations = List.copyOf(expectations);
    bottlenecks = List.copyOf(bottlenecks);
    hottest = List.copyOf(hottest);
    fleet = List.copyOf(fleet);
    notes = List.copyOf(notes);
  }

  /**
   * One metric.
   *
   * @param kind latency, gauge or counter
   * @param unit symbol of the printed unit
   * @param figures in the order of their printing
   * @param intervals of the figures' means over replications, by statistic; of one run there are
   *     none
   * @param pooled figures of the values of all replications together; of one run there are none
   */
  public record MetricLine(
      String kind,
      String unit,
      List<Figure> figures,
      SortedMap<String, Band> intervals,
      List<Figure> pooled) {
    /** Copies what could change. */
    public MetricLine {
      figures = List.copyOf(figures);
      intervals = new TreeMap<>(intervals);
      pooled = List.copyOf(pooled);
    }

    /** A metric of one run. */
    public MetricLine(String kind, String unit, List<Figure> figures) {
      this(kind, unit, figures, new TreeMap<>(), List.of());
    }

    /** A statistic's value in the printed unit; empty where it is unknown. */
    public OptionalDouble value(String statistic) {
      return figures.stream()
          .filter(figure -> figure.statistic().equals(statistic))
          .map(Figure::value)
          .findFirst()
          .orElse(OptionalDouble.empty());
    }
  }

  /** A statistic and its value, empty where too little is known. */
  public record Figure(String statistic, OptionalDouble value) {}

  /** A confidence interval in the printed unit; the confidence is 0 to 1. */
  public record Band(double low, double high, double confidence) {}

  /**
   * The ledger.
   *
   * @param columns pairs by column, in order
   * @param lost pairs by reason, in order
   */
  public record LedgerLines(List<Entry> columns, List<Entry> lost, boolean balanced) {
    /** Copies the lists. */
    public LedgerLines {
      columns = List.copyOf(columns);
      lost = List.copyOf(lost);
    }
  }

  /** A name with a number of pairs. */
  public record Entry(String name, long pairs) {}

  /**
   * Little's law on one station class.
   *
   * @param atMarks mean number of jobs counted at marks
   * @param fromSojourns arrival rate times mean sojourn
   * @param tolerance by how much they may differ by chance
   */
  public record LittleLine(
      String path, double atMarks, double fromSojourns, double tolerance, boolean holds) {}

  /**
   * An expectation and its verdict.
   *
   * @param limit as the scenario writes it
   * @param value in the metric's printed unit, of several replications their mean; empty where it
   *     is unknown
   * @param reason why it is unknown, or empty
   * @param interval of the mean over replications; none of one run, or where it is unknown
   */
  public record ExpectationLine(
      String path,
      String comparison,
      String limit,
      OptionalDouble value,
      String verdict,
      String reason,
      Optional<Band> interval) {}

  /**
   * One of the busiest components.
   *
   * @param component the capacity that is scarcest, {@code gateway.loop}
   * @param host its hottest host
   * @param utilization 0 to 1, of that host in its busiest interval
   * @param shareOfTail 0 to 1, empty where it is unknown
   */
  public record BottleneckLine(
      String component, String host, double utilization, OptionalDouble shareOfTail) {}
}
