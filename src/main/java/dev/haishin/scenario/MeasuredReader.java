package dev.haishin.scenario;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads {@code measured}: figures with the file, column and unit of what was measured of them.
 *
 * <p>Times in a file are seconds or ISO-8601 instants with offset, and rise. A row without a value
 * is passed over.
 */
final class MeasuredReader {
  private static final int NS_DIGITS = 9;
  private static final String RIGHT_TIME =
      "times are seconds, or instants such as 2026-12-31T23:58:30+09:00";

  /** Within which times are whole nanoseconds of a long, with room for differences. */
  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(4_000_000_000L);

  private final MetricCatalog catalog;
  private final Reading reading;

  MeasuredReader(MetricCatalog catalog, Reading reading) {
    this.catalog = catalog;
    this.reading = reading;
  }

  List<MeasuredSpec> read(Value value) {
    List<MeasuredSpec> specs = new ArrayList<>();
    if (value == null || value instanceof Value.Scalar scalar && scalar.text().isEmpty()) {
      return specs;
    }
    if (!(value instanceof Value.Mapping mapping)) {
      reading.wrong(
          value, "measured", "is " + value.kind(), "it takes a map of path: {file, column, unit}");
      return specs;
    }
    mapping.duplicates().forEach(this::read);
    for (Value.Entry entry : mapping.entries().values()) {
      MeasuredSpec spec = read(entry);
      if (spec != null) {
        specs.add(spec);
      }
    }
    return specs;
  }

  private MeasuredSpec read(Value.Entry entry) {
    String path = "measured." + entry.key();
    Section section = MeasuredKeys.TYPE.read(entry.value(), path, reading);
    String unit;
    try {
      unit = catalog.unitOf(entry.key());
    } catch (IllegalArgumentException unknown) {
      String right = "see 'haishin metrics'";
      reading.problems().add(entry.keyPosition(), path, unknown.getMessage(), right);
      return null;
    }
    if (entry.key().contains("{")) {
      String right = "measure the whole of it";
      reading.problems().add(entry.keyPosition(), path, "is a part of a figure", right);
      return null;
    }
    if (section == null
        || section.find(MeasuredKeys.FILE).isEmpty()
        || section.find(MeasuredKeys.COLUMN).isEmpty()) {
      return null;
    }
    BigDecimal factor = factor(section, Units.ofMetric(unit), path);
    String file = section.get(MeasuredKeys.FILE);
    List<String> lines =
        EmpiricalFile.lines(
            file,
            reading.folder(),
            why -> wrong(section, MeasuredKeys.FILE, path, why, "name a CSV"));
    if (factor == null || lines == null) {
      return null;
    }
    List<MeasuredSpec.Point> points = points(section, path, lines, factor);
    return points == null ? null : new MeasuredSpec(entry.key(), points);
  }

  /** How many canonical units one of the file's stands for. */
  private BigDecimal factor(Section section, Units units, String path) {
    String name = section.find(MeasuredKeys.UNIT).orElse("");
    BigDecimal factor = units.factor(name).orElse(null);
    if (factor == null) {
      boolean isGiven = section.isGiven(MeasuredKeys.UNIT);
      String what = isGiven ? "'" + name + "' is no unit of it" : "is missing";
      String right = "its values are " + units.example() + "; name that unit";
      wrong(section, MeasuredKeys.UNIT, path, what, right);
    }
    return factor;
  }

  private List<MeasuredSpec.Point> points(
      Section section, String path, List<String> lines, BigDecimal factor) {
    String file = section.get(MeasuredKeys.FILE);
    List<String> titles = cells(lines.get(0));
    int column = titles.indexOf(section.get(MeasuredKeys.COLUMN));
    if (column < 1) {
      String known = String.join(", ", titles.subList(Math.min(1, titles.size()), titles.size()));
      String what = "is no title of a column of '" + file + "' behind the first";
      wrong(section, MeasuredKeys.COLUMN, path, what, "there are " + known);
      return null;
    }
    BigDecimal zero = BigDecimal.ZERO;
    if (section.isGiven(MeasuredKeys.FROM)) {
      zero = seconds(section.get(MeasuredKeys.FROM));
      if (zero == null) {
        wrong(section, MeasuredKeys.FROM, path, "is no time", RIGHT_TIME);
        return null;
      }
    }
    List<MeasuredSpec.Point> points = new ArrayList<>();
    Consumer<String> unreadable = what -> wrong(section, MeasuredKeys.FILE, path, what, RIGHT_TIME);
    for (int i = 1; i < lines.size(); i++) {
      String where = "'" + file + "', row " + i + ": ";
      List<String> cells = cells(lines.get(i));
      BigDecimal at = seconds(cells.get(0));
      if (at == null) {
        unreadable.accept(where + "'" + cells.get(0) + "' is no time");
        return null;
      }
      String text = column < cells.size() ? cells.get(column) : "";
      if (text.isEmpty()) {
        continue;
      }
      BigDecimal value = Units.FACTOR.parse(text, why -> {});
      long atNs = at.subtract(zero).movePointRight(NS_DIGITS).longValue();
      boolean rises = points.isEmpty() || atNs > points.get(points.size() - 1).atNs();
      if (value == null || !rises) {
        unreadable.accept(where + (rises ? "'" + text + "' is no number" : "the time falls back"));
        return null;
      }
      points.add(new MeasuredSpec.Point(atNs, value.multiply(factor).doubleValue()));
    }
    return points;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1))
        .map(cell -> cell.strip().replaceAll("^\"|\"$", ""))
        .toList();
  }

  /** Seconds as they stand, or since 1970; null where it is neither. */
  private static BigDecimal seconds(String text) {
    BigDecimal plain = Units.FACTOR.parse(text, why -> {});
    if (plain == null) {
      try {
        Instant instant = OffsetDateTime.parse(text).toInstant();
        plain =
            BigDecimal.valueOf(instant.getEpochSecond())
                .add(BigDecimal.valueOf(instant.getNano(), NS_DIGITS));
      } catch (DateTimeException noTime) {
        return null;
      }
    }
    return plain.abs().compareTo(MOST_SECONDS) < 0 ? plain : null;
  }

  private void wrong(Section section, Key<?> key, String path, String what, String right) {
    String keyPath = path + "." + key.name();
    reading.problems().add(section.position(key), keyPath, what, right);
  }
}
