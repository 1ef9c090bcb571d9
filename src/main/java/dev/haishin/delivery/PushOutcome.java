package dev.haishin.delivery;

/** What became of one attempt to hand a push to its provider. */
public enum PushOutcome {
  /** The provider took it. */
  ACCEPTED,
  /** The provider refused it this time, for too many requests or an exhausted quota. */
  THROTTLED,
  /** The provider failed, the connection broke, or no answer came in time. */
  ERROR,
  /** The device no longer has this token; trying again is of no use. */
  INVALID_TOKEN
}
