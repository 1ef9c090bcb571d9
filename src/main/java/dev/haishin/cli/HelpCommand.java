package dev.haishin.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows what a command does and takes, as {@code --help} of that command does. */
@Command(
    name = "help",
    header = "Show what a command does and takes.",
    description = {""},
    footer = {
      "",
      "Examples:",
      "  haishin help                 every command, a line each",
      "  haishin help run             the same as haishin run --help",
      "  haishin help --json          every command with its options, for the next program",
      ""
    },
    mixinStandardHelpOptions = true)
final class HelpCommand implements Callable<Integer> {
  @ParentCommand private Haishin haishin;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..1",
      description = "The command; without it, all of them.")
  private String name;

  @Option(names = "--json", description = "Print JSON, for the next program.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    CommandLine root = spec.root().commandLine();
    CommandLine asked = name == null ? root : root.getSubcommands().get(name);
    if (asked == null) {
      throw new ParameterException(spec.commandLine(), "there is no command '" + name + "'");
    }
    if (!json) {
      asked.usage(haishin.terminal().out());
      return ExitCode.OK.status();
    }
    List<CommandSpec> commands = new ArrayList<>();
    (name == null ? root.getSubcommands().values() : List.of(asked))
        .forEach(command -> commands.add(command.getCommandSpec()));
    haishin.terminal().out().print(CommandDocument.of(commands));
    return ExitCode.OK.status();
  }
}
