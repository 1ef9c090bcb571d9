package dev.haishin.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as a reader wants them: few digits, a unit that fits, the same in every locale. */
final class Quantity {
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final double MS_PER_SECOND = 1000;
  private static final double MS_PER_MINUTE = 60_000;
  private static final String[] COUNT_UNITS = {"", "k", "M", "G"};
  private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

  private Quantity() {}

  /** A value with its unit: {@code 48.2 ms}, {@code 1.24 s}, {@code 61.3%}, {@code 12,345/s}. */
  static String of(double value, String unit) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    return switch (unit) {
      case "ms" -> milliseconds(value);
      case "s" -> milliseconds(value * MS_PER_SECOND);
      case "fraction", "ratio" -> percent(100 * value);
      case "B", "bytes" -> bytes(value, "");
      case "B/s" -> bytes(value, "/s");
      case "1/s", "/s", "per second" -> digits(value) + "/s";
      case "USD" -> digits(value) + " USD";
      case "", "1", "count" -> digits(value);
      default -> digits(value) + " " + unit;
    };
  }

  /** A value on an axis: short, and round where the value is round; the axis names rates. */
  static String tick(double value, String unit) {
    return switch (unit) {
      case "ms" ->
          value < MS_PER_SECOND ? milliseconds(value) : thousands(value / MS_PER_SECOND) + " s";
      case "", "1", "count", "1/s", "/s", "per second" -> thousands(value);
      default -> of(value, unit);
    };
  }

  /** {@code 4.5k}, {@code 96M}: as counts are written in scenarios. */
  private static String thousands(double value) {
    int unit = 0;
    double scaled = value;
    while (Math.abs(scaled) >= 1000 && unit < COUNT_UNITS.length - 1) {
      scaled /= 1000;
      unit++;
    }
    return short3(scaled) + COUNT_UNITS[unit];
  }

  /** A percentile as its metric's statistic is spelt, without the p: 0.999 is {@code 99.9}. */
  static String nines(double fraction) {
    return BigDecimal.valueOf(StrictMath.round(fraction * 1e9), 7)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** A moment or a length of simulated time: {@code 90s} is {@code 1m30s}. */
  static String clock(double seconds) {
    long whole = (long) seconds;
    if (whole != seconds) {
      return digits(seconds) + "s";
    }
    long hours = whole / 3600;
    long minutes = whole / 60 % 60;
    long rest = whole % 60;
    String text =
        (hours > 0 ? hours + "h" : "")
            + (minutes > 0 ? minutes + "m" : "")
            + (rest > 0 ? rest + "s" : "");
    return text.isEmpty() ? "0" : text;
  }

  /** A whole number with thousands apart, or three significant digits of a broken one. */
  static String digits(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shown =
        Math.abs(value) >= 100 || value == StrictMath.rint(value)
            ? exact.setScale(0, RoundingMode.HALF_UP)
            : exact.round(THREE_DIGITS).stripTrailingZeros();
    return grouped(shown.toPlainString());
  }

  private static String milliseconds(double ms) {
    double size = Math.abs(ms);
    if (size == 0) {
      return "0 ms";
    }
    if (size < 0.001) {
      return digits(ms * MS_PER_SECOND * MS_PER_SECOND) + " ns";
    }
    if (size < 1) {
      return digits(ms * MS_PER_SECOND) + " µs";
    }
    if (size < MS_PER_SECOND) {
      return short3(ms) + " ms";
    }
    return size < 10 * MS_PER_MINUTE
        ? short3(ms / MS_PER_SECOND) + " s"
        : short3(ms / MS_PER_MINUTE) + " min";
  }

  /** Nearly all is not all: what rounds to 100% without being it says so. */
  private static String percent(double percent) {
    return percent < 100 && percent >= 99.95 ? ">99.9%" : digits(percent) + "%";
  }

  private static String bytes(double value, String suffix) {
    int unit = 0;
    double scaled = value;
    while (Math.abs(scaled) >= 1000 && unit < BYTE_UNITS.length - 1) {
      scaled /= 1000;
      unit++;
    }
    return short3(scaled) + " " + BYTE_UNITS[unit] + suffix;
  }

  private static String short3(double value) {
    return grouped(new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros().toPlainString());
  }

  private static String grouped(String plain) {
    int dot = plain.indexOf('.');
    int end = dot < 0 ? plain.length() : dot;
    int start = plain.startsWith("-") ? 1 : 0;
    StringBuilder text = new StringBuilder(plain);
    for (int i = end - 3; i > start; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }
}
