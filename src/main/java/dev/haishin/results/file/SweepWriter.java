package dev.haishin.results.file;

import dev.haishin.results.file.SweepTable.Axis;
import dev.haishin.results.file.SweepTable.Cell;
import dev.haishin.results.file.SweepTable.Measure;
import dev.haishin.results.file.SweepTable.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Writes a sweep as {@code sweep.csv} and {@code sweep.json}.
 *
 * <p>A column of the CSV is headed by its path and, in square brackets, its unit where it has one.
 * A field is empty where there is no value.
 */
public final class SweepWriter {
  private SweepWriter() {}

  /** The whole CSV. */
  public static String csv(SweepTable table) {
    StringBuilder text = new StringBuilder(header(table));
    table.rows().forEach(row -> text.append(line(table, row)));
    return text.toString();
  }

  /** The first line of the CSV. */
  public static String header(SweepTable table) {
    List<String> fields = new ArrayList<>(List.of("variant"));
    for (Axis axis : table.axes()) {
      fields.add(headed(axis.path(), axis.unit()));
    }
    for (Measure measure : table.measures()) {
      fields.add(headed(measure.path(), measure.unit().symbol()));
      if (table.origin().replications() > 1) {
        fields.add(headed(measure.path() + " half-width", measure.unit().symbol()));
      }
      if (measure.expected()) {
        fields.add(measure.path() + " verdict");
      }
    }
    fields.add("trouble");
    return line(fields);
  }

  /** The line of a row. */
  public static String line(SweepTable table, Row row) {
    List<String> fields = new ArrayList<>(List.of(row.variant()));
    fields.addAll(row.values());
    for (int i = 0; i < row.cells().size(); i++) {
      Cell cell = row.cells().get(i);
      fields.add(digits(cell.value()));
      if (table.origin().replications() > 1) {
        fields.add(digits(cell.halfWidth()));
      }
      if (table.measures().get(i).expected()) {
        fields.add(cell.verdict().orElse(""));
      }
    }
    fields.add(row.trouble());
    return line(fields);
  }

  /** The whole JSON. */
  public static String json(SweepTable table) throws IOException {
    JsonText json = new JsonText();
    SweepTable.Origin origin = table.origin();
    json.put("schema", SweepTable.SCHEMA).put("scenario", origin.scenario());
    json.put("description", origin.description()).array("settings");
    for (String setting : origin.settings()) {
      json.item(setting);
    }
    json.endArray().put("replications", origin.replications()).array("varied");
    for (Axis axis : table.axes()) {
      json.item().put("path", axis.path()).put("unit", axis.unit()).endObject();
    }
    json.endArray().array("measured");
    for (Measure measure : table.measures()) {
      json.item().put("path", measure.path()).put("unit", measure.unit().symbol());
      json.put("expected", measure.limits());
      if (measure.limit().isPresent()) {
        json.put("limit", measure.limit());
      }
      json.endObject();
    }
    json.endArray().array("points");
    for (Row row : table.rows()) {
      point(json, table, row);
    }
    json.endArray();
    origin.madeBy().write(json);
    return json.end();
  }

  private static void point(JsonText json, SweepTable table, Row row) throws IOException {
    json.item().put("variant", row.variant()).object("values");
    for (int i = 0; i < row.values().size(); i++) {
      String path = table.axes().get(i).path();
      if (table.hasNumbers(i)) {
        json.putPrecise(path, Double.parseDouble(row.values().get(i)));
      } else {
        json.put(path, row.values().get(i));
      }
    }
    json.endObject().object("figures");
    for (int i = 0; i < row.cells().size(); i++) {
      Cell cell = row.cells().get(i);
      json.object(table.measures().get(i).path()).put("value", cell.value());
      if (cell.halfWidth().isPresent()) {
        json.put("half-width", cell.halfWidth());
      }
      if (cell.verdict().isPresent()) {
        json.put("verdict", cell.verdict().get());
      }
      if (!cell.reason().isEmpty()) {
        json.put("reason", cell.reason());
      }
      json.endObject();
    }
    json.endObject();
    if (row.busiest().isPresent()) {
      json.put("busiest", row.busiest().get().part());
      json.put("utilization", row.busiest().get().utilization());
    }
    if (!row.trouble().isEmpty()) {
      json.put("trouble", row.trouble());
    }
    json.endObject();
  }

  private static String headed(String path, String unit) {
    return unit.isEmpty() ? path : path + " [" + unit + "]";
  }

  private static String digits(OptionalDouble value) {
    return value.isPresent() ? Decimal.of(value.getAsDouble()) : "";
  }

  private static String line(List<String> fields) {
    return fields.stream().map(SweepWriter::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  /** As RFC 4180 quotes. */
  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
