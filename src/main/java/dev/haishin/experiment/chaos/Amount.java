package dev.haishin.experiment.chaos;

/**
 * One value of a failure.
 *
 * @param key such as {@code at} or {@code share}
 * @param value in the measure's unit
 */
record Amount(String key, Measure measure, long value) {
  /** Checks that it is not negative. */
  Amount {
    if (value < 0) {
      throw new IllegalArgumentException(key + " of " + value);
    }
  }

  /** The same key with another value. */
  Amount with(long other) {
    return new Amount(key, measure, other);
  }

  /** {@code at: 30s}. */
  String text() {
    return key + ": " + measure.text(value);
  }
}
