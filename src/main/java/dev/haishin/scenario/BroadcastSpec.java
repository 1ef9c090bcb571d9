package dev.haishin.scenario;

/**
 * An official account's message to many.
 *
 * @param atNs when it starts
 * @param from name of the account
 * @param audience number of users it goes to
 * @param pacePerSecond recipients a second
 * @param region index of the only region it goes to, or {@link #WORLD}
 */
public record BroadcastSpec(
    long atNs, String from, long audience, double pacePerSecond, int region) {
  /** The region of a broadcast that goes everywhere, its audience shared out by users. */
  public static final int WORLD = -1;

  /** Checks the ranges. */
  public BroadcastSpec {
    Require.notNegative("at", atNs);
    Require.notNegative("audience", audience);
    Require.positive("pace", pacePerSecond);
  }
}
