package dev.haishin.report;

/**
 * A scripted failure as the timelines show it.
 *
 * @param atSeconds when it strikes, from the start of the run
 * @param untilSeconds when it ends, or {@link Double#NaN} where the failure has no end of its own
 * @param label what fails, for instance {@code crash gateway tokyo #1}
 */
record FailureMark(double atSeconds, double untilSeconds, String label) {
  FailureMark {
    if (!Double.isFinite(atSeconds)) {
      throw new IllegalArgumentException("a failure needs a time, not " + atSeconds);
    }
  }

  boolean hasEnd() {
    return untilSeconds > atSeconds;
  }
}
