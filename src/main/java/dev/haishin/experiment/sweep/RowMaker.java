package dev.haishin.experiment.sweep;

import dev.haishin.experiment.replication.ReplicatedJudgement;
import dev.haishin.experiment.statistics.Interval;
import dev.haishin.experiment.statistics.StudentInterval;
import dev.haishin.experiment.store.StoredTrial;
import dev.haishin.results.Busiest;
import dev.haishin.results.Expectation;
import dev.haishin.results.Judgement;
import dev.haishin.results.MetricQuery;
import dev.haishin.results.Reading;
import dev.haishin.results.Unit;
import dev.haishin.results.Verdict;
import dev.haishin.results.file.SweepTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Turns the trials of a point into its row: each figure's mean over the replications with its 95%
 * interval, and the verdict that the interval allows.
 */
final class RowMaker {
  /** How the trouble of a point begins whose books are wrong. */
  static final String OFF_BY = "the ledger is off by ";

  private final SweepPlan plan;
  private final List<AxisValues> axes;
  private final Map<String, List<Expectation>> expected = new LinkedHashMap<>();
  private final List<MetricQuery> figures = new ArrayList<>();

  RowMaker(SweepPlan plan, List<PlannedPoint> points) {
    this.plan = plan;
    axes = plan.grid().variations().stream().map(AxisValues::of).toList();
    for (PlannedPoint point : points) {
      for (Expectation expectation : point.expectations()) {
        List<Expectation> same =
            expected.computeIfAbsent(expectation.path(), path -> new ArrayList<>());
        if (!same.contains(expectation)) {
          same.add(expectation);
        }
      }
    }
    plan.figures().stream()
        .filter(figure -> !expected.containsKey(figure.text()))
        .forEach(figures::add);
  }

  List<SweepTable.Axis> axes() {
    return axes.stream().map(AxisValues::axis).toList();
  }

  List<SweepTable.Measure> measures() {
    List<SweepTable.Measure> measures = new ArrayList<>();
    expected.forEach((path, expectations) -> measures.add(measure(path, expectations)));
    for (MetricQuery figure : figures) {
      measures.add(
          new SweepTable.Measure(figure.text(), figure.unit(), "", OptionalDouble.empty(), false));
    }
    return measures;
  }

  /** The row of a point of which every trial has ended soundly. */
  SweepTable.Row row(PlannedPoint point, List<StoredTrial> trials) {
    List<SweepTable.Cell> cells = new ArrayList<>();
    for (String path : expected.keySet()) {
      cells.add(
          point.expectations().stream()
              .filter(expectation -> expectation.path().equals(path))
              .findFirst()
              .map(expectation -> judged(expectation, trials))
              .orElse(SweepTable.Cell.NONE));
    }
    for (MetricQuery figure : figures) {
      List<Reading> readings = trials.stream().map(trial -> trial.value(figure.text())).toList();
      cells.add(cell(readings, figure.unit(), Optional.empty()));
    }
    return new SweepTable.Row(
        point.point().variant(),
        values(point),
        cells,
        Busiest.of(trials.stream().map(StoredTrial::metrics).toList()),
        trouble(trials));
  }

  /** The row of a point that has crashed. */
  SweepTable.Row troubled(PlannedPoint point, String trouble) {
    List<SweepTable.Cell> cells = new ArrayList<>();
    measures().forEach(measure -> cells.add(SweepTable.Cell.NONE));
    return new SweepTable.Row(
        point.point().variant(), values(point), cells, Optional.empty(), trouble);
  }

  private List<String> values(PlannedPoint point) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      values.add(axes.get(i).shown(point.point().values().get(i)));
    }
    return values;
  }

  private static String trouble(List<StoredTrial> trials) {
    return trials.stream()
        .filter(trial -> !trial.balanced())
        .findFirst()
        .map(trial -> OFF_BY + trial.differencePairs())
        .orElse("");
  }

  private static SweepTable.Measure measure(String path, List<Expectation> expectations) {
    Expectation first = expectations.get(0);
    Unit unit = first.query().unit();
    boolean same = expectations.size() == 1;
    String sign = first.comparison().sign();
    boolean oneLimit = same && first.low() == first.high();
    return new SweepTable.Measure(
        path,
        unit,
        same ? sign + " " + first.limit() : "",
        oneLimit ? OptionalDouble.of(unit.printed(first.low())) : OptionalDouble.empty(),
        true);
  }

  private static SweepTable.Cell judged(Expectation expectation, List<StoredTrial> trials) {
    List<Judgement> judgements = new ArrayList<>();
    for (StoredTrial trial : trials) {
      Reading reading = trial.value(expectation.path());
      judgements.add(expectation.judge(reading));
    }
    List<Reading> readings = judgements.stream().map(Judgement::reading).toList();
    Verdict verdict =
        judgements.size() == 1
            ? judgements.get(0).verdict()
            : ReplicatedJudgement.of(judgements, Interval.USUAL_CONFIDENCE).verdict();
    return cell(readings, expectation.query().unit(), Optional.of(verdict.word()));
  }

  private static SweepTable.Cell cell(List<Reading> readings, Unit unit, Optional<String> verdict) {
    Optional<Reading> unknown = readings.stream().filter(r -> !r.isKnown()).findFirst();
    if (unknown.isPresent()) {
      OptionalDouble none = OptionalDouble.empty();
      return new SweepTable.Cell(none, none, verdict, unknown.get().reason());
    }
    double[] values =
        readings.stream().mapToDouble(reading -> reading.value().getAsDouble()).toArray();
    Interval interval = StudentInterval.of(values, Interval.USUAL_CONFIDENCE);
    return new SweepTable.Cell(
        OptionalDouble.of(unit.printed(interval.mean())),
        interval.isBounded()
            ? OptionalDouble.of(unit.printed(interval.half()))
            : OptionalDouble.empty(),
        verdict,
        "");
  }

  /** A varied path and how its values are shown: as numbers of one unit where they are. */
  private record AxisValues(SweepTable.Axis axis, Map<String, String> shown) {
    static AxisValues of(Variation variation) {
      Map<String, String> shown = new LinkedHashMap<>();
      Optional<Amount> first = Amount.read(variation.values().get(0));
      for (String value : variation.values()) {
        Optional<BigDecimal> number =
            first.flatMap(unit -> Amount.read(value).flatMap(amount -> amount.numberIn(unit)));
        if (number.isEmpty()) {
          return asWritten(variation);
        }
        shown.put(value, number.get().stripTrailingZeros().toPlainString());
      }
      String unit = first.map(amount -> amount.unit().strip()).orElse("");
      return new AxisValues(new SweepTable.Axis(variation.path(), unit), shown);
    }

    private static AxisValues asWritten(Variation variation) {
      Map<String, String> shown = new LinkedHashMap<>();
      variation.values().forEach(value -> shown.put(value, value));
      return new AxisValues(new SweepTable.Axis(variation.path(), ""), shown);
    }

    String shown(String value) {
      return shown.get(value);
    }
  }
}
