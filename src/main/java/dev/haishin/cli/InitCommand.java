package dev.haishin.cli;

import dev.haishin.results.file.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes a scenario to start from. */
@Command(
    name = "init",
    header = "Write a commented scenario to start from.",
    description = {
      "",
      "The file runs as it stands, in about a second. Every line says what it stands for.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  haishin init                 writes scenario.yaml",
      "  haishin init launch.yaml     writes launch.yaml, a scenario named launch",
      ""
    },
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
  private static final String SCHEMA = "haishin/init/1";
  private static final String STARTER = "starter.yaml";
  private static final String NAME_LINE = "name: starter";
  private static final int LONGEST_NAME = 64;

  @ParentCommand private Haishin haishin;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "scenario.yaml",
      description = "File to write (default: ${DEFAULT-VALUE}).")
  private Path file;

  @Option(names = "--force", description = "Write over a file that exists.")
  private boolean force;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(file) && !force) {
      throw new BadInputException(
          List.of("haishin init: " + file + " exists; add --force to write over it"));
    }
    Files.writeString(file, starter().replace(NAME_LINE, "name: " + nameOf(file)));
    PrintWriter out = haishin.terminal().out();
    if (output.json()) {
      JsonText document = new JsonText().put("schema", SCHEMA);
      out.print(document.put("file", file.toString()).put("scenario", nameOf(file)).end());
    } else if (!output.quiet()) {
      out.println("wrote " + file + "; run it with: haishin run " + file);
    }
    return ExitCode.OK.status();
  }

  /** The file's name in the letters that a scenario's name may have. */
  static String nameOf(Path file) {
    String name =
        file.getFileName()
            .toString()
            .replaceFirst("\\.ya?ml$", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String most = name.substring(0, Math.min(LONGEST_NAME, name.length()));
    return most.isEmpty() ? "starter" : most;
  }

  /** The text of the starter scenario. */
  static String starter() throws IOException {
    try (InputStream text = InitCommand.class.getResourceAsStream(STARTER)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
