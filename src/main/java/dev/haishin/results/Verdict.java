package dev.haishin.results;

/** What became of an expectation. */
public enum Verdict {
  MET("met"),
  MISSED("missed"),
  /** Too little is known to say; never a pass. */
  UNKNOWN("unknown");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** How it is written in files. */
  public String word() {
    return word;
  }
}
