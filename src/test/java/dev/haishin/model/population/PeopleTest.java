package dev.haishin.model.population;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Users are numbered region after region, and cut into client shards. */
class PeopleTest {
  @Test
  void cutsARegionIntoShardsOfFourMillionAndAtLeastFour() {
    assertEquals(4, people(60_000).shards());
    assertEquals(4, people(900_000).shards());
    assertEquals(24, people(96_000_000).shards());
    assertEquals(256, people(2_000_000_000).shards());
    assertEquals(3, people(3).shards());
    assertEquals(1, people(1).shards());
  }

  @Test
  void findsEveryUserInExactlyOneShard() {
    People people = new People(new int[] {10, 1_003, 6}, new int[] {0, 0, 2}, new double[3], 1);
    people.shardsStartAt(50);
    int next = 0;
    for (int shard = 0; shard < people.shards(); shard++) {
      assertEquals(next, people.shardFirstUser(shard));
      for (int i = 0; i < people.shardUsers(shard); i++) {
        assertEquals(50 + shard, people.shardProcess(next));
        assertEquals(people.shardRegion(shard), people.region(next));
        next++;
      }
    }
    assertEquals(people.users(), next);
    assertEquals(0, people.home(10));
    assertEquals(2, people.home(1_013));
  }

  @Test
  void givesEachRegionItsShareOfPlatforms() {
    People people = new People(new int[] {20_000}, new int[] {0}, new double[] {0.65}, 1);
    int ios = 0;
    for (int user = 0; user < 20_000; user++) {
      ios += people.isIos(user) ? 1 : 0;
    }
    assertEquals(0.65, ios / 20_000.0, 0.0135); // four standard errors
  }

  private static People people(int users) {
    return new People(new int[] {users}, new int[] {0}, new double[] {0.5}, 1);
  }
}
