package dev.haishin.results;

import java.util.Arrays;
import java.util.List;

/** What crosses between regions, as rules on residency tell it apart. */
public enum DataKind {
  /** What people write. */
  BODY("body"),
  /** Who writes to whom, where and when; who is connected where. */
  METADATA("metadata"),
  /** Shares of encryption keys. */
  KEYS("keys");

  /** Their names, in order. */
  static final List<String> NAMES = Arrays.stream(values()).map(DataKind::dataName).toList();

  private final String dataName;

  DataKind(String dataName) {
    this.dataName = dataName;
  }

  /** The name in files and in {@code cross-border.bytes{data=…}}. */
  public String dataName() {
    return dataName;
  }
}
