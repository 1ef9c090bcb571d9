package dev.haishin.cli;

import dev.haishin.results.Busiest;
import dev.haishin.results.Unit;
import dev.haishin.results.Verdict;
import dev.haishin.results.file.CheckReport;
import dev.haishin.results.file.CheckReport.Baseline;
import dev.haishin.results.file.CheckReport.Change;
import dev.haishin.results.file.CheckReport.Compared;
import dev.haishin.results.file.CheckReport.Expected;
import dev.haishin.results.file.CheckReport.Place;
import dev.haishin.results.file.CheckReport.State;
import dev.haishin.results.file.CheckReport.World;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a made-up check has found: every verdict and state once. */
final class CheckSample {
  private static final String FILE = "ci/launch, \"a\" <b>.yaml";
  private static final double MS = 1e6;

  private CheckSample() {}

  static CheckReport report() {
    return new CheckReport(0.01, List.of(changed(), same()));
  }

  private static World changed() {
    return new World(
        FILE,
        "launch",
        "read",
        7,
        20,
        List.of("load=x2"),
        Optional.of(new Busiest("kafka.cpu", 0.8125)),
        baselines(),
        expectations(),
        comparisons());
  }

  private static List<Baseline> baselines() {
    return List.of(
        new Baseline("release", State.COMPARED, 30, ""),
        new Baseline("main", State.UNUSABLE, 0, "it holds no results of launch/read"));
  }

  private static List<Expected> expectations() {
    return List.of(
        expected("delivery.online.p99", "<=", "300ms", 351 * MS, Verdict.MISSED, 12),
        expected("stage.fanout.wait.mean", "between", "1ms..2ms", 1.5 * MS, Verdict.MET, 13),
        new Expected(
            "delivery.online.p99.99",
            "<=",
            "2s",
            Unit.DURATION,
            OptionalDouble.empty(),
            Verdict.UNKNOWN,
            "too few samples",
            new Place(FILE, 14)));
  }

  private static List<Compared> comparisons() {
    return List.of(
        new Compared(
            "delivery.online.p99",
            "release",
            Unit.DURATION,
            "5%",
            Verdict.MISSED,
            OptionalDouble.of(292 * MS),
            OptionalDouble.of(351 * MS),
            Optional.of(new Change(50 * MS, 59 * MS, 68 * MS, 0.9995, true)),
            "",
            "stage.log-read.service, +3.9 ms a message",
            new Place(FILE, 20)),
        new Compared(
            "ledger.lost",
            "release",
            Unit.COUNT,
            "0",
            Verdict.UNKNOWN,
            OptionalDouble.of(0),
            OptionalDouble.of(2.5),
            Optional.of(new Change(-1, 2.5, 6, 0.9995, false)),
            "the smallest change that could be seen is more than is tolerated",
            "",
            new Place(FILE, 21)),
        new Compared(
            "cost.per-month",
            "release",
            Unit.USD,
            "+-1%",
            Verdict.MET,
            OptionalDouble.of(12_000),
            OptionalDouble.of(12_000),
            Optional.of(new Change(0, 0, 0, 0.9995, true)),
            "",
            "",
            new Place(FILE, 22)),
        new Compared(
            "push.queue.max",
            "release",
            Unit.COUNT,
            "10",
            Verdict.UNKNOWN,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            "the baseline does not know it",
            "",
            new Place(FILE, 23)));
  }

  private static World same() {
    return new World(
        "ci/quiet.yaml",
        "quiet",
        "baseline",
        1,
        1,
        List.of(),
        Optional.empty(),
        List.of(
            new Baseline("release", State.SAME, 30, ""),
            new Baseline("older", State.UPDATED, 1, "")),
        List.of(),
        List.of());
  }

  private static Expected expected(
      String path, String sign, String limit, double ns, Verdict verdict, int line) {
    return new Expected(
        path,
        sign,
        limit,
        Unit.DURATION,
        OptionalDouble.of(ns),
        verdict,
        "",
        new Place(FILE, line));
  }
}
