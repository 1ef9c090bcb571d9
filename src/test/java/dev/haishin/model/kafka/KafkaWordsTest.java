package dev.haishin.model.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is packed comes out again, up to the largest values. */
class KafkaWordsTest {

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "1, 1199, 123456789", "2, 524287, 8796093022207", "3, 524287, 0"})
  void aFetchWordKeepsOperationPartitionAndOffset(int operation, int partition, long offset) {
    long word = FetchWord.of(operation, partition, offset);

    assertEquals(operation, FetchWord.operation(word));
    assertEquals(partition, FetchWord.partition(word));
    assertEquals(offset, FetchWord.offset(word));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0", "1199, 500, 123456789", "524287, 4095, 8589934591"})
  void aRecordRunKeepsPartitionCountAndOffset(int partition, int count, long offset) {
    long word = RecordRun.of(partition, count, offset);

    assertEquals(partition, RecordRun.partition(word));
    assertEquals(count, RecordRun.count(word));
    assertEquals(offset, RecordRun.firstOffset(word));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, NONE, 0, 0", "4194303, 63, ALL, 255, 33554431", "17, 41, LEADER, 3, 5"})
  void aRequestHeaderKeepsWhoAsksAndHow(int process, int kind, Acks acks, int home, int slot) {
    long header = ProduceRequest.header(process, kind, acks, home, slot);

    assertEquals(process, ProduceRequest.process(header));
    assertEquals(kind, ProduceRequest.replyKind(header));
    assertEquals(acks, ProduceRequest.acks(header));
    assertEquals(home, ProduceRequest.home(header));
    assertEquals(slot, ProduceRequest.slot(header));
  }
}
