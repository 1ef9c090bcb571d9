package dev.haishin.report;

import java.util.List;

/**
 * Where the accepted (message, recipient) pairs ended.
 *
 * @param intended how many there were
 * @param columns the places whose sum must be {@code intended}
 * @param others figures beside the sum, such as taps that were never accepted
 * @param balanced what the run's own check said
 */
record Ledger(
    double intended, List<LedgerColumn> columns, List<LedgerColumn> others, boolean balanced) {
  Ledger {
    columns = List.copyOf(columns);
    others = List.copyOf(others);
  }

  static Ledger empty() {
    return new Ledger(Double.NaN, List.of(), List.of(), false);
  }

  boolean isEmpty() {
    return columns.isEmpty();
  }

  /** The pairs of one column; 0 where there is none of that name. */
  double pairs(String column) {
    return columns.stream()
        .filter(each -> each.name().equals(column))
        .mapToDouble(LedgerColumn::pairs)
        .sum();
  }

  double lost() {
    return columns.stream().filter(LedgerColumn::isLost).mapToDouble(LedgerColumn::pairs).sum();
  }
}
