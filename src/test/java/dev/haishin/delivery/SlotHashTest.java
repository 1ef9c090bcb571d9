package dev.haishin.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.util.JedisClusterCRC16;

class SlotHashTest {

  /** Vectors of the Redis and Jedis test suites. */
  @ParameterizedTest
  @CsvSource({
    "'', 0x0000",
    "123456789, 0x31C3",
    "sfger132515, 0xA45C",
    "hae9Napahngaikeethievubaibogiech, 0x58CE",
    "AAAAAAAAAAAAAAAAAAAAAA, 0x92CD",
    "'Hello, World!', 0x4FD6"
  })
  void computesThePublishedChecksums(String key, String expected) {
    byte[] bytes = key.getBytes(US_ASCII);
    assertEquals(Integer.decode(expected), SlotHash.crc16(bytes, 0, bytes.length));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "123456789, 12739",
    "foo, 12182",
    "bar, 5061",
    "51, 7186",
    "{user1000}.following, 3443",
    "{user1000}.followers, 3443",
    "foo{{bar}}zap, 4015",
    "foo{bar}{zap}, 5061",
    "foo{}{bar}, 8363"
  })
  void findsThePublishedSlots(String key, int expected) {
    assertEquals(expected, slot(key));
  }

  @Test
  void theTagRuleTakesTheFirstNonEmptyTagOrTheWholeKey() {
    assertEquals(slot("{bar"), slot("foo{{bar}}zap"));
    assertNotEquals(slot("bar"), slot("foo{}{bar}"));
    assertNotEquals(slot("bar"), slot("foo{bar"));
  }

  @Test
  void agreesWithTheRealClientOnRandomKeysWithAndWithoutTags() {
    String alphabet = "ab01{}{}:.";
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder key = new StringBuilder();
      for (int length = i % 24; length > 0; length--) {
        key.append(alphabet.charAt((int) Math.floorMod(random.nextLong(), 10L)));
      }
      byte[] bytes = key.toString().getBytes(US_ASCII);
      assertEquals(JedisClusterCRC16.getSlot(bytes), SlotHash.slot(bytes), key::toString);
    }
  }

  @Test
  void agreesWithTheRealClientOnUserKeys() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 20_000; i++) {
      long userId = random.nextLong() >>> (1 + i % 63);
      assertEquals(JedisClusterCRC16.getSlot("u:" + userId), SlotHash.slotOfUser(userId));
    }
    for (long userId : new long[] {0, 9, 10, 99, 100, 194_000_000, Long.MAX_VALUE}) {
      assertEquals(JedisClusterCRC16.getSlot("u:" + userId), SlotHash.slotOfUser(userId));
    }
  }

  @Test
  void aKeyWithinALargerArrayHasItsOwnSlot() {
    byte[] data = "{no}foo{bar}}".getBytes(US_ASCII);
    assertEquals(slot("foo{bar}"), SlotHash.slot(data, 4, 8));
    assertEquals(slot("foo{bar"), SlotHash.slot(data, 4, 7));
  }

  @Test
  void negativeUsersAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> SlotHash.slotOfUser(-1));
  }

  private static int slot(String key) {
    return SlotHash.slot(key.getBytes(US_ASCII));
  }
}
