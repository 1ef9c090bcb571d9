package dev.haishin.model.population;

import dev.haishin.engine.CounterHash;

/**
 * One membership a user: a bijection between the users of all regions and equally many slots, in
 * which a given share of a region's slots belongs to people of other regions.
 *
 * <p>A keyed permutation of each region's slots sets some aside for travellers; a permutation over
 * the travellers of all regions sends them on; another permutation of each region's users says who
 * they are.
 */
final class Layer {
  private final int[] firstUser;
  private final long[] travellers;
  private final long[] firstTraveller;
  private final Permutation[] slotOrder;
  private final Permutation[] userOrder;
  private final Permutation journey;

  /**
   * The layer of a key.
   *
   * @param firstUser the first user of each region, and the user count
   * @param travellers how many members of each region's chats may live elsewhere
   */
  Layer(int[] firstUser, long[] travellers, long key) {
    int regions = travellers.length;
    this.firstUser = firstUser;
    this.travellers = travellers;
    this.firstTraveller = new long[regions + 1];
    this.slotOrder = new Permutation[regions];
    this.userOrder = new Permutation[regions];
    for (int r = 0; r < regions; r++) {
      long users = firstUser[r + 1] - firstUser[r];
      firstTraveller[r + 1] = firstTraveller[r] + travellers[r];
      slotOrder[r] = new Permutation(users, CounterHash.bits(key, r, 1));
      userOrder[r] = new Permutation(users, CounterHash.bits(key, r, 2));
    }
    this.journey =
        new Permutation(Math.max(1, firstTraveller[regions]), CounterHash.bits(key, 0, 3));
  }

  /** The user in a slot of a region. */
  int user(int region, long slot) {
    long place = slotOrder[region].apply(slot);
    int home = region;
    if (place < travellers[region]) {
      long traveller = journey.apply(firstTraveller[region] + place);
      home = regionOfTraveller(traveller);
      place = traveller - firstTraveller[home];
    }
    return firstUser[home] + (int) userOrder[home].apply(place);
  }

  /** The slot of a user, packed as region and slot: see {@link #regionOf} and {@link #slotOf}. */
  long place(int region, int user) {
    long place = userOrder[region].invert(user - firstUser[region]);
    int chatRegion = region;
    if (place < travellers[region]) {
      long traveller = journey.invert(firstTraveller[region] + place);
      chatRegion = regionOfTraveller(traveller);
      place = traveller - firstTraveller[chatRegion];
    }
    return ((long) chatRegion << 40) | slotOrder[chatRegion].invert(place);
  }

  static int regionOf(long place) {
    return (int) (place >>> 40);
  }

  static long slotOf(long place) {
    return place & ((1L << 40) - 1);
  }

  private int regionOfTraveller(long traveller) {
    int region = 0;
    while (traveller >= firstTraveller[region + 1]) {
      region++;
    }
    return region;
  }
}
