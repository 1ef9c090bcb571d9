package dev.haishin.model;

import dev.haishin.delivery.Backoff;

/** Backoff rules by the names that scenarios use. */
final class Backoffs {
  private Backoffs() {}

  static Backoff of(String name) {
    return switch (name) {
      case "none" -> Backoff.NONE;
      case "exponential" -> Backoff.EXPONENTIAL;
      case "equal-jitter" -> Backoff.EQUAL_JITTER;
      case "decorrelated" -> Backoff.DECORRELATED;
      default -> Backoff.FULL_JITTER;
    };
  }
}
