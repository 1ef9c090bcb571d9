package dev.haishin.delivery;

/**
 * Which region holds the primary data of the users and chats of each region.
 *
 * <p>Regions are numbered from 0. A chat belongs to the home of its region, and so does a user with
 * inbox and session entry.
 */
public final class RegionPolicy {
  private final int[] homes;

  /**
   * Makes the policy.
   *
   * @param homes the home of each region; a home must be its own home
   */
  public RegionPolicy(int... homes) {
    this.homes = homes.clone();
    for (int region = 0; region < homes.length; region++) {
      int home = homes[region];
      if (home < 0 || home >= homes.length || homes[home] != home) {
        throw new IllegalArgumentException(
            "the home of region " + region + " is " + home + ", which is not its own home");
      }
    }
  }

  /** The home of a region's users and chats. */
  public int homeOf(int region) {
    return homes[region];
  }

  /** Whether a message of a chat must be relayed to reach a user's inbox and session entry. */
  public boolean needsRelay(int chatRegion, int userRegion) {
    return homes[chatRegion] != homes[userRegion];
  }
}
