package dev.haishin.report;

import java.awt.Font;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Sees to it that a picture shows text and no boxes. What the usual face cannot write is written in
 * another of the machine's; what none can is replaced by its ASCII part or, where too little of it
 * is left, by a text that says what stood there, with a warning.
 */
final class Legible {
  private final Typeface usual;
  private final String runName;
  private final Set<String> warnings = new LinkedHashSet<>();

  /**
   * @param usual face of the pictures
   * @param runName the run's name, which is ASCII by the rules of the scenario language
   */
  Legible(Typeface usual, String runName) {
    this.usual = usual;
    this.runName = runName;
  }

  /** A text with the font that can write it. */
  record Line(String text, Font font) {}

  Line line(String text, int style, int points) {
    return usual
        .writing(text)
        .map(face -> new Line(text, face.font(style, points)))
        .orElseGet(() -> new Line(replacement(text), usual.font(style, points)));
  }

  /** The same for text that must keep the usual font: a label among others. */
  String label(String text) {
    return usual.canDisplay(text) ? text : replacement(text);
  }

  Font font(int style, int points) {
    return usual.font(style, points);
  }

  Set<String> warnings() {
    return warnings;
  }

  private String replacement(String text) {
    warnings.add(
        "charts: no font of this machine can write “"
            + text
            + "”; the pictures show a replacement"
            + " (install a font such as fonts-noto-cjk and run haishin report)");
    StringBuilder ascii = new StringBuilder();
    text.codePoints().forEach(c -> ascii.appendCodePoint(c < 0x80 ? c : ' '));
    String kept = ascii.toString().replaceAll("\\s+", " ").strip();
    return kept.chars().anyMatch(Character::isLetterOrDigit) ? kept : runName;
  }
}
