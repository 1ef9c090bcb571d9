package dev.haishin.results.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All or nothing, and nothing of anybody else's. */
class ResultFolderTest {
  @TempDir private Path root;

  @Test
  void aResultAppearsWholeWithItsParents() throws IOException {
    Path target = root.resolve("results/sample/baseline");
    ResultFolder.write(
        target,
        folder -> {
          assertFalse(Files.exists(target));
          Files.writeString(folder.resolve(RunFiles.SUMMARY), "new");
        });
    assertEquals("new", Files.readString(target.resolve(RunFiles.SUMMARY)));
    assertEquals(List.of("baseline"), names(target.getParent()));
  }

  @Test
  void anOlderResultIsReplacedByTheWholeNewOne() throws IOException {
    Path target = root.resolve("baseline");
    ResultFolder.write(target, folder -> fill(folder, "old.csv"));
    ResultFolder.write(target, folder -> fill(folder, "new.csv"));
    assertEquals(List.of("new.csv", RunFiles.SUMMARY), names(target));
    assertEquals(List.of("baseline"), names(root));
  }

  @Test
  void aFailureLeavesNothingBehind() throws IOException {
    Path target = root.resolve("results/sample/baseline");
    IOException failure =
        assertThrows(IOException.class, () -> ResultFolder.write(target, ResultFolderTest::fail));
    assertEquals("disk full", failure.getMessage());
    assertEquals(List.of(), names(root));
  }

  @Test
  void aFailureLeavesTheOlderResultAsItWas() throws IOException {
    Path target = root.resolve("baseline");
    ResultFolder.write(target, folder -> fill(folder, "old.csv"));
    assertThrows(IOException.class, () -> ResultFolder.write(target, ResultFolderTest::fail));
    assertEquals(List.of("old.csv", RunFiles.SUMMARY), names(target));
    assertEquals(List.of("baseline"), names(root));
  }

  @Test
  void whatIsNoResultIsNotReplaced() throws IOException {
    Files.writeString(root.resolve("thesis.tex"), "years of work");
    assertThrows(
        IOException.class, () -> ResultFolder.write(root, folder -> fill(folder, "new.csv")));
    assertThrows(
        IOException.class,
        () -> ResultFolder.write(root.resolve("thesis.tex"), folder -> fill(folder, "new.csv")));
    assertEquals(List.of("thesis.tex"), names(root));
  }

  @Test
  void anEmptyFolderIsFilled() throws IOException {
    Path target = Files.createDirectory(root.resolve("out"));
    ResultFolder.write(target, folder -> fill(folder, "new.csv"));
    assertEquals(List.of("new.csv", RunFiles.SUMMARY), names(target));
  }

  @Test
  void whatAKilledRunLeftDoesNotStandInTheWay() throws IOException {
    Files.createDirectory(root.resolve(".baseline.partial-0"));
    ResultFolder.write(root.resolve("baseline"), folder -> fill(folder, "new.csv"));
    assertEquals(List.of(".baseline.partial-0", "baseline"), names(root));
  }

  private static void fill(Path folder, String name) throws IOException {
    Files.writeString(folder.resolve(RunFiles.SUMMARY), "{}");
    Files.writeString(folder.resolve(name), "1\n");
  }

  private static void fail(Path folder) throws IOException {
    fill(Files.createDirectory(folder.resolve("latency")), "half.csv");
    throw new IOException("disk full");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
