package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.results.Unit;
import dev.haishin.results.file.MadeBy;
import dev.haishin.results.file.SweepTable;
import dev.haishin.results.file.SweepTable.Axis;
import dev.haishin.results.file.SweepTable.Cell;
import dev.haishin.results.file.SweepTable.Measure;
import dev.haishin.results.file.SweepTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepChartTest {
  private static final List<Measure> MEASURES =
      List.of(
          new Measure(
              "delivery.online.p99", Unit.DURATION, "<= 300ms", OptionalDouble.of(300), true),
          new Measure("gateway.cpu.max", Unit.FRACTION, "", OptionalDouble.empty(), false));

  @TempDir Path folder;

  @Test
  void everyFigureHasAPictureWithALineACombination() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String law : List.of("exp(1ms)", "2ms")) {
      for (String brokers : List.of("3", "6", "12")) {
        rows.add(row("baseline", brokers, law));
      }
    }
    assertEquals(List.of(), SweepChart.write(folder, table(rows)));
    assertTrue(Files.size(folder.resolve("delivery.online.p99.png")) > 1000);
    assertTrue(Files.exists(folder.resolve("gateway.cpu.max.png")));
    String svg = Files.readString(folder.resolve("delivery.online.p99.svg"));
    for (String name :
        List.of("law=exp(1ms)", "law=2ms", "expected &lt;= 300ms", "kafka.brokers")) {
      assertTrue(svg.contains(name), name);
    }
    // A line and its bars for each of two laws, and the limit; and their keys in the legend.
    assertEquals(2 + 2 + 1 + 3, svg.split("class=\"s s", -1).length - 1);
  }

  @Test
  void linesThatCannotBeToldApartAreNotDrawn() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (int variant = 0; variant < 9; variant++) {
      for (String brokers : List.of("3", "6")) {
        rows.add(row("v" + variant, brokers, "1ms"));
      }
    }
    assertEquals(List.of(), SweepChart.write(folder.resolve("charts"), table(rows)));
    assertFalse(Files.exists(folder.resolve("charts")));
  }

  @Test
  void wordsAreNoAxis() throws IOException {
    List<Row> rows = List.of(row("baseline", "3", "exp(1ms)"), row("baseline", "3", "2ms"));
    SweepChart.write(folder.resolve("charts"), table(rows));
    assertFalse(Files.exists(folder.resolve("charts")));
  }

  @Test
  void aFigureThatIsKnownNowhereHasNoPicture() throws IOException {
    List<Row> rows =
        List.of(
            new Row(
                "baseline",
                List.of("3", "1ms"),
                List.of(Cell.NONE, cell(0.5, 0.1)),
                Optional.empty(),
                ""),
            new Row(
                "baseline",
                List.of("6", "1ms"),
                List.of(Cell.NONE, cell(0.6, 0.1)),
                Optional.empty(),
                ""));
    SweepChart.write(folder, table(rows));
    assertFalse(Files.exists(folder.resolve("delivery.online.p99.svg")));
    assertTrue(Files.exists(folder.resolve("gateway.cpu.max.svg")));
  }

  private static SweepTable table(List<Row> rows) {
    return new SweepTable(
        new SweepTable.Origin(
            "made-up", "<&> a world", List.of(), 2, new MadeBy("1", "abc", List.of())),
        List.of(new Axis("kafka.brokers", ""), new Axis("law", "")),
        MEASURES,
        rows);
  }

  private static Row row(String variant, String brokers, String law) {
    double value = 1000 / Double.parseDouble(brokers);
    return new Row(
        variant,
        List.of(brokers, law),
        List.of(cell(value, value / 10), cell(0.5, 0)),
        Optional.empty(),
        "");
  }

  private static Cell cell(double value, double half) {
    return new Cell(OptionalDouble.of(value), OptionalDouble.of(half), Optional.empty(), "");
  }
}
