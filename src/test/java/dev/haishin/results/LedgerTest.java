package dev.haishin.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Pairs are counted once, wherever they are booked. */
class LedgerTest {
  @Test
  void balancesWhenEveryPairStandsSomewhere() {
    assertTrue(ledger().isBalanced());
    assertEquals(0, ledger().differencePairs());
    assertEquals(3, ledger().pairsLost());
  }

  @Test
  void oneMissingPairIsFound() {
    Ledger ledger = ledger();
    ledger.add(LedgerColumn.LIVE, -1);
    assertFalse(ledger.isBalanced());
    assertEquals(1, ledger.differencePairs());
  }

  @Test
  void onePairInTwoPlacesIsFound() {
    Ledger ledger = ledger();
    ledger.add(LedgerColumn.SYNCED, 1);
    assertFalse(ledger.isBalanced());
    assertEquals(-1, ledger.differencePairs());
  }

  @Test
  void whatWasNeverAcceptedStandsBesideTheSum() {
    Ledger ledger = ledger();
    ledger.add(LedgerColumn.UNSENT, 1_000);
    assertTrue(ledger.isBalanced());
  }

  @Test
  void twoErrorsThatCancelAreFound() {
    Ledger ledger = ledger();
    ledger.add(LedgerColumn.EXPIRED, -5);
    ledger.add(LedgerColumn.PENDING, 5);
    assertEquals(0, ledger.differencePairs());
    assertFalse(ledger.isBalanced());
  }

  @Test
  void recordersBalanceTogetherThoughNoneDoesAlone() {
    Ledger sender = new Ledger();
    sender.add(LedgerColumn.INTENDED, 5);
    sender.add(LedgerColumn.PENDING, 5);
    Ledger receiver = new Ledger();
    receiver.add(LedgerColumn.PENDING, -5);
    receiver.add(LedgerColumn.LIVE, 5);
    assertFalse(receiver.isBalanced());
    Ledger sum = new Ledger();
    sum.addAll(receiver);
    sum.addAll(sender);
    assertTrue(sum.isBalanced());
    assertEquals(5, sum.pairs(LedgerColumn.LIVE));
    assertEquals(0, sum.pairs(LedgerColumn.PENDING));
  }

  private static Ledger ledger() {
    Ledger ledger = new Ledger();
    ledger.add(LedgerColumn.INTENDED, 100);
    ledger.add(LedgerColumn.LIVE, 60);
    ledger.add(LedgerColumn.SYNCED, 20);
    ledger.add(LedgerColumn.PUSHED, 10);
    ledger.add(LedgerColumn.PENDING, 5);
    ledger.add(LedgerColumn.IN_FLIGHT, 2);
    ledger.lost(LossReason.QUEUE_OVERFLOW, 2);
    ledger.lost(LossReason.ACKS_LEADER_LOSS, 1);
    return ledger;
  }
}
