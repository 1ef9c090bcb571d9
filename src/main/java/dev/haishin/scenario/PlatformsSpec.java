package dev.haishin.scenario;

/** Shares of the platforms, which add up to 1. */
public record PlatformsSpec(double ios, double android) {
  /** Checks the ranges. */
  public PlatformsSpec {
    Require.fraction("ios", ios);
    Require.fraction("android", android);
  }
}
