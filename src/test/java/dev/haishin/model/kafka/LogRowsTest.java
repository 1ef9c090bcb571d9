package dev.haishin.model.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Replicas that share rows have what replicas with rows of their own have. */
class LogRowsTest {
  private static final int REPLICAS = 3;

  /** What a replica has, as a list would keep it. */
  private static final class Copy {
    final List<Long> messages = new ArrayList<>();
    long start;

    void copyFrom(Copy other, int until) {
      for (int i = messages.size(); i < until; i++) {
        messages.add(other.messages.get(i));
      }
    }

    int commonEnd(Copy other) {
      int end = Math.min(messages.size(), other.messages.size());
      for (int i = (int) Math.max(start, other.start); i < end; i++) {
        if (!messages.get(i).equals(other.messages.get(i))) {
          return i;
        }
      }
      return end;
    }
  }

  private final PartitionLog[] logs = new PartitionLog[REPLICAS];
  private final Copy[] copies = new Copy[REPLICAS];
  private long nextMessage;

  private void begin() {
    LogRows rows = new LogRows(true);
    for (int rank = 0; rank < REPLICAS; rank++) {
      logs[rank] = new PartitionLog(rows);
      copies[rank] = new Copy();
    }
  }

  private void append(int rank, int records) {
    for (int i = 0; i < records; i++) {
      long id = ++nextMessage;
      logs[rank].append(id, 0, id, 10, RowOrigin.of(1, id, Acks.ALL));
      copies[rank].messages.add(id);
    }
  }

  private void copy(int rank, int leader, int until) {
    logs[rank].copyFrom(logs[leader], until);
    copies[rank].copyFrom(copies[leader], until);
  }

  private void follow(int rank, int leader) {
    int common = copies[rank].commonEnd(copies[leader]);
    assertEquals(common, logs[rank].commonEnd(logs[leader]));
    logs[rank].truncateTo(common);
    List<Long> messages = copies[rank].messages;
    messages.subList(common, messages.size()).clear();
  }

  private void commit(long offset) {
    for (int rank = 0; rank < REPLICAS; rank++) {
      long reached = Math.min(offset, copies[rank].messages.size());
      logs[rank].trimTo(reached);
      copies[rank].start = Math.max(copies[rank].start, reached);
    }
  }

  private void check() {
    for (int rank = 0; rank < REPLICAS; rank++) {
      assertEquals(copies[rank].messages.size(), logs[rank].endOffset());
      for (long at = logs[rank].startOffset(); at < logs[rank].endOffset(); at++) {
        assertEquals(copies[rank].messages.get((int) at), logs[rank].messageId(at));
        assertEquals(10, logs[rank].bytesBetween(at, at + 1));
      }
    }
  }

  @Test
  void leadersChangeAndReplicasLagAndEachStillHasItsOwnRecords() {
    for (int seed = 0; seed < 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      begin();
      int leader = 0;
      for (int step = 0; step < 120; step++) {
        int other = (leader + 1 + random.nextInt(REPLICAS - 1)) % REPLICAS;
        int behind = copies[leader].messages.size() - copies[other].messages.size();
        switch (random.nextInt(6)) {
          case 0, 1 -> append(leader, 1 + random.nextInt(40));
          case 2, 3 -> {
            if (behind > 0) {
              follow(other, leader);
              behind = copies[leader].messages.size() - copies[other].messages.size();
              int from = copies[other].messages.size();
              copy(other, leader, from + random.nextInt(behind + 1));
            }
          }
          case 4 -> commit(random.nextInt(1 + leastEnd()));
          default -> {
            leader = other;
            for (int rank = 0; rank < REPLICAS; rank++) {
              if (rank != leader && random.nextBoolean()) {
                follow(rank, leader);
              }
            }
          }
        }
        check();
      }
    }
  }

  private int leastEnd() {
    int least = Integer.MAX_VALUE;
    for (Copy copy : copies) {
      least = Math.min(least, copy.messages.size());
    }
    return least;
  }

  @Test
  void aRecordThatAllHaveIsKeptOnce() {
    begin();
    append(0, 100);
    copy(1, 0, 100);
    copy(2, 0, 60);
    logs[0].accept(50, 7);
    assertEquals(7, logs[1].acceptedNs(50));
    assertEquals(7, logs[2].acceptedNs(50));
  }

  @Test
  void whoGoesOnOtherwiseLeavesTheOthersAsTheyWere() {
    begin();
    append(0, 10);
    copy(1, 0, 10);
    copy(2, 0, 6);
    append(2, 1);
    logs[2].accept(3, 7);
    assertEquals(7, logs[0].messageId(6));
    assertEquals(11, logs[2].messageId(6));
    assertEquals(0, logs[0].acceptedNs(3));
    assertFalse(logs[0].agrees(logs[2], 6));
    assertEquals(6, logs[1].commonEnd(logs[2]));

    follow(1, 2);
    copy(1, 2, 7);
    assertTrue(logs[1].agrees(logs[2], 6));
    assertEquals(7, logs[1].acceptedNs(3));
    check();
  }

  @Test
  void aRingThatWasLargeOnceGivesItsRoomBack() {
    LogRows rows = new LogRows(true);
    PartitionLog log = new PartitionLog(rows);
    for (int i = 0; i < 100_000; i++) {
      log.append(i, 0, i, 10, RowOrigin.NONE);
    }
    assertTrue(rows.capacity() >= 100_000);
    assertTrue(rows.capacity() <= 125_000, () -> rows.capacity() + " rows");
    for (int i = 0; i < 40; i++) {
      log.trimTo(99_990 + i);
      log.append(i, 0, i, 10, RowOrigin.NONE);
    }
    assertTrue(rows.capacity() <= 256, () -> rows.capacity() + " rows");
    assertEquals(39, log.messageId(100_039));
  }
}
