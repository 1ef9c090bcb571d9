package dev.haishin.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line's entry point, and the command that holds the others. */
@Command(
    name = "haishin",
    header = "How late do messages arrive, what breaks first, and what does it cost?",
    description = {
      "",
      "Simulates a message delivery platform from a scenario file: its fleet, its traffic,"
          + " its failures, and the fan-out code itself.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  haishin init launch.yaml                 a scenario to start from, with comments",
      "  haishin validate launch.yaml             what is wrong with it, all at once",
      "  haishin run launch.yaml                  run it; results go to results/NAME",
      "  haishin run launch.yaml --scale 10%%      the same at a tenth of the size",
      "  haishin compare launch.yaml              its variants, and how sure their differences are",
      "  haishin sweep launch.yaml --vary load=x1,x2,x3    what grows with the load",
      "  haishin metrics delivery                 what can be expected and charted",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      CompareCommand.class,
      SweepCommand.class,
      CheckCommand.class,
      SizeCommand.class,
      ChaosCommand.class,
      ReportCommand.class,
      ValidateCommand.class,
      MetricsCommand.class,
      InitCommand.class,
      ExportCommand.class,
      SchemaCommand.class,
      CompletionCommand.class,
      ManCommand.class,
      HelpCommand.class
    },
    versionProvider = Haishin.ManifestVersion.class,
    mixinStandardHelpOptions = true)
public final class Haishin implements Runnable {
  private static final int LEAST_HELP_COLUMNS = 60;
  private static final int MOST_HELP_COLUMNS = 100;

  private final Terminal terminal;
  private final Map<String, String> environment;
  private final boolean json;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Show where an internal error comes from (also: HAISHIN_TRACE=1).")
  private boolean trace;

  @Spec private CommandSpec spec;

  private Haishin(Terminal terminal, Map<String, String> environment, boolean json) {
    this.terminal = terminal;
    this.environment = environment;
    this.json = json;
    this.trace = !environment.getOrDefault("HAISHIN_TRACE", "").isEmpty();
  }

  /** Runs one command. */
  public static void main(String[] args) {
    System.exit(run(Terminal.ofProcess(), System.getenv(), args));
  }

  /** Runs one command, and returns its exit status. */
  static int run(Terminal terminal, Map<String, String> environment, String... args) {
    // Asked before anything is parsed: a command line that cannot be read gets a document as well.
    Haishin haishin = new Haishin(terminal, environment, List.of(args).contains("--json"));
    try {
      return haishin.commandLine().execute(args);
    } catch (Throwable failure) {
      return haishin.failed(failure);
    } finally {
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  /** Where this command's words go. */
  Terminal terminal() {
    return terminal;
  }

  /** A variable of the environment, or empty. */
  String environment(String name) {
    return environment.getOrDefault(name, "");
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  private int failed(Throwable failure) {
    return failures().show(failure).status();
  }

  private FailureScreen failures() {
    return new FailureScreen(terminal, trace, json);
  }

  /** Every command there is, ready to be asked or run. */
  static CommandLine commandLine(Terminal terminal) {
    return new Haishin(terminal, Map.of(), false).commandLine();
  }

  private CommandLine commandLine() {
    Map<String, String> exits = new LinkedHashMap<>();
    for (ExitCode code : ExitCode.values()) {
      exits.put(Integer.toString(code.status()), code.meaning());
    }
    CommandLine commandLine =
        new CommandLine(this)
            .setOut(terminal.out())
            .setErr(terminal.err())
            .setColorScheme(
                Help.defaultColorScheme(terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF))
            .setUsageHelpWidth(
                Math.max(LEAST_HELP_COLUMNS, Math.min(MOST_HELP_COLUMNS, terminal.columns())))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionStrategy(this::execute)
            .setParameterExceptionHandler((failure, args) -> failures().show(failure).status())
            .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
    commandLine.getCommandSpec().usageMessage().exitCodeListHeading("%nExit status:%n");
    commandLine.getCommandSpec().usageMessage().exitCodeList(exits);
    return commandLine;
  }

  /** Help and versions are documents as well, for who asks for documents. */
  private int execute(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    if (!json || !(last.isUsageHelpRequested() || last.isVersionHelpRequested())) {
      return new CommandLine.RunLast().execute(parsed);
    }
    try {
      terminal
          .out()
          .print(
              last.isUsageHelpRequested()
                  ? CommandDocument.of(List.of(last.commandSpec()))
                  : Version.document());
      return ExitCode.OK.status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version that the build wrote into the jar. */
  static final class ManifestVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"haishin " + Version.current(), "Java " + Runtime.version()};
    }
  }
}
