package dev.haishin.delivery;

/** How a push left its dispatcher. Each push that was offered ends exactly once. */
public enum PushEnd {
  /** The provider took it. */
  ACCEPTED,
  /** The token is void: forget it, and reach the user by other means if there are any. */
  INVALID_TOKEN,
  /** Attempts or time ran out, and the rules know another way to reach the user. */
  FALLBACK,
  /** Attempts or time ran out, and there is no other way. */
  EXPIRED,
  /** The queue was full. */
  DROPPED,
  /** The dispatcher went away with the push still in it. */
  ABANDONED
}
