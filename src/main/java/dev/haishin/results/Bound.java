package dev.haishin.results;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The duration in {@code within(…)}, as scenarios write durations. */
final class Bound {
  private static final Pattern WRITTEN = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|ms|s|m|h|d)");
  private static final long NS_PER_SECOND = 1_000_000_000L;

  private Bound() {}

  /** Nanoseconds, or empty for what is no positive duration below 292 years. */
  static Optional<Long> parseNs(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal ns = new BigDecimal(matcher.group(1)).multiply(unitNs(matcher.group(2)));
    boolean fits = ns.signum() > 0 && ns.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0;
    return fits ? Optional.of(Math.max(1, ns.longValue())) : Optional.empty();
  }

  private static BigDecimal unitNs(String unit) {
    return BigDecimal.valueOf(
        switch (unit) {
          case "ns" -> 1;
          case "us" -> 1_000;
          case "ms" -> 1_000_000;
          case "s" -> NS_PER_SECOND;
          case "m" -> 60 * NS_PER_SECOND;
          case "h" -> 3600 * NS_PER_SECOND;
          default -> 24 * 3600 * NS_PER_SECOND;
        });
  }
}
