package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a shell is given: completion, as a real bash understands it, and manual pages. */
class ShellTest {
  @TempDir Path folder;
  private Path script;

  @BeforeEach
  void writesTheScript() throws Exception {
    Screen screen = Screen.pipe();
    assertEquals(0, screen.run("completion"), screen.err());
    script = Files.writeString(folder.resolve("completion"), screen.out());
  }

  @Test
  void aCommandIsCompletedFromItsBeginning() throws Exception {
    assertEquals(List.of("validate"), completed("haishin", "val"));
    assertEquals(List.of("chaos", "check"), completed("haishin", "ch"));
  }

  @Test
  void anOptionIsCompletedForTheCommandThatHasIt() throws Exception {
    assertEquals(List.of("--schedules"), completed("haishin", "chaos", "--sch"));
    assertEquals(List.of(), completed("haishin", "run", "--sch"));
    assertEquals(List.of("--plugin"), completed("haishin", "run", "a.yaml", "--pl"));
  }

  @Test
  void everyCommandIsOffered() throws Exception {
    List<String> commands =
        Haishin.commandLine(Screen.pipe().terminal()).getSubcommands().keySet().stream()
            .sorted()
            .toList();
    assertEquals(commands, completed("haishin", ""));
  }

  /** Types into a zsh as a person would: completion there begins with the key. */
  @Test
  void theSameScriptCompletesInZsh() throws Exception {
    boolean hasZsh =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "zsh")));
    assumeTrue(hasZsh, "no zsh on the PATH; .ci/zsh installs one");
    String shell =
        """
        export TERM=dumb
        zmodload zsh/zpty
        zpty shell 'zsh -f -i'
        zpty -w shell "PS1=; haishin() { :; }; source 'SCRIPT'; print rea''dy"
        zpty -r -m shell said '*ready*'
        zpty -n -w shell $'haishin val\\t'
        zpty -r -m shell said '*haishin validate *'
        zpty -n -w shell $'\\Cuhaishin chaos --sch\\t'
        zpty -r -m shell said '*haishin chaos --schedules *'
        print completed
        """
            .replace("SCRIPT", script.toString());
    Path log = folder.resolve("zsh-said");
    Process zsh =
        new ProcessBuilder("zsh", "-f", "-c", shell)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = zsh.waitFor(60, TimeUnit.SECONDS);
    zsh.destroyForcibly();
    assertTrue(ended, "zsh completes something else");
    assertEquals("completed", Files.readString(log).strip());
  }

  @Test
  void aPageSaysWhatTheHelpSays() {
    Screen screen = Screen.pipe();
    assertEquals(0, screen.run("man", "run"), screen.err());
    List<String> lines = screen.out().lines().toList();
    assertTrue(lines.get(0).startsWith(".TH \"HAISHIN-RUN\" \"1\""), lines.get(0));
    assertTrue(
        lines.contains(
            "haishin\\-run \\- Run a scenario, write its results and show them on one screen."));
    assertTrue(lines.contains("\\fBhaishin run\\fP [\\fIOPTION\\fP]... \\fISCENARIO\\fP..."));
    CommandLine run = Haishin.commandLine(screen.terminal()).getSubcommands().get("run");
    run.getCommandSpec().options().stream()
        .flatMap(option -> Stream.of(option.names()))
        .forEach(name -> assertTrue(screen.out().contains(name.replace("-", "\\-")), name));
    assertTrue(
        lines.contains(
            "haishin run launch.yaml \\-\\-scale 1%              a look around, at 1% of the size"),
        screen.out());
  }

  @Test
  void everyLineOfAPageIsTextOrAMacroThatManKnows() throws Exception {
    Path pages = folder.resolve("share");
    Screen screen = Screen.pipe();
    assertEquals(0, screen.run("man", "--out", pages.toString()), screen.err());
    List<Path> files;
    try (Stream<Path> all = Files.list(pages.resolve("man1"))) {
      files = all.sorted().toList();
    }
    int commands = Haishin.commandLine(screen.terminal()).getSubcommands().size();
    assertEquals(1 + commands, files.size());
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        boolean isMacro = line.matches("\\.(TH|SH|TP|nf|fi)( .*)?");
        assertTrue(isMacro || !line.startsWith(".") && !line.startsWith("'"), file + ": " + line);
        assertTrue(!line.contains("%%") && !line.contains("${"), file + ": " + line);
      }
    }
  }

  /** What bash offers for the last word, sorted. */
  private List<String> completed(String... words) throws Exception {
    StringBuilder shell = new StringBuilder();
    // What asks readline for more makes no sense without one.
    shell.append("compopt() { :; }\nsource '").append(script).append("'\nCOMP_WORDS=(");
    for (String word : words) {
      shell.append(" '").append(word).append("'");
    }
    shell.append(")\nCOMP_CWORD=").append(words.length - 1).append('\n');
    shell.append("_complete_haishin\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n");
    Path log = folder.resolve("said");
    Process bash =
        new ProcessBuilder("bash", "-c", shell.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertTrue(bash.waitFor(60, TimeUnit.SECONDS), "bash hangs");
    return Files.readString(log, StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .sorted()
        .toList();
  }
}
