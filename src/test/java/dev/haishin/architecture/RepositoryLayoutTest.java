package dev.haishin.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer sees seven names at the top, and knows where each kind of file belongs. */
class RepositoryLayoutTest {
  private static final Set<String> TOP =
      Set.of("README.md", "haishin", "notebooks", "pom.xml", "results", "scenarios", "src");

  /** What builds and runs leave behind; git ignores it. */
  private static final Set<String> LEFT_BEHIND = Set.of("out", "target");

  private static final Set<String> SOURCES =
      Set.of("conf", "example", "jmh", "main", "site", "test");

  @TempDir Path folder;

  @Test
  void theTopLevelHoldsItsSevenNames() throws IOException {
    assertEquals(List.of(), strangers(Path.of(""), TOP));
  }

  @Test
  void sourcesHoldCodeTestsSettingsExamplesAndDocumentation() throws IOException {
    assertEquals(List.of(), strangers(Path.of("src"), SOURCES));
  }

  @Test
  void aStrayFileIsCaught() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "");
    Files.writeString(folder.resolve(".hidden"), "");
    Files.createDirectory(folder.resolve("src"));
    assertEquals(List.of("notes.txt"), strangers(folder, TOP));
  }

  private static List<String> strangers(Path directory, Set<String> expected) throws IOException {
    try (Stream<Path> entries = Files.list(directory.toAbsolutePath())) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .filter(name -> !expected.contains(name) && !LEFT_BEHIND.contains(name))
          .sorted()
          .toList();
    }
  }
}
