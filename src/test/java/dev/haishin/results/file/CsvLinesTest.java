package dev.haishin.results.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLinesTest {

  @Test
  void whatWasWrittenIsReadBack() {
    List<String> titles = List.of("plain", "with, comma", "with \"quotes\"", "two\nlines", "");
    CsvText table = new CsvText(titles);
    table.put(1).put(0.25).put(Double.NaN).put("x").put("");
    assertEquals(
        List.of(titles, List.of("1", "0.25", "", "x", "")),
        CsvLines.of(table.endLine().toString()));
  }

  @Test
  void aLastLineWithoutItsEndIsRead() {
    assertEquals(List.of(List.of("a", "b"), List.of("1", "")), CsvLines.of("a,b\n1,"));
    assertEquals(List.of(List.of("a", "b")), CsvLines.of("a,b"));
    assertEquals(List.of(), CsvLines.of(""));
  }

  @Test
  void aFieldThatDoesNotEndIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> CsvLines.of("a,\"b\n1,2\n"));
  }
}
