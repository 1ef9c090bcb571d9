package dev.haishin.experiment.chaos;

/**
 * What is wrong with a run.
 *
 * @param what the expectation's path, the reason of a loss, or where it crashed
 */
record Symptom(Kind kind, String what) implements Comparable<Symptom> {

  /** The kinds, the worst first. */
  enum Kind {
    CRASHED("crashed"),
    UNBALANCED("unbalanced"),
    LOST("lost"),
    MISSED("missed");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** How it is written in files. */
    String word() {
      return word;
    }
  }

  /** {@code missed delivery.online.p99}. */
  String text() {
    return what.isEmpty() ? kind.word : kind.word + " " + what;
  }

  /** Reads what {@link #text} wrote. */
  static Symptom parse(String text) {
    for (Kind kind : Kind.values()) {
      if (text.equals(kind.word)) {
        return new Symptom(kind, "");
      }
      if (text.startsWith(kind.word + " ")) {
        return new Symptom(kind, text.substring(kind.word.length() + 1));
      }
    }
    throw new IllegalArgumentException("no symptom: " + text);
  }

  @Override
  public int compareTo(Symptom other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : what.compareTo(other.what);
  }
}
