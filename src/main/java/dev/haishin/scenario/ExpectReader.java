package dev.haishin.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code expect}: metric paths with windows, compared with limits in their unit. */
final class ExpectReader {
  private static final Pattern COMPARED = Pattern.compile("(<=|>=|==|<(?!=)|>(?!=))\\s*(.+)");

  private final AskedReader asks;
  private final Reading reading;

  ExpectReader(AskedReader asks, Reading reading) {
    this.asks = asks;
    this.reading = reading;
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
    AskedSpec asked = asks.read(entry.key(), entry.keyPosition(), path);
    return asked == null ? null : compared(entry, path, asked);
  }

  private ExpectSpec compared(Value.Entry entry, String path, AskedSpec asked) {
    String unit = asked.unit();
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
        entry.key(),
        asked.metric(),
        asked.fromNs(),
        asked.toNs(),
        asked.knowable(),
        sign,
        low,
        high,
        limit);
  }

  private Double limit(String text, String unit, Value.Entry entry, String path) {
    Units units = Units.ofMetric(unit);
    BigDecimal value =
        units.parse(
            text, why -> reading.wrong(entry.value(), path, why, "it takes " + units.example()));
    return value == null ? null : value.doubleValue();
  }
}
