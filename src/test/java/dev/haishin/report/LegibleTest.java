package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LegibleTest {

  /** A face with the characters below a limit, which may know another face for the rest. */
  private record Face(String name, char limit, List<Face> others) implements Typeface {
    @Override
    public boolean canDisplay(String text) {
      return text.chars().allMatch(c -> c < limit);
    }

    @Override
    public Font font(int style, int points) {
      return new Font(name, style, points);
    }

    @Override
    public Optional<Typeface> writing(String text) {
      if (canDisplay(text)) {
        return Optional.of(this);
      }
      return others.stream().filter(f -> f.canDisplay(text)).map(f -> (Typeface) f).findFirst();
    }
  }

  private static final Face JAPANESE = new Face("Gothic", '\uFFFF', List.of());

  @Test
  void leavesTextThatTheUsualFaceCanWrite() {
    Legible legible = new Legible(new Face("Sans", '\u0250', List.of()), "new-year");
    assertEquals("Łódź", legible.line("Łódź", Font.PLAIN, 14).text());
    assertTrue(legible.warnings().isEmpty());
  }

  @Test
  void writesJapaneseInAnotherFaceOfTheMachine() {
    Legible legible = new Legible(new Face("Sans", '\u0250', List.of(JAPANESE)), "new-year");
    Legible.Line line = legible.line("年越し", Font.PLAIN, 14);
    assertEquals("年越し", line.text());
    assertEquals("Gothic", line.font().getName());
    assertTrue(legible.warnings().isEmpty());
  }

  @Test
  void replacesJapaneseByItsAsciiPartWhereNoFaceCanWriteIt() {
    Legible legible = new Legible(new Face("Sans", '\u0250', List.of()), "new-year");
    Legible.Line line = legible.line("年越し (New Year) 東京", Font.PLAIN, 14);
    assertEquals("(New Year)", line.text());
    assertEquals("Sans", line.font().getName());
    assertEquals(1, legible.warnings().size());
    assertTrue(legible.warnings().iterator().next().contains("年越し"));
  }

  @Test
  void replacesPureJapaneseByTheNameOfTheRun() {
    Legible legible = new Legible(new Face("Sans", '\u0250', List.of()), "new-year");
    assertEquals("new-year", legible.line("年越し。", Font.PLAIN, 14).text());
    assertEquals("new-year", legible.line("年越し。", Font.BOLD, 20).text());
    assertEquals(1, legible.warnings().size(), "one text, one warning");
  }

  @Test
  void labelsKeepTheUsualFace() {
    Legible legible = new Legible(new Face("Sans", '\u0250', List.of(JAPANESE)), "new-year");
    assertEquals("crash gateway", legible.label("crash gateway 東京"));
    assertEquals(1, legible.warnings().size());
  }
}
