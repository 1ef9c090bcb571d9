package dev.haishin.experiment.check;

import dev.haishin.experiment.replication.ReplicationTable;
import dev.haishin.experiment.statistics.Interval;
import dev.haishin.results.MetricQuery;
import dev.haishin.results.MetricRegistry;
import dev.haishin.results.Unit;
import dev.haishin.results.Verdict;
import dev.haishin.results.file.CheckReport.Change;
import dev.haishin.results.file.CheckReport.Compared;
import dev.haishin.scenario.ToleranceSpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every path that a scenario tolerates changes of, compared with one baseline. */
final class BaselineCheck {
  private final CheckTask task;
  private final Baseline baseline;
  private final ReplicationRows rows;
  private final double confidence;
  private final boolean paired;

  /**
   * A comparison of so many replications.
   *
   * @param rows of this run
   * @param confidence of each interval
   */
  BaselineCheck(CheckTask task, Baseline baseline, ReplicationRows rows, double confidence) {
    this.task = task;
    this.baseline = baseline;
    this.rows = rows;
    this.confidence = confidence;
    this.paired = baseline.rows().sharesSeeds(rows);
  }

  Stream<Compared> compare() {
    return task.scenario().check().tolerances().stream().map(this::compare);
  }

  private Compared compare(ToleranceSpec tolerance) {
    MetricQuery query = MetricRegistry.standard().parse(tolerance.metric());
    Unit unit = query.unit();
    String title =
        tolerance.expected()
            ? ReplicationTable.title(ReplicationTable.EXPECTED + tolerance.path(), unit)
            : ReplicationTable.title(query.text(), unit);
    double[] before = baseline.rows().values(title);
    double[] after = rows.values(title);
    String unknown =
        Stream.of(unknown("the baseline", before), unknown("this run", after))
            .filter(reason -> !reason.isEmpty())
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      return line(tolerance, unit, Verdict.UNKNOWN, Optional.empty(), unknown);
    }
    Comparison comparison = new Comparison(before, after, paired, confidence);
    double share = tolerance.relative() ? tolerance.value() : 0;
    double amount = tolerance.relative() ? 0 : unit.printed(tolerance.value());
    Verdict verdict = comparison.judge(tolerance.worse(), share, amount);
    Interval change = comparison.change();
    if (!change.isBounded()) {
      String reason = "one replication says nothing of the spread; --update-baseline makes more";
      return line(tolerance, unit, Verdict.UNKNOWN, Optional.of(comparison), reason);
    }
    double tolerated = amount + share * Math.abs(comparison.meanBefore());
    String reason =
        verdict != Verdict.UNKNOWN
            ? ""
            : change.half() > tolerated
                ? "the smallest change that could be seen is more than is tolerated"
                : "the change cannot be told from what is tolerated";
    return line(tolerance, unit, verdict, Optional.of(comparison), reason);
  }

  /** Why values of one side are of no use, or empty. */
  private static String unknown(String side, double[] values) {
    long missing = Arrays.stream(values).filter(Double::isNaN).count();
    if (missing == 0) {
      return "";
    }
    return missing == values.length
        ? side + " does not know it"
        : side + " has too few samples in " + missing + " of " + values.length + " replications";
  }

  private Compared line(
      ToleranceSpec tolerance,
      Unit unit,
      Verdict verdict,
      Optional<Comparison> comparison,
      String reason) {
    boolean explains = verdict == Verdict.MISSED && unit == Unit.DURATION;
    return new Compared(
        tolerance.path(),
        baseline.name(),
        unit,
        tolerance.text(),
        verdict,
        value(comparison.map(Comparison::meanBefore), unit),
        value(comparison.map(Comparison::meanAfter), unit),
        comparison.flatMap(each -> change(each, unit)),
        reason,
        explains ? StageShift.between(tolerance.metric(), baseline.rows(), rows) : "",
        task.place("check.tolerance." + tolerance.path()));
  }

  private static OptionalDouble value(Optional<Double> printed, Unit unit) {
    return printed.isPresent()
        ? OptionalDouble.of(unit.canonical(printed.get()))
        : OptionalDouble.empty();
  }

  private static Optional<Change> change(Comparison comparison, Unit unit) {
    Interval change = comparison.change();
    return change.isBounded()
        ? Optional.of(
            new Change(
                unit.canonical(change.low()),
                unit.canonical(change.mean()),
                unit.canonical(change.high()),
                change.confidence(),
                comparison.isPaired()))
        : Optional.empty();
  }
}
