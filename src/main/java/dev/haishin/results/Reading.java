package dev.haishin.results;

import java.util.OptionalDouble;

/**
 * The answer to a question, or why there is none.
 *
 * @param value in canonical units: nanoseconds, bytes, a second, fraction, count, USD
 * @param reason why it is unknown; empty where it is known
 */
public record Reading(OptionalDouble value, String reason) {

  /** Checks that there is either a value or a reason. */
  public Reading {
    if (value.isPresent() != reason.isEmpty()) {
      throw new IllegalArgumentException("either a value or a reason: " + reason);
    }
  }

  /** A value; what is no finite number is unknown. */
  public static Reading of(double value) {
    return Double.isFinite(value)
        ? new Reading(OptionalDouble.of(value), "")
        : unknown("not a finite number");
  }

  /** A whole number. */
  public static Reading of(long value) {
    return of((double) value);
  }

  /** No value. */
  public static Reading unknown(String reason) {
    return new Reading(OptionalDouble.empty(), reason);
  }

  /** Whether there is a value. */
  public boolean isKnown() {
    return value.isPresent();
  }
}
