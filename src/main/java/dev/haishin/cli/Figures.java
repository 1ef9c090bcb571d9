package dev.haishin.cli;

import dev.haishin.experiment.statistics.Interval;
import dev.haishin.results.Reading;
import dev.haishin.results.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Figures as a reader wants them: three digits, a unit that fits, the same in every locale. */
final class Figures {
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final double THOUSAND = 1000;
  private static final String[] COUNTS = {"", "k", "M", "G", "T"};
  private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
  private static final long NS_PER_SECOND = 1_000_000_000L;

  private Figures() {}

  /** A canonical value with its unit, or a dash where nothing is known. */
  static String of(Reading reading, Unit unit) {
    return reading.isKnown() ? of(reading.value().getAsDouble(), unit) : "-";
  }

  /**
   * A canonical value with its unit: {@code 48.2ms}, {@code 1.24s}, {@code 61.3%}, {@code 12.3k/s}.
   */
  static String of(double value, Unit unit) {
    return switch (unit) {
      case DURATION -> duration(value);
      case FRACTION -> percent(value);
      case COUNT -> count(value);
      case BYTES -> bytes(value);
      case PER_SECOND -> count(value) + "/s";
      case BYTES_PER_SECOND -> bytes(value) + "/s";
      case USD -> count(value) + " USD";
    };
  }

  /** A mean with half its interval, {@code 48.2ms ± 1.1ms}; a dash where the spread is unknown. */
  static String of(Interval interval, Unit unit) {
    return of(interval.mean(), unit)
        + " ± "
        + (interval.isBounded() ? of(interval.half(), unit) : "-");
  }

  /** A difference with its sign, {@code -3.1ms}; nothing has none. */
  static String signed(double value, Unit unit) {
    String size = of(Math.abs(value), unit);
    return value > 0 ? "+" + size : value < 0 ? "-" + size : size;
  }

  /** Seconds, in the unit that fits. */
  static String seconds(double seconds) {
    return duration(seconds * NS_PER_SECOND);
  }

  private static String duration(double ns) {
    if (ns < THOUSAND) {
      return three(ns) + "ns";
    }
    if (ns < THOUSAND * THOUSAND) {
      return three(ns / 1e3) + "us";
    }
    return ns < NS_PER_SECOND ? three(ns / 1e6) + "ms" : three(ns / 1e9) + "s";
  }

  /**
   * Three digits and a thousand's name: {@code 4.5k}, {@code 96M}; whole numbers below 10,000 in
   * full.
   */
  static String count(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 10 * THOUSAND) {
      return Long.toString((long) value);
    }
    return scaled(value, THOUSAND, COUNTS, "");
  }

  /** The same for a whole number. */
  static String count(long value) {
    return count((double) value);
  }

  /** Bytes in powers of 1024. */
  static String bytes(long value) {
    return bytes((double) value);
  }

  private static String bytes(double value) {
    return scaled(value, 1024, BYTES, " ");
  }

  /** A fraction as a percentage; nearly all is not all. */
  static String percent(double fraction) {
    return fraction < 1 && fraction >= 0.9995 ? ">99.9%" : three(100 * fraction) + "%";
  }

  /** Wall-clock time as a clock shows it: {@code 0:03}, {@code 12:40}, {@code 1:02:03}. */
  static String clock(long ns) {
    long seconds = (ns + NS_PER_SECOND - 1) / NS_PER_SECOND;
    String minutes = Long.toString(seconds / 60 % 60);
    String rest = two(seconds % 60);
    long hours = seconds / 3600;
    return hours > 0 ? hours + ":" + two(seconds / 60 % 60) + ":" + rest : minutes + ":" + rest;
  }

  /** Every digit of a whole number, in groups of three. */
  static String grouped(long value) {
    StringBuilder text = new StringBuilder(Long.toString(Math.abs(value)));
    for (int i = text.length() - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return value < 0 ? "-" + text : text.toString();
  }

  private static String scaled(double value, double step, String[] units, String gap) {
    int unit = 0;
    double rest = value;
    while (Math.abs(rest) >= step && unit < units.length - 1) {
      rest /= step;
      unit++;
    }
    return three(rest) + gap + units[unit];
  }

  private static String three(double value) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shown =
        Math.abs(value) >= 100
            ? exact.setScale(0, RoundingMode.HALF_UP)
            : exact.round(THREE_DIGITS);
    return shown.stripTrailingZeros().toPlainString();
  }

  private static String two(long value) {
    return value < 10 ? "0" + value : Long.toString(value);
  }
}
