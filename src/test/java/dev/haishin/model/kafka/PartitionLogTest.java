package dev.haishin.model.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PartitionLogTest {

  private static PartitionLog logOf(int records) {
    PartitionLog log = new PartitionLog(new LogRows(false));
    for (int i = 0; i < records; i++) {
      log.append(1_000 + i, 0, i, 10 + i, RowOrigin.NONE);
    }
    return log;
  }

  @Test
  void recordsKeepTheirOffsetsWhileTheRingGrowsAndWraps() {
    PartitionLog log = logOf(10);
    log.trimTo(7);
    for (int i = 10; i < 500; i++) {
      log.append(1_000 + i, 0, i, 10 + i, RowOrigin.NONE);
    }

    assertEquals(7, log.startOffset());
    assertEquals(500, log.endOffset());
    for (long offset = 7; offset < 500; offset++) {
      assertEquals(1_000 + offset, log.messageId(offset));
      assertEquals(offset, log.sinceNs(offset));
      assertEquals(10 + offset, log.bytesBetween(offset, offset + 1));
    }
  }

  @Test
  void aFetchReachesAsFarAsItsBytesButTakesOneRecordAtLeast() {
    PartitionLog log = logOf(20);
    log.trimTo(2);

    // records of 12, 13, 14, ... bytes
    assertEquals(3, log.reach(2, 20, 1));
    assertEquals(3, log.reach(2, 20, 24));
    assertEquals(4, log.reach(2, 20, 25));
    assertEquals(5, log.reach(2, 20, 12 + 13 + 14));
    assertEquals(4, log.reach(2, 4, 1_000));
    assertEquals(20, log.reach(2, 20, 1_000));
  }

  @Test
  void aRecordIsReadableFromTheInstantAtWhichTheHighWatermarkPassesIt() {
    PartitionLog log = logOf(3);
    log.pass(50);
    log.pass(60);

    assertEquals(2, log.highWatermark());
    assertEquals(0, log.readable(49));
    assertEquals(1, log.readable(50));
    assertEquals(2, log.readable(60));
  }
}
