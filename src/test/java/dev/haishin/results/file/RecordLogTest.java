package dev.haishin.results.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordLogTest {
  private static final String HEADER = "{\"of\":\"this sweep\"}";
  private static final List<String> RECORDS = List.of("one", "", "drei 日本 \u0000 tab\t", "four");

  @TempDir Path folder;

  @Test
  void whatWasAppendedIsThereAgain() throws IOException {
    Path file = written();
    try (RecordLog log = RecordLog.open(file, HEADER)) {
      assertEquals(RECORDS, log.records());
      assertEquals(Optional.empty(), log.replacedHeader());
    }
  }

  @Test
  void aFileCutAtAnyByteKeepsEveryWholeRecordAndGoesOn() throws IOException {
    byte[] whole = Files.readAllBytes(written());
    int records = 0;
    int lineEnds = 0;
    for (int length = 0; length <= whole.length; length++) {
      lineEnds += length > 0 && whole[length - 1] == '\n' ? 1 : 0;
      records = Math.max(0, lineEnds - 1);
      Path cut = folder.resolve("cut");
      Files.write(cut, Arrays.copyOf(whole, length));
      List<String> expected = new ArrayList<>(RECORDS.subList(0, records));
      try (RecordLog log = RecordLog.open(cut, HEADER)) {
        assertEquals(expected, log.records(), "cut at " + length);
        log.append("after the crash");
      }
      expected.add("after the crash");
      try (RecordLog log = RecordLog.open(cut, HEADER)) {
        assertEquals(expected, log.records(), "cut at " + length);
      }
    }
    assertEquals(RECORDS.size(), records);
  }

  @Test
  void aFlippedBitLosesItsRecordAlone() throws IOException {
    byte[] whole = Files.readAllBytes(written());
    int headerBytes = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
    for (int at = headerBytes; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 4;
      Path file = folder.resolve("flipped");
      Files.write(file, flipped);
      try (RecordLog log = RecordLog.open(file, HEADER)) {
        long lost = RECORDS.stream().filter(record -> !log.records().contains(record)).count();
        // A lost line end joins its record with the next one.
        assertTrue(lost >= 1 && lost <= (whole[at] == '\n' ? 2 : 1), "flipped at " + at);
        assertTrue(RECORDS.containsAll(log.records()), "flipped at " + at);
      }
    }
  }

  @Test
  void anotherHeaderBeginsAnew() throws IOException {
    Path file = written();
    try (RecordLog log = RecordLog.open(file, "{\"of\":\"another\"}")) {
      assertEquals(List.of(), log.records());
      assertEquals(Optional.of(HEADER), log.replacedHeader());
      log.append("new");
    }
    try (RecordLog log = RecordLog.open(file, "{\"of\":\"another\"}")) {
      assertEquals(List.of("new"), log.records());
    }
  }

  @Test
  void aLogThatIsBeingWrittenIsLeftAlone() throws IOException {
    Path file = folder.resolve("log");
    try (RecordLog log = RecordLog.open(file, HEADER)) {
      log.append("mine");
      IOException refused =
          assertThrows(IOException.class, () -> RecordLog.open(file, "another header"));
      assertTrue(refused.getMessage().contains("being written"), refused.getMessage());
    }
    try (RecordLog log = RecordLog.open(file, HEADER)) {
      assertEquals(List.of("mine"), log.records());
    }
  }

  @Test
  void aRecordIsOneLine() throws IOException {
    try (RecordLog log = RecordLog.open(folder.resolve("log"), HEADER)) {
      assertThrows(IllegalArgumentException.class, () -> log.append("two\nlines"));
    }
  }

  private Path written() throws IOException {
    Path file = folder.resolve("log");
    try (RecordLog log = RecordLog.open(file, HEADER)) {
      for (String record : RECORDS) {
        log.append(record);
      }
    }
    return file;
  }
}
