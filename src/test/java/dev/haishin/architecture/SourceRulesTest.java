package dev.haishin.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every Java file, and every text beside the code, keeps the house rules. */
class SourceRulesTest {
  private static final int MAX_MEDIAN_LINES = 100;

  private static final List<JavaSource> ALL =
      JavaSource.below(Path.of("src/main/java"), Path.of("src/test/java"));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everyFileKeeps(SourceRule rule) {
    List<String> offences =
        ALL.stream().flatMap(source -> rule.offencesIn(source).stream()).toList();
    assertTrue(offences.isEmpty(), () -> rule.because() + "\n" + String.join("\n", offences));
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenFileIsCaught(SourceRule rule) throws IOException {
    assertEquals(1, rule.offencesIn(source(breaking(rule))).size());
  }

  @ParameterizedTest
  @EnumSource
  void aGoodFileIsNot(SourceRule rule) throws IOException {
    String good =
        """
        /** A baseline, utilised; its implementation waits for an answer. */
        record Baseline(long timeoutNs, int size) {
          private record Helpful() {}
        }
        """;
    assertEquals(List.of(), rule.offencesIn(source(good)));
  }

  /** A file that breaks this rule once, for each rule there is. */
  private static String breaking(SourceRule rule) {
    return switch (rule) {
      case FILES_STAY_SHORT -> "/** Long. */\nclass Sample {" + "\n".repeat(400) + "}\n";
      case METHODS_STAY_SHORT -> "class Sample {\n  void run() {" + "\n".repeat(60) + "}\n}\n";
      case TYPES_SAY_WHAT_THEY_STAND_FOR -> "// not Javadoc\nclass Sample {}\n";
      case TYPES_ARE_NOUNS_OF_THE_FIELD -> "class Sample { interface QueueManager {} }\n";
      case QUANTITIES_NAME_THEIR_UNIT -> "class Sample { void wait(double timeout) {} }\n";
      case NOTHING_IS_LEFT_FOR_LATER -> "/** Good enough for " + "now. */\nclass Sample {}\n";
    };
  }

  @Test
  void theMedianFileIsShort() {
    List<Integer> lengths =
        JavaSource.below(Path.of("src/main/java")).stream()
            .map(source -> source.lines().size())
            .sorted()
            .toList();
    int median = lengths.get(lengths.size() / 2);
    assertTrue(median < MAX_MEDIAN_LINES, "the median file has " + median + " lines");
  }

  @Test
  void everyPackageSaysWhatItHolds() throws IOException {
    assertEquals(List.of(), packagesWithoutInfo(Path.of("src/main/java")));
  }

  @Test
  void aPackageThatSaysNothingIsCaught() throws IOException {
    Files.writeString(
        Files.createDirectory(folder.resolve("mute")).resolve("A.java"), "class A {}");
    assertEquals(List.of(folder.resolve("mute")), packagesWithoutInfo(folder));
  }

  @Test
  void noTextLeavesSomethingForLater() throws IOException {
    List<Path> texts = new ArrayList<>(List.of(Path.of("README.md"), Path.of("haishin")));
    for (String folder :
        List.of(".ci", "scenarios", "src/conf", "src/site", "src/main/resources")) {
      if (Files.exists(Path.of(folder))) {
        try (Stream<Path> paths = Files.walk(Path.of(folder))) {
          paths
              .filter(p -> p.toString().matches(".*(md|ya?ml|xml|html|css|run|fonts|bytes)"))
              .forEach(texts::add);
        }
      }
    }
    List<String> offences = new ArrayList<>();
    for (Path text : texts) {
      offences.addAll(SourceRule.unfinished(Files.readAllLines(text), line -> text + ":" + line));
    }
    assertEquals(List.of(), offences);
  }

  private static List<Path> packagesWithoutInfo(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(path -> path.toString().endsWith(".java"))
          .map(Path::getParent)
          .distinct()
          .filter(directory -> !Files.exists(directory.resolve("package-info.java")))
          .sorted()
          .toList();
    }
  }

  private JavaSource source(String text) throws IOException {
    Files.writeString(folder.resolve("Sample.java"), text);
    return JavaSource.below(folder).get(0);
  }
}
