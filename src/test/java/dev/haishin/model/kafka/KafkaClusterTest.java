package dev.haishin.model.kafka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.LongSerializer;
import org.junit.jupiter.api.Test;

class KafkaClusterTest {

  private static int[] replicas(KafkaCluster cluster, int partition) {
    int[] replicas = new int[cluster.replication()];
    Arrays.setAll(replicas, rank -> cluster.replica(partition, rank));
    return replicas;
  }

  /**
   * The example in the documentation of Kafka's rack-aware assignment, by place in its list that
   * alternates racks (0, 3, 1, 5, 4, 2).
   */
  @Test
  void replicasArePlacedAsInTheExampleThatKafkaDocuments() {
    KafkaCluster cluster = new KafkaCluster(0, 0, 6, 3, 7, 3);

    assertArrayEquals(new int[] {0, 1, 2}, replicas(cluster, 0));
    assertArrayEquals(new int[] {1, 2, 3}, replicas(cluster, 1));
    assertArrayEquals(new int[] {2, 3, 4}, replicas(cluster, 2));
    assertArrayEquals(new int[] {3, 4, 5}, replicas(cluster, 3));
    assertArrayEquals(new int[] {4, 5, 0}, replicas(cluster, 4));
    assertArrayEquals(new int[] {5, 0, 1}, replicas(cluster, 5));
    assertArrayEquals(new int[] {0, 4, 5}, replicas(cluster, 6));
  }

  @Test
  void leadersAreSpreadEvenlyAndReplicasStandInDifferentZones() {
    for (int brokers = 1; brokers <= 12; brokers++) {
      for (int zones = 1; zones <= 4; zones++) {
        for (int replication = 1; replication <= Math.min(3, brokers); replication++) {
          checkSpread(new KafkaCluster(0, 0, brokers, zones, 100, replication), zones);
        }
      }
    }
  }

  private static void checkSpread(KafkaCluster cluster, int zones) {
    int[] led = new int[cluster.brokers()];
    int zonesUsable = Math.min(zones, cluster.brokers());
    for (int partition = 0; partition < cluster.partitions(); partition++) {
      led[cluster.leader(partition)]++;
      int[] replicas = replicas(cluster, partition);
      assertEquals(replicas.length, Arrays.stream(replicas).distinct().count());
      long zonesUsed = Arrays.stream(replicas).map(broker -> broker % zones).distinct().count();
      assertEquals(Math.min(replicas.length, zonesUsable), zonesUsed);
    }
    int spread = Arrays.stream(led).max().orElseThrow() - Arrays.stream(led).min().orElseThrow();
    assertTrue(spread <= 1, () -> "leaders " + Arrays.toString(led));
  }

  @Test
  void aChatFallsIntoThePartitionThatKafkasClientsChoose() {
    KafkaCluster cluster = new KafkaCluster(0, 0, 3, 3, 1200, 3);
    try (LongSerializer serializer = new LongSerializer()) {
      long chat = 0x9e3779b97f4a7c15L;
      for (int i = 0; i < 10_000; i++) {
        int expected =
            BuiltInPartitioner.partitionForKey(serializer.serialize("messages", chat), 1200);
        assertEquals(expected, cluster.partitionOf(chat));
        chat = chat * 6364136223846793005L + i;
      }
    }
  }

  @Test
  void workersShareThePartitionsOutInRangesThatDifferByOneAtMost() {
    KafkaCluster cluster = new KafkaCluster(0, 0, 3, 3, 14, 3);
    int[] first = new int[4];
    int[] count = new int[4];
    Arrays.setAll(first, worker -> cluster.firstPartition(worker, 4));
    Arrays.setAll(count, worker -> cluster.partitionCount(worker, 4));

    assertArrayEquals(new int[] {0, 4, 8, 11}, first);
    assertArrayEquals(new int[] {4, 4, 3, 3}, count);
  }

  @Test
  void moreReplicasThanBrokersAreRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new KafkaCluster(0, 0, 3, 3, 12, 5));
    assertTrue(refused.getMessage().contains("3 brokers, but is 5"), refused.getMessage());
  }
}
