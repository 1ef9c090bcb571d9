package dev.haishin.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.haishin.results.Unit;
import dev.haishin.results.file.MadeBy;
import dev.haishin.results.file.SweepTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The table of a sweep, read back from its {@code sweep.json}. */
final class SweepReader {
  private SweepReader() {}

  static SweepTable read(JsonNode root) {
    List<String> settings = new ArrayList<>();
    root.path("settings").forEach(node -> settings.add(node.asText()));
    SweepTable.Origin origin =
        new SweepTable.Origin(
            root.path("scenario").asText("sweep"),
            root.path("description").asText(""),
            settings,
            root.path("replications").asInt(1),
            MadeBy.read(root.path("made-by")));
    List<SweepTable.Axis> axes = new ArrayList<>();
    for (JsonNode node : root.path("varied")) {
      axes.add(new SweepTable.Axis(node.path("path").asText(), node.path("unit").asText("")));
    }
    List<SweepTable.Measure> measures = new ArrayList<>();
    for (JsonNode node : root.path("measured")) {
      String expected = node.path("expected").asText("");
      measures.add(
          new SweepTable.Measure(
              node.path("path").asText(),
              unit(node.path("unit").asText("")),
              expected,
              node.path("limit").isNumber()
                  ? OptionalDouble.of(node.path("limit").asDouble())
                  : OptionalDouble.empty(),
              !expected.isEmpty()));
    }
    List<SweepTable.Row> rows = new ArrayList<>();
    for (JsonNode point : root.path("points")) {
      rows.add(row(point, axes, measures));
    }
    return new SweepTable(origin, axes, measures, rows);
  }

  private static SweepTable.Row row(
      JsonNode point, List<SweepTable.Axis> axes, List<SweepTable.Measure> measures) {
    List<String> values = new ArrayList<>();
    for (SweepTable.Axis axis : axes) {
      JsonNode value = point.path("values").path(axis.path());
      values.add(
          value.isNumber()
              ? new BigDecimal(value.asText()).stripTrailingZeros().toPlainString()
              : value.asText(""));
    }
    List<SweepTable.Cell> cells = new ArrayList<>();
    for (SweepTable.Measure measure : measures) {
      cells.add(cell(point.path("figures").path(measure.path())));
    }
    return new SweepTable.Row(
        point.path("variant").asText(),
        values,
        cells,
        BindsFirst.read(point),
        point.path("trouble").asText(""));
  }

  private static SweepTable.Cell cell(JsonNode node) {
    return new SweepTable.Cell(
        number(node.path("value")),
        number(node.path("half-width")),
        node.has("verdict") ? Optional.of(node.path("verdict").asText()) : Optional.empty(),
        node.path("reason").asText(""));
  }

  private static OptionalDouble number(JsonNode node) {
    return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
  }

  private static Unit unit(String symbol) {
    for (Unit unit : Unit.values()) {
      if (unit.symbol().equals(symbol)) {
        return unit;
      }
    }
    return Unit.values()[0];
  }
}
