package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.Golden;
import dev.haishin.results.Busiest;
import dev.haishin.results.Unit;
import dev.haishin.results.file.MadeBy;
import dev.haishin.results.file.PluginLine;
import dev.haishin.results.file.SweepTable;
import dev.haishin.results.file.SweepTable.Axis;
import dev.haishin.results.file.SweepTable.Cell;
import dev.haishin.results.file.SweepTable.Measure;
import dev.haishin.results.file.SweepTable.Row;
import dev.haishin.results.file.SweepWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepScreenTest {
  private static final Measure P99 =
      new Measure("delivery.online.p99", Unit.DURATION, "<= 300ms", OptionalDouble.of(300), true);
  private static final Measure COST =
      new Measure("cost.per-month", Unit.USD, "", OptionalDouble.empty(), false);

  @Test
  void everyPointHasALineWithItsVerdicts() throws IOException {
    Screen screen = Screen.window(100);
    new SweepScreen(screen.terminal()).show(table());
    Golden.assertSame(SweepScreenTest.class, "sweep.txt", screen.out());
  }

  @Test
  void aNarrowWindowNumbersTheColumns() throws IOException {
    Screen screen = Screen.window(60);
    new SweepScreen(screen.terminal()).show(table());
    Golden.assertSame(SweepScreenTest.class, "sweep-narrow.txt", screen.out());
  }

  @Test
  void theJsonHoldsEveryPoint() throws IOException {
    Golden.assertSame(SweepScreenTest.class, "sweep.json", SweepWriter.json(table()));
  }

  @Test
  void theCsvIsQuotedWhereItMustBe() throws IOException {
    Golden.assertSame(SweepScreenTest.class, "sweep.csv", SweepWriter.csv(table()));
  }

  @Test
  void ofManyPointsTheFirstAndTheLastAreShown() {
    List<Row> rows =
        IntStream.range(0, 1000)
            .mapToObj(
                i ->
                    new Row(
                        "baseline", List.of(i + "", "1"), cells(i, 0, "met"), Optional.empty(), ""))
            .toList();
    Screen screen = Screen.window(100);
    SweepTable whole = table();
    new SweepScreen(screen.terminal())
        .show(new SweepTable(whole.origin(), whole.axes(), whole.measures(), rows));
    assertTrue(screen.out().lines().count() < 50, screen.out());
    assertTrue(screen.out().contains(" 999s "), screen.out());
    assertTrue(screen.out().contains("and 960 points between, in sweep.csv"), screen.out());
  }

  private static SweepTable table() {
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row(
            "baseline",
            List.of("3", "{a: 1, b: 2}"),
            cells(123.456, 4.5, "met"),
            Optional.of(new Busiest("redis.cpu", 0.25)),
            ""));
    rows.add(
        new Row(
            "baseline",
            List.of("6", "exp(1ms)"),
            cells(310.5, 41.2, "unknown"),
            Optional.empty(),
            ""));
    rows.add(
        new Row(
            "read", List.of("3", "exp(1ms)"), cells(2400, 1.25, "missed"), Optional.empty(), ""));
    rows.add(
        new Row(
            "read",
            List.of("6", "exp(1ms)"),
            List.of(
                new Cell(
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Optional.of("unknown"),
                    "fewer than 10 samples beyond it"),
                Cell.NONE),
            Optional.empty(),
            "crashed: a \"word\""));
    return new SweepTable(
        new SweepTable.Origin(
            "launch",
            "a launch",
            List.of("scale=1%"),
            5,
            new MadeBy("1.2.3", "abc123", List.of(new PluginLine("own.jar", "f00d")))),
        List.of(new Axis("failures.gap", "s"), new Axis("law", "")),
        List.of(P99, COST),
        rows);
  }

  private static List<Cell> cells(double ms, double halfMs, String verdict) {
    return List.of(
        new Cell(OptionalDouble.of(ms), OptionalDouble.of(halfMs), Optional.of(verdict), ""),
        new Cell(OptionalDouble.of(1200), OptionalDouble.of(0), Optional.empty(), ""));
  }
}
