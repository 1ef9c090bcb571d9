package dev.haishin.report;

/** How a page shows that an expectation was met, missed, or that too little is known. */
final class Outcome {
  private Outcome() {}

  /** A word with its colour, and with a sign beside it for those who do not see the colour. */
  static Markup mark(String outcome) {
    String style =
        switch (outcome) {
          case "met" -> "verdict met";
          case "missed" -> "verdict missed";
          default -> "verdict unknown";
        };
    return new Markup().element("b", sign(outcome) + outcome, "class", style);
  }

  /** The same as plain text. */
  static String text(String outcome) {
    return sign(outcome) + outcome;
  }

  private static String sign(String outcome) {
    return switch (outcome) {
      case "met" -> "✓ ";
      case "missed" -> "✗ ";
      default -> "? ";
    };
  }
}
