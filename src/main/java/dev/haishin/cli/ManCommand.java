package dev.haishin.cli;

import dev.haishin.results.file.JsonText;
import dev.haishin.results.file.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints or writes manual pages: what {@code --help} says, for {@code man}. */
@Command(
    name = "man",
    header = "Print a command's manual page, or write those of all.",
    description = {""},
    footer = {
      "",
      "Examples:",
      "  haishin man run | man -l -              read one",
      "  haishin man --out ~/.local/share/man    write all, where man looks for them",
      ""
    },
    mixinStandardHelpOptions = true)
final class ManCommand implements Callable<Integer> {
  private static final String SCHEMA = "haishin/man/1";

  @ParentCommand private Haishin haishin;
  @Mixin private OutputOptions output;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..1",
      description = "The command; without it, haishin itself, or all with --out.")
  private String name;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write pages to DIR/man1, instead of printing one.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<ManPage> pages = chosen().stream().map(ManPage::of).toList();
    if (out != null) {
      for (ManPage page : pages) {
        WholeFile.write(out.resolve("man1").resolve(page.name() + ".1"), page.text());
      }
    }
    PrintWriter terminal = haishin.terminal().out();
    if (output.json()) {
      JsonText json = new JsonText().put("schema", SCHEMA).array("pages");
      for (ManPage page : pages) {
        json.item().put("name", page.name()).put("text", page.text()).endObject();
      }
      terminal.print(json.endArray().end());
    } else if (out == null) {
      terminal.print(pages.get(0).text());
    } else if (!output.quiet()) {
      terminal.println("wrote " + pages.size() + " pages to " + out.resolve("man1"));
    }
    return ExitCode.OK.status();
  }

  private List<CommandLine> chosen() {
    CommandLine root = spec.root().commandLine();
    if (name != null) {
      CommandLine asked = root.getSubcommands().get(name);
      if (asked == null) {
        throw new ParameterException(spec.commandLine(), "there is no command '" + name + "'");
      }
      return List.of(asked);
    }
    List<CommandLine> all = new ArrayList<>(List.of(root));
    if (out != null) {
      all.addAll(root.getSubcommands().values());
    }
    return all;
  }
}
