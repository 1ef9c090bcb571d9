package dev.haishin.report;

/** Lengths of a drawing as text: one decimal is finer than any screen shows. */
final class Coordinates {
  private Coordinates() {}

  static String of(double length) {
    long tenths = StrictMath.round(length * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return size % 10 == 0 ? sign + size / 10 : sign + size / 10 + "." + size % 10;
  }
}
