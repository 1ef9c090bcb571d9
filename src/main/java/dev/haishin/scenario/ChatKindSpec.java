package dev.haishin.scenario;

/**
 * Chats of one kind.
 *
 * @param share of the messages sent that go to chats of this kind
 * @param size members of a chat, the sender included; the law over chats
 * @param perUser chats of the kind that a user is in, on average
 * @param popularityExponent s of rank^-s
 */
public record ChatKindSpec(
    Kind kind, double share, Quantity size, double perUser, double popularityExponent) {
  /** The kinds there are. */
  public enum Kind {
    DIRECT,
    GROUP,
    OPEN
  }

  /** Checks the ranges. */
  public ChatKindSpec {
    Require.fraction("share", share);
    Require.positive("per-user", perUser);
    Require.notNegative("popularity", popularityExponent);
  }
}
