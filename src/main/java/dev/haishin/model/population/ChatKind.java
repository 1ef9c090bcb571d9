package dev.haishin.model.population;

import dev.haishin.engine.Distribution;

/**
 * One kind of chat as the social graph needs it.
 *
 * @param number of the kind, by {@code results.Facet.CHATS}
 * @param sizeLaw the size over chats, the sender counted
 * @param perUser chats of the kind a user is in, on average; above 0
 * @param popularityExponent Zipf exponent of a chat's share of the messages, 0 for all alike
 */
public record ChatKind(
    int number, Distribution sizeLaw, double perUser, double popularityExponent) {
  /** Refuses what no graph can have. */
  public ChatKind {
    if (!(perUser > 0 && perUser <= 255)) {
      throw new IllegalArgumentException("perUser must lie in (0, 255], not " + perUser);
    }
    if (!(popularityExponent >= 0)) {
      throw new IllegalArgumentException(
          "popularityExponent must be at least 0, not " + popularityExponent);
    }
  }
}
