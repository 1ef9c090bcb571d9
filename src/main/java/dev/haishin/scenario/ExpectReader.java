package dev.haishin.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code expect}: metric paths with windows, compared with limits in their unit. */
final class ExpectReader {
  private static final Pattern WINDOW = Pattern.compile("(.*?)\\[(.+?)\\.\\.(.+?)\\]");
  private static final Pattern EDGE = Pattern.compile("failure([1-9]\\d{0,3})?(?:\\+(.+))?");
  private static final Pattern COMPARED = Pattern.compile("(<=|>=|==|<(?!=)|>(?!=))\\s*(.+)");

  private final MetricCatalog catalog;
  private final Reading reading;
  private final List<FailureSpec> failures;
  private final long durationNs;
  private boolean knowable;

  ExpectReader(
      MetricCatalog catalog, Reading reading, List<FailureSpec> failures, long durationNs) {
    this.catalog = catalog;
    this.reading = reading;
    this.failures = failures;
    this.durationNs = durationNs;
  }

  List<ExpectSpec> read(Value value) {
    List<ExpectSpec> expectations = new ArrayList<>();
    if (value instanceof Value.Scalar scalar && scalar.text().isEmpty()) {
      return expectations;
    }
    if (!(value instanceof Value.Mapping mapping)) {
      reading.wrong(value, "expect", "is " + value.kind(), "it takes a map of metric: comparison");
      return expectations;
    }
    mapping.duplicates().forEach(this::read);
    for (Value.Entry entry : mapping.entries().values()) {
      ExpectSpec expectation = read(entry);
      if (expectation != null) {
        expectations.add(expectation);
      }
    }
    return expectations;
  }

  private ExpectSpec read(Value.Entry entry) {
    String path = "expect." + entry.key();
    Matcher windowed = WINDOW.matcher(entry.key());
    String metric = entry.key();
    long fromNs = 0;
    long toNs = Long.MAX_VALUE;
    knowable = true;
    if (windowed.matches()) {
      metric = windowed.group(1);
      fromNs = edge(windowed.group(2).strip(), entry, path);
      toNs = edge(windowed.group(3).strip(), entry, path);
      if (fromNs < 0 || toNs < 0) {
        return null;
      }
      if (fromNs >= toNs || (knowable && fromNs >= durationNs)) {
        String right = "give [from..to] within the run, such as [1m..2m]";
        reading.problems().add(entry.keyPosition(), path, "the window holds nothing", right);
        return null;
      }
    }
    String unit;
    try {
      unit = catalog.unitOf(metric);
    } catch (IllegalArgumentException unknown) {
      reading
          .problems()
          .add(entry.keyPosition(), path, unknown.getMessage(), "see 'haishin metrics'");
      return null;
    }
    return compared(entry, path, metric, unit, new long[] {fromNs, toNs});
  }

  private ExpectSpec compared(
      Value.Entry entry, String path, String metric, String unit, long[] window) {
    String text = Types.TEXT.read(entry.value(), path, reading);
    if (text == null) {
      return null;
    }
    Matcher compared = COMPARED.matcher(text);
    String sign = "between";
    String limit = text;
    Double low;
    Double high;
    if (compared.matches()) {
      sign = compared.group(1);
      limit = compared.group(2);
      low = limit(limit, unit, entry, path);
      high = low;
    } else {
      String[] ends = text.split("\\.\\.", -1);
      if (ends.length != 2) {
        String right = "it is written \"<= 300ms\", \"== 0\" or \"1ms..2ms\"";
        reading.wrong(entry.value(), path, "'" + text + "' is no comparison", right);
        return null;
      }
      low = limit(ends[0].strip(), unit, entry, path);
      high = limit(ends[1].strip(), unit, entry, path);
    }
    if (low == null || high == null) {
      return null;
    }
    if (low > high) {
      reading.wrong(entry.value(), path, "the ends are swapped", "the smaller one comes first");
      return null;
    }
    return new ExpectSpec(
        entry.key(), metric, window[0], window[1], knowable, sign, low, high, limit);
  }

  private Double limit(String text, String unit, Value.Entry entry, String path) {
    Units units = Units.ofMetric(unit);
    BigDecimal value =
        units.parse(
            text, why -> reading.wrong(entry.value(), path, why, "it takes " + units.example()));
    return value == null ? null : value.doubleValue();
  }

  /** An edge of a window, nanoseconds, or -1 with the reason told. */
  private long edge(String text, Value.Entry entry, String path) {
    Matcher relative = EDGE.matcher(text);
    long baseNs = 0;
    String offset = text;
    if (relative.matches()) {
      int number = relative.group(1) == null ? 1 : Integer.parseInt(relative.group(1));
      if (number > failures.size()) {
        knowable = false;
      } else {
        baseNs = failures.get(number - 1).atNs();
      }
      offset = relative.group(2) == null ? "0s" : relative.group(2);
    }
    BigDecimal ns =
        Units.DURATION.parse(
            offset,
            why ->
                reading
                    .problems()
                    .add(
                        entry.keyPosition(),
                        path,
                        why,
                        "a window is [3m..5m] or [failure+0s..failure+60s]"));
    if (ns != null && ns.signum() < 0) {
      String right = "times count from t=0 or from a failure";
      reading.problems().add(entry.keyPosition(), path, "'" + text + "' is negative", right);
    }
    return ns == null || ns.signum() < 0 ? -1 : baseNs + ns.longValue();
  }
}
