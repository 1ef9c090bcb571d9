package dev.haishin.scenario;

/**
 * How a message reaches the members of its chat.
 *
 * @param strategy {@code write}, {@code read}, {@code hybrid} or another one's name
 * @param writeUpTo members up to which the hybrid strategy writes a copy for each
 */
public record FanoutSpec(String strategy, int writeUpTo) {
  /** Checks the range. */
  public FanoutSpec {
    Require.notNegative("write-up-to", writeUpTo);
  }
}
