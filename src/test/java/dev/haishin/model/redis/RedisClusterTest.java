package dev.haishin.model.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.delivery.SlotHash;
import dev.haishin.model.rack.Racks;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.util.JedisClusterCRC16;

/** Slots and ranges, against jedis and the rule of redis-cli. */
class RedisClusterTest {

  @Test
  void threeShardsOwnTheRangesOfTheClusterTutorial() {
    assertRange(0, 0, 5_460, 3);
    assertRange(1, 5_461, 10_922, 3);
    assertRange(2, 10_923, 16_383, 3);
  }

  @Test
  void cutsSlotsWhereTheCommandLineToolDoes() {
    for (int shards : new int[] {1, 2, 3, 5, 7, 64, 200, 600, 1_000, 16_384}) {
      double each = (double) SlotHash.SLOTS / shards;
      int first = 0;
      for (int shard = 0; shard < shards; shard++) {
        int last =
            shard == shards - 1
                ? SlotHash.SLOTS - 1
                : (int) Math.round(Math.fma(each, shard, each - 1));
        assertRange(shard, first, last, shards);
        first = last + 1;
      }
    }
  }

  @Test
  void findsAUsersShardByTheSlotThatJedisComputes() {
    RedisCluster cluster = new RedisCluster(new Racks(new int[] {11, 12, 13}, 5));
    int[] users = new int[5];
    for (int user = 0; user < 194_000_000; user += 19_391) {
      int slot = JedisClusterCRC16.getSlot("u:" + user);
      int shard = cluster.shardOf(user);
      assertEquals(RedisCluster.shardOfSlot(slot, 5), shard);
      users[shard]++;
    }
    for (int count : users) {
      assertTrue(count > 1_800 && count < 2_200, "of 10,005 users a shard holds " + count);
    }
  }

  @Test
  void refusesMoreShardsThanSlots() {
    Racks racks = new Racks(new int[3], 16_385);
    assertThrows(IllegalArgumentException.class, () -> new RedisCluster(racks));
    assertEquals(16_384, new RedisCluster(new Racks(new int[3], 16_384)).shards());
  }

  private static void assertRange(int shard, int first, int last, int shards) {
    assertEquals(shard, RedisCluster.shardOfSlot(first, shards), "first slot of " + shard);
    assertEquals(shard, RedisCluster.shardOfSlot(last, shards), "last slot of " + shard);
  }
}
