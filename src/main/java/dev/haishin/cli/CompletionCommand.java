package dev.haishin.cli;

import dev.haishin.results.file.JsonText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints the script by which a shell completes commands, options and file names. */
@Command(
    name = "completion",
    header = "Print a script that completes commands and options in bash and zsh.",
    description = {"", "The same script serves both shells.", ""},
    footer = {
      "",
      "Examples:",
      "  source <(haishin completion)                       in bash, for this session",
      "  haishin completion > ~/.haishin-completion         once; then, in ~/.bashrc or ~/.zshrc:",
      "  source ~/.haishin-completion",
      ""
    },
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
  private static final String SCHEMA = "haishin/completion/1";

  @ParentCommand private Haishin haishin;
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print JSON, for the next program.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    String script = AutoComplete.bash(spec.root().name(), spec.root().commandLine());
    PrintWriter out = haishin.terminal().out();
    out.print(json ? new JsonText().put("schema", SCHEMA).put("script", script).end() : script);
    return ExitCode.OK.status();
  }
}
