package dev.haishin.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code check}: paths with the change that is tolerated of each. */
final class CheckReader {
  private static final String TOLERANCE = "check.tolerance";
  private static final Pattern CHANGE = Pattern.compile("(\\+-|±|-|\\+)?\\s*(.+)");
  private static final String RIGHT =
      "it is written 5% (a rise), -5% (a fall), +-5% (either), or an amount such as ";

  private final MetricCatalog catalog;
  private final Reading reading;
  private final List<ExpectSpec> expectations;
  private final List<ToleranceSpec> tolerances = new ArrayList<>();
  private final SortedMap<String, Position> positions = new TreeMap<>();

  CheckReader(MetricCatalog catalog, Reading reading, List<ExpectSpec> expectations) {
    this.catalog = catalog;
    this.reading = reading;
    this.expectations = expectations;
  }

  /**
   * The section's meaning.
   *
   * @param expect what the file says under {@code expect}, or null
   */
  CheckSpec read(Section root, Value expect) {
    if (expect instanceof Value.Mapping mapping) {
      mapping.entries().values().forEach(entry -> place("expect.", entry));
    }
    Section check = root.find(Language.CHECK).orElse(null);
    Value tolerance = check == null ? null : check.find(CheckKeys.TOLERANCE).orElse(null);
    if (tolerance instanceof Value.Mapping mapping) {
      mapping.duplicates().forEach(this::read);
      mapping.entries().values().forEach(this::take);
    } else if (tolerance != null) {
      reading.wrong(tolerance, TOLERANCE, "is " + tolerance.kind(), "it takes a map of path: 5%");
    }
    return new CheckSpec(
        tolerances,
        check == null ? 0.01 : check.find(CheckKeys.FALSE_ALARMS).orElse(0.01),
        check == null ? 2 : Math.toIntExact(check.find(CheckKeys.MAX_REPLICATIONS).orElse(2L)),
        positions);
  }

  private void place(String prefix, Value.Entry entry) {
    positions.put(prefix + entry.key(), entry.keyPosition());
  }

  private void take(Value.Entry entry) {
    ToleranceSpec spec = read(entry);
    if (spec != null) {
      place(TOLERANCE + ".", entry);
      tolerances.add(spec);
    }
  }

  private ToleranceSpec read(Value.Entry entry) {
    String path = TOLERANCE + "." + entry.key();
    ExpectSpec expected =
        expectations.stream()
            .filter(each -> each.path().equals(entry.key()))
            .findFirst()
            .orElse(null);
    if (expected == null && entry.key().contains("[")) {
      reading
          .problems()
          .add(
              entry.keyPosition(),
              path,
              "has a window, and expect does not name it",
              "expect something of it, or leave the window out");
      return null;
    }
    String metric = expected == null ? entry.key() : expected.metric();
    String unit;
    try {
      unit = catalog.unitOf(metric);
    } catch (IllegalArgumentException unknown) {
      reading
          .problems()
          .add(entry.keyPosition(), path, unknown.getMessage(), "see 'haishin metrics'");
      return null;
    }
    String text = Types.TEXT.read(entry.value(), path, reading);
    return text == null ? null : change(entry, path, metric, expected != null, unit, text);
  }

  private ToleranceSpec change(
      Value.Entry entry, String path, String metric, boolean expected, String unit, String text) {
    Matcher change = CHANGE.matcher(text.strip());
    Units units = Units.ofMetric(unit);
    if (!change.matches()) {
      reading.wrong(entry.value(), path, "'" + text + "' is no change", RIGHT + units.example());
      return null;
    }
    String sign = change.group(1) == null ? "+" : change.group(1);
    boolean relative = change.group(2).endsWith("%");
    BigDecimal value =
        (relative ? Units.FRACTION : units)
            .parse(
                change.group(2),
                why -> reading.wrong(entry.value(), path, why, RIGHT + units.example()));
    if (value == null) {
      return null;
    }
    if (value.signum() < 0) {
      reading.wrong(entry.value(), path, "'" + text + "' has two signs", RIGHT + units.example());
      return null;
    }
    ToleranceSpec.Worse worse =
        switch (sign) {
          case "+" -> ToleranceSpec.Worse.RISE;
          case "-" -> ToleranceSpec.Worse.FALL;
          default -> ToleranceSpec.Worse.EITHER;
        };
    return new ToleranceSpec(
        entry.key(), metric, expected, worse, relative, value.doubleValue(), text.strip());
  }
}
