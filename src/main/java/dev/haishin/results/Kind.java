package dev.haishin.results;

/** How a metric is recorded, and so which statistics it has. */
public enum Kind {
  LATENCY("latency"),
  GAUGE("gauge"),
  COUNTER("counter");

  private final String kindName;

  Kind(String kindName) {
    this.kindName = kindName;
  }

  /** The name in files. */
  public String kindName() {
    return kindName;
  }
}
