package dev.haishin.results;

/** Where a pair of message and recipient can stand at the end of a run, besides being lost. */
public enum LedgerColumn {
  INTENDED("intended", "accepted pairs"),
  LIVE("live", "pairs shown while the recipient was connected"),
  SYNCED("synced", "pairs fetched after a reconnect"),
  PUSHED("pushed", "pairs handed to the device by a provider"),
  PENDING("pending", "pairs that wait in a durable store for their recipient"),
  EXPIRED("expired", "pairs whose notification ran out of time"),
  IN_FLIGHT("in-flight", "pairs in events, queues and logs when the run ended"),
  UNSENT("unsent", "messages that were never accepted; outside the sum");

  private final String columnName;
  private final String meaning;

  LedgerColumn(String columnName, String meaning) {
    this.columnName = columnName;
    this.meaning = meaning;
  }

  /** The name in files. */
  public String columnName() {
    return columnName;
  }

  /** The name in scenarios and charts. */
  public String path() {
    return "ledger." + columnName;
  }

  /** One line for people. */
  public String meaning() {
    return meaning;
  }

  /** Whether the column is one of those that must add up to {@link #INTENDED}. */
  boolean isPlace() {
    return this != INTENDED && this != UNSENT;
  }
}
