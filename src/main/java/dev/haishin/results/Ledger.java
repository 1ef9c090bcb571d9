package dev.haishin.results;

/**
 * The account of every accepted (message, recipient) pair: each ends in exactly one place.
 *
 * <p>Each recorder keeps one, and moves pairs between columns by plain additions; a column of one
 * recorder may be negative where the pair was entered in another. Only the sum over all recorders
 * must balance.
 */
@SuppressWarnings("EnumOrdinal") // Enums index arrays here: one load, no map, no boxing.
public final class Ledger {
  private final long[] columns = new long[LedgerColumn.values().length];
  private final long[] lost = new long[LossReason.values().length];

  /** Adds pairs to a column, or takes them out of it where {@code pairs} is negative. */
  public void add(LedgerColumn column, long pairs) {
    columns[column.ordinal()] += pairs;
  }

  /** Books pairs as lost. */
  public void lost(LossReason reason, long pairs) {
    lost[reason.ordinal()] += pairs;
  }

  /** Pairs in a column. */
  public long pairs(LedgerColumn column) {
    return columns[column.ordinal()];
  }

  /** Pairs lost for one reason. */
  public long pairsLost(LossReason reason) {
    return lost[reason.ordinal()];
  }

  /** Pairs lost for any reason. */
  public long pairsLost() {
    long sum = 0;
    for (long pairs : lost) {
      sum += pairs;
    }
    return sum;
  }

  /** Intended pairs less those that stand somewhere: 0 if the books are right. */
  public long differencePairs() {
    long difference = pairs(LedgerColumn.INTENDED) - pairsLost();
    for (LedgerColumn column : LedgerColumn.values()) {
      if (column.isPlace()) {
        difference -= pairs(column);
      }
    }
    return difference;
  }

  /** Whether every pair stands in one place, and no place holds fewer than none. */
  public boolean isBalanced() {
    return differencePairs() == 0 && smallest(columns) >= 0 && smallest(lost) >= 0;
  }

  /** Adds another account to this one. */
  public void addAll(Ledger other) {
    for (int i = 0; i < columns.length; i++) {
      columns[i] += other.columns[i];
    }
    for (int i = 0; i < lost.length; i++) {
      lost[i] += other.lost[i];
    }
  }

  private static long smallest(long[] values) {
    long smallest = 0;
    for (long value : values) {
      smallest = Math.min(smallest, value);
    }
    return smallest;
  }
}
