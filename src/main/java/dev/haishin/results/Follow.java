package dev.haishin.results;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Which delivery is to be followed: the slowest one of a message, or the one at a percentile of the
 * time from tap to screen.
 *
 * @param messageId of the message, if one was named
 * @param percentile 0 to 100, if one was named
 */
public record Follow(OptionalLong messageId, OptionalDouble percentile) {
  private static final String SLOWEST = "max";

  /**
   * Reads the number of a message, {@code p99.9}, or {@code max} for the slowest of all.
   *
   * @throws IllegalArgumentException saying what is wrong; what would be right
   */
  public static Follow parse(String text) {
    if (text.equals(SLOWEST)) {
      return new Follow(OptionalLong.empty(), OptionalDouble.of(100));
    }
    if (text.matches("[0-9]{1,18}")) {
      return new Follow(OptionalLong.of(Long.parseLong(text)), OptionalDouble.empty());
    }
    if (text.matches("p[0-9]{1,3}(\\.[0-9]{1,6})?")) {
      double percentile = Double.parseDouble(text.substring(1));
      if (percentile <= 100) {
        return new Follow(OptionalLong.empty(), OptionalDouble.of(percentile));
      }
    }
    throw new IllegalArgumentException(
        "is no message; give the number of one, a percentile such as p99.9, or max");
  }
}
