package dev.haishin.scenario;

/**
 * Typing notices or receipts.
 *
 * @param perUnit how many a message sent (typing) or a delivery (receipts); 0 for none
 * @param bundleNs for how long they are held back to travel together
 * @param bytes of one, without framing
 */
public record SmallMessageSpec(double perUnit, long bundleNs, long bytes) {
  /** Checks the ranges. */
  public SmallMessageSpec {
    Require.notNegative("small messages a unit", perUnit);
    Require.notNegative("bundle", bundleNs);
    Require.notNegative("bytes", bytes);
  }

  /** Whether there are none. */
  public boolean isNone() {
    return perUnit == 0;
  }
}
