package dev.haishin.cli;

import dev.haishin.Golden;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The site's list of every command's options is what the commands take. */
class OptionReferenceTest {
  @Test
  void thePageListsEveryOptionAsTheCommandsTakeIt() throws IOException {
    StringBuilder out = new StringBuilder("# All options\n\n");
    out.append("Written by `OptionReferenceTest` from the commands themselves; ");
    out.append("[commands.md](commands.md) puts in order what belongs together.\n");
    for (CommandLine command :
        Haishin.commandLine(Screen.pipe().terminal()).getSubcommands().values()) {
      section(out, command.getCommandSpec());
    }
    Golden.assertPage("options.md", out.toString());
  }

  private static void section(StringBuilder out, CommandSpec command) {
    out.append("\n## ").append(command.qualifiedName()).append("\n\n");
    out.append(CommandDocument.joined(command.usageMessage().header())).append("\n\n");
    out.append("| takes | means |\n|---|---|\n");
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      row(out, parameter.paramLabel() + (parameter.arity().max() > 1 ? "…" : ""), parameter);
    }
    for (OptionSpec option : command.options()) {
      String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
      row(out, String.join(", ", List.of(option.names())) + label, option);
    }
  }

  private static void row(StringBuilder out, String takes, ArgSpec argument) {
    String standard = argument.defaultValueString(true);
    String means =
        CommandDocument.meaning(argument)
            .replace("${DEFAULT-VALUE}", standard == null ? "none" : standard);
    out.append("| `").append(takes).append("` | ");
    out.append((means.isEmpty() ? "-" : means).replace("|", "\\|")).append(" |\n");
  }
}
