package dev.haishin.model.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A worker's rows: fields stay apart, free rows are used again, custody is counted. */
class RowsTest {
  @Test
  void recordsAreDoneWithTheLastOfWhatTheyAskedForInWhateverOrderItIsHeardOf() {
    Records records = new Records();
    int row = records.add(3, 17, 99, 1_000, 3, 2_000);
    records.await(row);
    records.await(row);
    assertEquals(2_000, records.doneNs(row));
    assertFalse(records.settle(row, 9_000));
    assertFalse(records.isSettled(row));
    assertTrue(records.settle(row, 5_000));
    assertTrue(records.isSettled(row));
    assertEquals(9_000, records.doneNs(row));
    assertEquals(3, records.partition(row));
    assertEquals(17, records.offset(row));
    assertEquals(99, records.message(row));
    assertEquals(1_000, records.acceptedNs(row));
  }

  @Test
  void recordsOfAChatFormAChainThatAFreedRowForgets() {
    Records records = new Records();
    int first = records.add(0, 0, 1, 0, 3, 0);
    int second = records.add(0, 1, 2, 0, 3, 0);
    records.follow(first, second);
    assertEquals(second, records.nextOfChat(first));
    records.remove(second);
    records.remove(first);
    assertEquals(first, records.add(0, 2, 3, 0, 3, 0));
    assertEquals(Records.NONE, records.nextOfChat(first));
    assertFalse(records.isSettled(first));
    assertEquals(second, records.add(0, 3, 4, 0, 3, 0));
  }

  @Test
  void recordsKeepTheirFieldsWhenTheTableGrows() {
    Records records = new Records();
    for (int i = 0; i < 1_000; i++) {
      assertEquals(i, records.add(i % 7, i, 10L * i, 100L * i, 5L * i, 7L * i));
    }
    for (int i = 0; i < 1_000; i++) {
      assertEquals(i % 7, records.partition(i));
      assertEquals(10L * i, records.message(i));
      assertEquals(100L * i, records.acceptedNs(i));
      assertEquals(5L * i, records.pairs(i));
      assertEquals(7L * i, records.doneNs(i));
    }
  }

  @Test
  void pairsHoldCustodyUntilTheyHandItOn() {
    Pairs pairs = new Pairs();
    int one = pairs.add(1, 10, 100, 5);
    int other = pairs.add(2, 20, 200, Records.NONE);
    assertEquals(2, pairs.held());
    pairs.handOn(one);
    pairs.remove(one);
    assertEquals(1, pairs.held());
    assertEquals(200, pairs.user(other));
    assertEquals(Records.NONE, pairs.record(other));
    assertEquals(one, pairs.add(3, 30, 300, 6));
    assertEquals(2, pairs.held());
  }

  @Test
  void flagsOfAPairAreItsOwnAndFallWithTheRow() {
    Pairs pairs = new Pairs();
    int row = pairs.add(1, 10, 100, 5);
    pairs.set(row, Pairs.WRITING);
    pairs.set(row, Pairs.LOOKING);
    pairs.setState(row, 77);
    pairs.written(row, 88);
    pairs.clear(row, Pairs.WRITING);
    assertTrue(pairs.has(row, Pairs.LOOKING));
    assertFalse(pairs.has(row, Pairs.WRITING));
    assertFalse(pairs.has(row, Pairs.NOTICE));
    pairs.remove(row);
    assertEquals(row, pairs.add(2, 20, 200, 6));
    assertFalse(pairs.has(row, Pairs.LOOKING));
    assertEquals(0, pairs.state(row));
    assertEquals(0, pairs.writtenNs(row));
  }
}
