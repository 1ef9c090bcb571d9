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
  private final Terminal terminal;
  private final boolean trace;

  /**
   * A screen.
   *
   * @param trace whether an internal error shows where it came from
   */
  FailureScreen(Terminal terminal, boolean trace) {
    this.terminal = terminal;
    this.trace = trace;
  }

  /** A command line that cannot be read. */
  ExitCode show(ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    PrintWriter err = terminal.err();
    err.println(name + ": " + what(failure));
    err.println("'" + name + " --help' lists what it takes.");
    return ExitCode.BAD_INPUT;
  }

  /** Anything that ended a command early. */
  ExitCode show(Throwable failure) {
    if (failure instanceof BadInputException input) {
      input.errors().forEach(terminal.err()::println);
      return ExitCode.BAD_INPUT;
    }
    if (failure instanceof InvalidScenarioException scenario) {
      scenario.errors().forEach(terminal.err()::println);
      return ExitCode.BAD_INPUT;
    }
    if (failure instanceof PluginFailure plugin) {
      return show(plugin.getMessage(), List.of(plugin.getStackTrace()));
    }
    if (failure instanceof CrashedTrialException trial
        && trial.crash().kind().equals(PluginFailure.class.getName())) {
      return show(trial.crash().message(), trial.crash().where());
    }
    if (failure instanceof InterruptedRunException) {
      return ExitCode.INTERRUPTED;
    }
    if (failure instanceof UncheckedIOException io) {
      return show(io.getCause());
    }
    if (failure instanceof IOException io) {
      terminal.err().println("haishin: " + reason(io));
      traceOf(failure);
      return ExitCode.BAD_INPUT;
    }
    if (failure instanceof OutOfMemoryError) {
      long heapMib = Runtime.getRuntime().maxMemory() >> 20;
      terminal
          .err()
          .println(
              "haishin: the run needs more than the heap of "
                  + heapMib
                  + " MiB; try a smaller --scale, or more with HAISHIN_JAVA_OPTS=-Xmx16g");
      traceOf(failure);
      return ExitCode.INTERNAL;
    }
    terminal.err().println("haishin: internal error: " + oneLine(failure.toString()));
    if (!trace) {
      terminal
          .err()
          .println(
              "This is a defect of Haishin. Set HAISHIN_TRACE=1 or add --stacktrace to see where it comes from.");
    }
    traceOf(failure);
    return ExitCode.INTERNAL;
  }

  /** A plug-in is at fault, and its author needs to know where. */
  private ExitCode show(String message, List<?> frames) {
    terminal.err().println("haishin: " + oneLine(message));
    terminal.err().println("This is a defect of the plug-in. Where it comes from:");
    frames.forEach(frame -> terminal.err().println("  at " + frame));
    return ExitCode.INTERNAL;
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
