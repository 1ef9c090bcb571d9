package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.cli.MarkdownDocument.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the pages tell a reader to type does what they say. */
class DocumentedCommandsTest {
  private static final Path REPOSITORY = Path.of("").toAbsolutePath();
  private static final Path SITE = REPOSITORY.resolve("src/site/markdown");
  private static final Path README = REPOSITORY.resolve("README.md");
  private static final Path COMMANDS = SITE.resolve("reference/commands.md");
  private static final String BUILD_OF_PLUGIN = "src/example/strategy-plugin/build .";
  private static final String TESTS = "mvn verify";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyCommandOfAPageRuns() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(README));
    try (Stream<Path> site = Files.walk(SITE)) {
      site.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages.stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    REPOSITORY.relativize(page).toString(), () -> runAll(Files.readString(page))));
  }

  @Test
  void aCommandThatFailsIsCaught() {
    assertThrows(AssertionError.class, () -> runAll("```sh\n./haishin metrcs\n```\n"));
    assertThrows(AssertionError.class, () -> runAll("```sh\n./other\n```\n"));
    String wrongOutput = "```sh\n./haishin metrics connect\n```\n\n```text\nno such line\n```\n";
    assertThrows(AssertionError.class, () -> runAll(wrongOutput));
  }

  @Test
  void anAnnouncedFailureAndAnElidedLineAreFine() throws Exception {
    runAll("```sh\n./haishin metrcs   # says so, exit status 2\n```\n");
    runAll("```sh\n./haishin --version\n```\n\n```text\nJava …\n```\n");
  }

  @Test
  void ciRunsTheTestCommandOfTheReadme() throws IOException {
    assertTrue(Files.readString(README).contains("```sh\n" + TESTS + "\n```"));
    assertTrue(Files.readString(Path.of(".ci/run")).contains("\n" + TESTS + "\n"));
  }

  @Test
  void everyCommandAndOptionIsInTheReference() throws IOException {
    String reference = Files.readString(COMMANDS);
    for (CommandLine command :
        Haishin.commandLine(Screen.pipe().terminal()).getSubcommands().values()) {
      assertTrue(
          reference.contains("| `" + command.getCommandSpec().qualifiedName()),
          command.getCommandName());
      command.getCommandSpec().options().stream()
          .flatMap(option -> Stream.of(option.names()))
          .forEach(name -> assertTrue(reference.contains("`" + name), name));
    }
  }

  @Test
  void everyCommandOfAWorkflowIsOne() throws IOException {
    List<String> commands = new ArrayList<>();
    String page = Files.readString(SITE.resolve("guides/ci-gate.md")).replace("\\\n", " ");
    for (String line : page.lines().map(String::strip).toList()) {
      if (line.startsWith("./haishin ") && !line.contains("#")) {
        commands.add(line);
        Haishin.commandLine(Screen.pipe().terminal())
            .parseArgs(line.substring("./haishin ".length()).split("\\s+"));
      }
    }
    assertTrue(commands.size() >= 4, commands::toString);
  }

  @Test
  void exitStatusesAreTheSameInEveryTable() throws IOException {
    for (Path page : List.of(README, COMMANDS)) {
      List<String> statuses =
          Files.readString(page)
              .lines()
              .filter(line -> line.matches("\\| \\d+ \\|.*"))
              .map(line -> line.replaceAll("^\\| (\\d+) \\|.*", "$1"))
              .toList();
      assertEquals(
          Stream.of(ExitCode.values()).map(code -> Integer.toString(code.status())).toList(),
          statuses,
          page.toString());
    }
  }

  private void runAll(String markdown) throws IOException, InterruptedException {
    Path here = Files.createTempDirectory(folder, "page");
    Path scenarios = Files.createDirectory(here.resolve("scenarios"));
    try (Stream<Path> files = Files.list(REPOSITORY.resolve("scenarios"))) {
      for (Path file : files.toList()) {
        Files.copy(file, scenarios.resolve(file.getFileName()));
      }
    }
    for (Command command : MarkdownDocument.commands(markdown)) {
      String line = String.join(" ", command.words());
      if (command.words().get(0).equals("./haishin")) {
        run(here, command);
      } else if (line.equals(BUILD_OF_PLUGIN)) {
        buildPlugin(here);
      } else {
        assertEquals(TESTS, line, "a page names a command that no test runs");
      }
    }
  }

  private static void buildPlugin(Path here) throws IOException, InterruptedException {
    Path log = Files.createTempFile(here, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(REPOSITORY.resolve(BUILD_OF_PLUGIN.split(" ", 2)[0]).toString(), ".")
            .directory(here.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("HAISHIN_JAR", REPOSITORY.resolve("target/classes").toString());
    Process process = builder.start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "hangs: " + BUILD_OF_PLUGIN);
    assertEquals(0, process.exitValue(), () -> BUILD_OF_PLUGIN + "\n" + read(log));
  }

  private static String read(Path log) {
    try {
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException gone) {
      return gone.toString();
    }
  }

  private static void run(Path here, Command command) throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Haishin.class.getName()));
    words.addAll(command.words().subList(1, command.words().size()));
    Path log = Files.createTempFile(here, "output", ".txt");
    Process process =
        new ProcessBuilder(words)
            .directory(here.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "hangs: " + command.words());
    String output = Files.readString(log, StandardCharsets.UTF_8);
    assertEquals(command.exitStatus(), process.exitValue(), command.words() + "\n" + output);
    List<String> lines = output.lines().map(DocumentedCommandsTest::withoutFigures).toList();
    for (String expected : command.output()) {
      assertTrue(
          expected.contains("…") || lines.contains(withoutFigures(expected)),
          () -> "no line '" + expected + "' in the output of " + command.words() + "\n" + output);
    }
  }

  /**
   * Figures change with every refinement of the model; what a page teaches is what stands where.
   */
  private static String withoutFigures(String line) {
    return line.replaceAll("(?<![a-zA-Z.\\d])\\d[\\d.,]*(ns|us|ms|s|k|M|G|%)?(?![a-zA-Z])", "#")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
