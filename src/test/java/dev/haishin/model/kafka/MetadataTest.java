package dev.haishin.model.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MetadataTest {
  private final Metadata metadata = new KafkaCluster(0, 0, 3, 3, 3, 3).metadata();

  @Test
  void startsWithThePreferredLeaders() {
    for (int partition = 0; partition < 3; partition++) {
      assertEquals(partition, metadata.leader(Metadata.FIRST, partition));
    }
  }

  @Test
  void keepsOlderVersionsForClientsThatKnowNoNewer() {
    int[] leaders = {1, Metadata.NO_LEADER, 2};
    metadata.publish(leaders);
    leaders[0] = 2;
    assertEquals(0, metadata.leader(Metadata.FIRST, 0));
    assertEquals(1, metadata.leader(metadata.newest(), 0));
    assertEquals(Metadata.NO_LEADER, metadata.leader(metadata.newest(), 1));
  }

  @Test
  void wordsOfRefusalsKeepWhatTheyAreMadeOf() {
    long word = Refusal.word(255, Refusal.NOT_LEADER, 1 << 30);
    assertEquals(255, Refusal.low(word));
    assertEquals(Refusal.NOT_LEADER, Refusal.code(word));
    assertEquals(1 << 30, Refusal.version(word));
    long refusal = Refusal.of(KafkaCluster.MAX_PARTITIONS - 1, Refusal.OUT_OF_ORDER);
    assertEquals(KafkaCluster.MAX_PARTITIONS - 1, Refusal.partitionOf(refusal));
    assertEquals(Refusal.OUT_OF_ORDER, Refusal.codeOf(refusal));
  }
}
