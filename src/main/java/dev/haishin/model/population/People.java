package dev.haishin.model.population;

import dev.haishin.engine.CounterHash;

/**
 * Where everyone lives: users are numbered region after region; a region's users are cut into
 * client shards of equal size.
 */
public final class People {
  private static final int MOST_SHARDS = 256;
  private static final int USERS_A_SHARD = 4_000_000;

  private final int[] firstUser;
  private final int[] home;
  private final int[] firstShard;
  private final int[] shardUsers;
  private final double[] iosShare;
  private final long platformKey;
  private int firstShardProcess;

  /**
   * The population of a seed.
   *
   * @param users of each region
   * @param home the region that holds each region's primary data
   * @param iosShare of each region's devices
   */
  public People(int[] users, int[] home, double[] iosShare, long seed) {
    this.home = home;
    this.iosShare = iosShare;
    this.platformKey = CounterHash.key(seed, "platform", "");
    firstUser = new int[users.length + 1];
    firstShard = new int[users.length + 1];
    shardUsers = new int[users.length];
    for (int r = 0; r < users.length; r++) {
      firstUser[r + 1] = Math.addExact(firstUser[r], users[r]);
      int shards = shardsOf(users[r]);
      shardUsers[r] = (users[r] + shards - 1) / shards;
      firstShard[r + 1] = firstShard[r] + (users[r] + shardUsers[r] - 1) / shardUsers[r];
    }
  }

  /** How many client shards so many users of a region are cut into, about. */
  public static int shardsOf(int users) {
    return Math.max(1, Math.min(MOST_SHARDS, Math.max(users / USERS_A_SHARD, Math.min(4, users))));
  }

  /** Says which process is the first client shard; the others follow it. */
  public void shardsStartAt(int process) {
    firstShardProcess = process;
  }

  /** How many regions there are. */
  public int regions() {
    return home.length;
  }

  /** The first user of each region, then the user count. */
  public int[] firstUsers() {
    return firstUser.clone();
  }

  /** Users of one region. */
  public int users(int region) {
    return firstUser[region + 1] - firstUser[region];
  }

  /** Users of all regions. */
  public int users() {
    return firstUser[regions()];
  }

  /** The region a user lives in. */
  public int region(int user) {
    int region = 0;
    while (user >= firstUser[region + 1]) {
      region++;
    }
    return region;
  }

  /** The region that holds a user's primary data. */
  public int home(int user) {
    return home[region(user)];
  }

  /** The region that holds a region's primary data. */
  public int homeOfRegion(int region) {
    return home[region];
  }

  /** Whether a user's device speaks to APNs; the others speak to FCM. */
  public boolean isIos(int user) {
    return CounterHash.fraction(platformKey, user) < iosShare[region(user)];
  }

  /** How many client shards there are. */
  public int shards() {
    return firstShard[regions()];
  }

  /** The region of a shard. */
  public int shardRegion(int shard) {
    int region = 0;
    while (shard >= firstShard[region + 1]) {
      region++;
    }
    return region;
  }

  /** A shard's number within its region. */
  public int shardNumber(int shard) {
    return shard - firstShard[shardRegion(shard)];
  }

  /** The first user of a shard. */
  public int shardFirstUser(int shard) {
    int region = shardRegion(shard);
    return firstUser[region] + (shard - firstShard[region]) * shardUsers[region];
  }

  /** How many users a shard holds. */
  public int shardUsers(int shard) {
    int region = shardRegion(shard);
    return Math.min(shardUsers[region], firstUser[region + 1] - shardFirstUser(shard));
  }

  /** The shard that holds a user's state. */
  public int shard(int user) {
    int region = region(user);
    return firstShard[region] + (user - firstUser[region]) / shardUsers[region];
  }

  /** The process that holds a user's state. */
  public int shardProcess(int user) {
    return process(shard(user));
  }

  /** A shard's process. */
  int process(int shard) {
    return firstShardProcess + shard;
  }
}
