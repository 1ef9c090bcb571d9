package dev.haishin.model.population;

/**
 * Who may be online in a second, published ahead of it by each client shard and read by everyone.
 *
 * <p>Sessions depend on nothing that happens in the world, so a shard draws them a second ahead. A
 * user's bit is set if their session holds them online at any instant of that second: a clear bit
 * proves that they are offline throughout, and saves the event that would only find that out.
 *
 * <p>A shard publishes second s at the start of second s - 1 (the first two before the run), and
 * keeps {@value #KEPT} of them; whoever reads it does so from half a second later on, long after
 * the window in which it was written, and not after s has ended. So readers on other threads need
 * no lock. One bit a user and second kept: half a byte a user.
 */
public final class Presence {
  /** Length of what is published at a time. */
  public static final long SECOND_NS = 1_000_000_000L;

  private static final int KEPT = 4;

  private final People people;
  private final long[][][] bits;

  /** Nobody has published anything yet. */
  public Presence(People people) {
    this.people = people;
    this.bits = new long[people.shards()][][];
  }

  /**
   * When a reader may first look at a second.
   *
   * @param second the number of the second, from 0
   */
  static long readableFromNs(long second) {
    return second <= 1 ? 0 : (second - 1) * SECOND_NS + SECOND_NS / 2;
  }

  /**
   * Whether a user may be online at an instant that may be too far ahead to be known of; false is
   * certain.
   *
   * @param nowNs when it is asked
   */
  public boolean mayBeOnline(int user, long atNs, long nowNs) {
    return nowNs < readableFromNs(atNs / SECOND_NS) || mayBeOnline(user, atNs);
  }

  /** Whether a user may be online at an instant; false is certain. */
  public boolean mayBeOnline(int user, long atNs) {
    int shard = people.shard(user);
    long[][] seconds = bits[shard];
    long[] words = seconds[(int) (atNs / SECOND_NS) & (seconds.length - 1)];
    int row = user - people.shardFirstUser(shard);
    return (words[row >>> 6] >>> row & 1) != 0;
  }

  /** Publishes the only set there will ever be of a shard: nobody comes or goes. */
  void publishForGood(int shard, long[] online) {
    bits[shard] = new long[][] {online};
  }

  /** The words of a second, for a shard to fill before anyone may read them. */
  long[] open(int shard, long second, int words) {
    if (bits[shard] == null) {
      bits[shard] = new long[KEPT][words];
    }
    return bits[shard][(int) second & (KEPT - 1)];
  }
}
