package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void wordsStandLeftAndFiguresRight() {
    TextTable table = new TextTable(80, "lr").row("a", "1").row("bcd", "1000");
    assertEquals(List.of("a       1", "bcd  1000"), lines(table));
  }

  @Test
  void theLastColumnWrapsIntoItsPlace() {
    TextTable table = new TextTable(30, "ll").row("path", "some words that need two lines");
    assertEquals(List.of("path  some words that need two", "      lines"), lines(table));
  }

  @Test
  void theLastColumnGoesBelowWhereThereIsNoRoomBeside() {
    TextTable table = new TextTable(30, "ll").row("a.long.path.of.a.metric", "what it stands for");
    assertEquals(List.of("a.long.path.of.a.metric", "      what it stands for"), lines(table));
  }

  @Test
  void theWidestWordsGiveWayInANarrowWindow() {
    TextTable table = new TextTable(30, "lr").row("a.very.long.path.of.a.metric", "12345");
    assertEquals(List.of("a.very.long.path.of.a..  12345"), lines(table));
  }

  @Test
  void aRowHasACellForEachColumn() {
    TextTable table = new TextTable(30, "lr");
    assertThrows(IllegalArgumentException.class, () -> table.row("alone"));
  }

  private static List<String> lines(TextTable table) {
    List<String> lines = new ArrayList<>();
    table.print(lines::add, "");
    return lines;
  }
}
