package dev.haishin.report;

/**
 * One place where (message, recipient) pairs ended.
 *
 * @param name the column's name, for instance {@code live} or {@code lost{queue-overflow}}
 * @param pairs how many ended there
 */
record LedgerColumn(String name, double pairs) {
  boolean isLost() {
    return name.startsWith("lost");
  }
}
