package dev.haishin.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionHashTest {

  /** Vectors of the Kafka, KafkaJS and librdkafka test suites. */
  @ParameterizedTest
  @CsvSource({
    "21, -973932308",
    "foobar, -790332482",
    "a-little-bit-long-string, -985981536",
    "a-little-bit-longer-string, -1486304829",
    "lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8, -58897971",
    "abc, 479470107",
    "0, 971027396",
    "1, -1993445489",
    "128, -326012175",
    "2187, -1508407203",
    "16384, -325739742",
    "78125, -1654490814",
    "279936, 1462227128",
    "823543, -2014198330",
    "2097152, 607668903",
    "4782969, -1182699775",
    "10000000, -1830336757",
    "19487171, -1603849305",
    "35831808, -857013643",
    "62748517, -1167431028",
    "105413504, -381294639",
    "170859375, -1658323481",
    "100:48069, 1009543857",
    "kafka, 0xd067cf64",
    "giberish123456789, 0x8f552b0c",
    "1234, 0x9fc97b14",
    "234, 0xe7c009ca",
    "34, 0x873930da",
    "4, 0x5a4b5ca1",
    "'', 0x106e08d9"
  })
  void hashesThePublishedVectors(String key, String expected) {
    byte[] bytes = key.getBytes(UTF_8);
    assertEquals((int) (long) Long.decode(expected), PartitionHash.murmur2(bytes, 0, bytes.length));
  }

  /** Vectors of the kafka-python test suite. */
  @ParameterizedTest
  @CsvSource({"'', 681", "a, 524", "ab, 434", "abc, 107", "123456789, 566"})
  void choosesThePublishedPartitionOfAThousand(String key, int expected) {
    assertEquals(expected, PartitionHash.partition(key.getBytes(UTF_8), 1000));
  }

  @Test
  void choosesThePublishedPartitionOfTwoRawBytes() {
    assertEquals(742, PartitionHash.partition(new byte[] {0x00, 0x20}, 1000));
  }

  @Test
  void agreesWithTheRealClientOnRandomKeys() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      byte[] key = randomBytes(random, i % 70);
      int partitions = 1 + (int) (random.nextLong() >>> 51);
      assertEquals(Utils.murmur2(key), PartitionHash.murmur2(key, 0, key.length));
      assertEquals(
          BuiltInPartitioner.partitionForKey(key, partitions),
          PartitionHash.partition(key, partitions));
    }
  }

  @Test
  void agreesWithTheRealClientOnSerializedNumbers() {
    SplittableRandom random = new SplittableRandom(2);
    try (LongSerializer serializer = new LongSerializer()) {
      for (int i = 0; i < 20_000; i++) {
        long key = random.nextLong() >> (i % Long.SIZE);
        byte[] bytes = serializer.serialize("chats", key);
        assertEquals(
            BuiltInPartitioner.partitionForKey(bytes, 4800), PartitionHash.partition(key, 4800));
      }
    }
  }

  @Test
  void aNumberIsHashedBigEndian() {
    byte[] littleEndian = ByteBuffer.allocate(Long.BYTES).putLong(Long.reverseBytes(7L)).array();
    assertNotEquals(PartitionHash.murmur2(littleEndian, 0, 8), PartitionHash.murmur2(7L));
  }

  @Test
  void aRangeHashesLikeACopyOfIt() {
    byte[] data = randomBytes(new SplittableRandom(3), 64);
    for (int from = 0; from < 32; from++) {
      byte[] copy = Arrays.copyOfRange(data, from, 60);
      assertEquals(Utils.murmur2(copy), PartitionHash.murmur2(data, from, 60 - from));
    }
  }

  @Test
  void theLowestHashBecomesZeroNotItsAbsoluteValue() {
    assertEquals(0, PartitionHash.toPositive(Integer.MIN_VALUE));
    assertEquals(Integer.MAX_VALUE, PartitionHash.toPositive(-1));
  }

  private static byte[] randomBytes(SplittableRandom random, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) random.nextLong();
    }
    return bytes;
  }
}
