package dev.haishin.cli;

import dev.haishin.report.Report;
import dev.haishin.results.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Draws charts and pages again from result folders, or several runs on one page. */
@Command(
    name = "report",
    header = "Draw charts and the page of results again, or several runs side by side.",
    description = {
      "",
      "Draws report.html and the charts of a result folder from its files, over what is there:"
          + " of a run, a comparison, a sweep or a search for a size. With --out, draws one page of"
          + " several runs instead, and leaves their folders as they are.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  haishin report results/quickstart/baseline",
      "  haishin report results/quickstart/baseline results/quickstart/write --out both.html",
      ""
    },
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @ParentCommand private Haishin haishin;

  @Parameters(paramLabel = "DIR", arity = "1..*", description = "Result folders.")
  private List<Path> folders;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "One page of several runs side by side, as HTML.")
  private Path out;

  @Option(names = "--quiet", description = "Print errors only.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    check();
    if (out != null) {
      WholeFile.write(out, Report.sideBySide(folders));
      say("open " + out);
      return ExitCode.OK.status();
    }
    for (Path folder : folders) {
      List<String> warnings = Report.write(folder);
      if (!quiet) {
        warnings.forEach(text -> haishin.terminal().err().println("warning: " + text));
      }
      say("open " + folder.resolve("report.html"));
    }
    return ExitCode.OK.status();
  }

  private void check() {
    List<String> errors = new ArrayList<>();
    for (Path folder : folders) {
      boolean known = out == null ? Report.canDraw(folder) : isRun(folder);
      if (!known) {
        errors.add(
            folder
                + ": is no result folder"
                + (out == null
                    ? "; name one with summary.json, compare.json, sweep.json or size.json"
                    : " of a run; name one with summary.json"));
      }
    }
    if (out != null && folders.size() < 2) {
      errors.add("--out: takes two folders or more, to set them side by side");
    }
    if (!errors.isEmpty()) {
      throw new BadInputException(errors);
    }
  }

  private static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve("summary.json"));
  }

  private void say(String text) {
    if (!quiet) {
      haishin.terminal().out().println(text);
    }
  }
}
