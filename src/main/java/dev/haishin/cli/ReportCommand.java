package dev.haishin.cli;

import dev.haishin.report.Report;
import dev.haishin.results.file.JsonText;
import dev.haishin.results.file.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  private static final String SCHEMA = "haishin/report/1";

  @ParentCommand private Haishin haishin;

  @Parameters(paramLabel = "DIR", arity = "1..*", description = "Result folders.")
  private List<Path> folders;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "One page of several runs side by side, as HTML.")
  private Path out;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() throws IOException {
    check();
    List<Path> pages = new ArrayList<>();
    if (out != null) {
      WholeFile.write(out, Report.sideBySide(folders));
      pages.add(out);
    } else {
      for (Path folder : folders) {
        List<String> warnings = Report.write(folder);
        if (!output.quiet()) {
          warnings.forEach(text -> haishin.terminal().err().println("warning: " + text));
        }
        pages.add(folder.resolve("report.html"));
      }
    }
    show(pages);
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

  private void show(List<Path> pages) throws IOException {
    PrintWriter print = haishin.terminal().out();
    if (output.json()) {
      JsonText document = new JsonText().put("schema", SCHEMA).array("pages");
      for (Path page : pages) {
        document.item(page.toString());
      }
      print.print(document.endArray().end());
    } else if (!output.quiet()) {
      pages.forEach(page -> print.println("open " + page));
    }
  }
}
