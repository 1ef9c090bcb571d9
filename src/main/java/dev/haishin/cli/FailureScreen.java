package dev.haishin.cli;

import dev.haishin.cli.Interruption.InterruptedRunException;
import dev.haishin.delivery.PluginFailure;
import dev.haishin.experiment.trial.CrashedTrialException;
import dev.haishin.experiment.trial.InvalidScenarioException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says how a command failed: what is wrong with the input, without a stack trace, or that Haishin
 * is at fault.
 */
final class FailureScreen {
  private static final int MIB_A_GIB = 1024;
  private final Terminal terminal;
  private final boolean trace;
  private final boolean json;

  /**
   * A screen.
   *
   * @param trace whether an internal error shows where it came from
   * @param json whether the next program is told as well, by a document on standard output
   */
  FailureScreen(Terminal terminal, boolean trace, boolean json) {
    this.terminal = terminal;
    this.trace = trace;
    this.json = json;
  }

  /** A command line that cannot be read. */
  ExitCode show(ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    PrintWriter err = terminal.err();
    String error = name + ": " + what(failure);
    err.println(error);
    err.println("'" + name + " --help' lists what it takes.");
    return ended(ExitCode.BAD_INPUT, List.of(CommandError.of(error)));
  }

  /** Anything that ended a command early. */
  ExitCode show(Throwable failure) {
    if (failure instanceof BadInputException input) {
      input.errors().forEach(terminal.err()::println);
      return ended(ExitCode.BAD_INPUT, CommandError.of(input.errors()));
    }
    if (failure instanceof InvalidScenarioException scenario) {
      scenario.errors().forEach(terminal.err()::println);
      return ended(
          ExitCode.BAD_INPUT,
          scenario.problems().isEmpty()
              ? CommandError.of(scenario.errors())
              : scenario.problems().stream().map(CommandError::of).toList());
    }
    if (failure instanceof PluginFailure plugin) {
      return show(plugin.getMessage(), List.of(plugin.getStackTrace()));
    }
    if (failure instanceof CrashedTrialException trial
        && trial.crash().kind().equals(PluginFailure.class.getName())) {
      return show(trial.crash().message(), trial.crash().where());
    }
    if (failure instanceof InterruptedRunException) {
      return ended(ExitCode.INTERRUPTED, List.of(CommandError.of("haishin: interrupted")));
    }
    if (failure instanceof UncheckedIOException io) {
      return show(io.getCause());
    }
    if (failure instanceof IOException io) {
      String error = "haishin: " + reason(io);
      terminal.err().println(error);
      traceOf(failure);
      return ended(ExitCode.BAD_INPUT, List.of(CommandError.of(error)));
    }
    if (failure instanceof OutOfMemoryError) {
      long heapMib = Runtime.getRuntime().maxMemory() >> 20;
      String error =
          "haishin: the run needs more than the heap of "
              + heapMib
              + " MiB; try a smaller --scale, or more with HAISHIN_JAVA_OPTS=-Xmx"
              + (heapMib * 3 / 2 / MIB_A_GIB + 1)
              + "g";
      terminal.err().println(error);
      traceOf(failure);
      return ended(ExitCode.INTERNAL, List.of(CommandError.of(error)));
    }
    return defect(failure);
  }

  private ExitCode defect(Throwable failure) {
    String error = "haishin: internal error: " + oneLine(failure.toString());
    terminal.err().println(error);
    if (!trace) {
      terminal
          .err()
          .println(
              "This is a defect of Haishin. Set HAISHIN_TRACE=1 or add --stacktrace to see where it comes from.");
    }
    traceOf(failure);
    return ended(ExitCode.INTERNAL, List.of(CommandError.of(error)));
  }

  private ExitCode ended(ExitCode status, List<CommandError> errors) {
    if (json) {
      terminal.out().print(ErrorDocument.of(status, errors));
    }
    return status;
  }

  /** A plug-in is at fault, and its author needs to know where. */
  private ExitCode show(String message, List<?> frames) {
    String error = "haishin: " + oneLine(message);
    terminal.err().println(error);
    terminal.err().println("This is a defect of the plug-in. Where it comes from:");
    frames.forEach(frame -> terminal.err().println("  at " + frame));
    return ended(ExitCode.INTERNAL, List.of(CommandError.of(error)));
  }

  private void traceOf(Throwable failure) {
    if (trace) {
      failure.printStackTrace(terminal.err());
    }
  }

  private static String what(ParameterException failure) {
    if (!(failure instanceof UnmatchedArgumentException unmatched)) {
      return oneLine(failure.getMessage());
    }
    List<String> near = unmatched.getSuggestions();
    boolean commandExpected = !unmatched.getCommandLine().getSubcommands().isEmpty();
    String kind = unmatched.isUnknownOption() ? "option" : commandExpected ? "command" : "argument";
    return "unknown "
        + kind
        + " '"
        + unmatched.getUnmatched().get(0)
        + "'"
        + (near.isEmpty() ? "" : "; did you mean '" + near.get(0) + "'?");
  }

  private static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return failure.getMessage() + ": no such file or folder";
    }
    if (failure instanceof FileSystemException file && file.getReason() == null) {
      String what = file.getClass().getSimpleName().replace("Exception", "");
      return file.getFile()
          + ": "
          + what.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
    return oneLine(failure.getMessage());
  }

  private static String oneLine(String text) {
    return text == null ? "no reason given" : text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
