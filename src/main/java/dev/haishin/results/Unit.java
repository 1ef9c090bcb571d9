package dev.haishin.results;

/**
 * What a figure is measured in. Recorders and limits hold the canonical unit; files and people get
 * the printed one.
 */
public enum Unit {
  /** Canonical nanoseconds, printed as milliseconds. */
  DURATION("ms"),
  /** Between 0 and 1. */
  FRACTION("fraction"),
  /** A number of things. */
  COUNT(""),
  /** Bytes. */
  BYTES("B"),
  /** Things a second. */
  PER_SECOND("1/s"),
  /** Bytes a second. */
  BYTES_PER_SECOND("B/s"),
  /** Money. */
  USD("USD");

  private static final double NS_PER_MS = 1e6;

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /** How the printed unit is written; empty for plain numbers. */
  public String symbol() {
    return symbol;
  }

  /** A canonical value in the printed unit. */
  public double printed(double canonical) {
    return this == DURATION ? canonical / NS_PER_MS : canonical;
  }

  /** A printed value in the canonical unit. */
  public double canonical(double printed) {
    return this == DURATION ? printed * NS_PER_MS : printed;
  }
}
