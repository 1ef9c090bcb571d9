package dev.haishin.results;

/** How an expectation compares what was measured with its limits. */
public enum Comparison {
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">="),
  EQUAL("=="),
  /** From the lower limit to the upper one, both included. */
  BETWEEN("between");

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  /** How it is written in files. */
  public String sign() {
    return sign;
  }

  /** Whether a value keeps the limits; those with one limit have it in both places. */
  boolean holds(double value, double low, double high) {
    return switch (this) {
      case LESS -> value < high;
      case AT_MOST -> value <= high;
      case GREATER -> value > low;
      case AT_LEAST -> value >= low;
      case EQUAL -> value == low;
      case BETWEEN -> value >= low && value <= high;
    };
  }
}
