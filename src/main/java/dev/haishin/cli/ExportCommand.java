package dev.haishin.cli;

import dev.haishin.results.file.JsonText;
import dev.haishin.results.file.OpenMetricsText;
import dev.haishin.results.file.ResultReader;
import dev.haishin.results.file.RunFiles;
import dev.haishin.results.file.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints results in a format of somebody else's. */
@Command(
    name = "export",
    header = "Print the timelines of results as OpenMetrics, for Prometheus and Grafana.",
    description = {
      "",
      "Each run has labels of its scenario, variant and seed. Time starts at the scenario's clock,"
          + " or at 1970 where it has none.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  haishin export results/launch/baseline --openmetrics > launch.txt",
      "  haishin export results/launch/* --openmetrics --out launch.txt     several side by side",
      "  haishin export results/launch/baseline --openmetrics --start 2026-12-31T23:58:30+09:00",
      "  promtool tsdb create-blocks-from openmetrics launch.txt data       for Prometheus",
      ""
    },
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  private static final String SCHEMA = "haishin/export/1";
  private static final Pattern CLOCK = Pattern.compile("(?m)^clock:\\s*[\"']?([^\\s\"'#]+)");

  @ParentCommand private Haishin haishin;
  @Mixin private OutputOptions output;

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "Folders of results, one a variant, as 'run' leaves them.")
  private List<Path> folders = List.of();

  @Option(
      names = "--openmetrics",
      required = true,
      description = "The format: OpenMetrics text, a family a column of timeline.csv.")
  private boolean openMetrics;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      description = "Date and time at t=0, as in 2026-12-31T23:58:30+09:00.")
  private String start;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to a file, instead of printing.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<String> errors = new ArrayList<>();
    for (Path folder : folders) {
      if (!Files.exists(folder.resolve(RunFiles.TIMELINE))) {
        errors.add(folder + ": has no " + RunFiles.TIMELINE + "; name a folder that 'run' wrote");
      }
    }
    BigDecimal asked = start == null ? null : seconds(start, errors);
    if (!errors.isEmpty()) {
      throw new BadInputException(errors);
    }
    OpenMetricsText text = new OpenMetricsText();
    for (Path folder : folders) {
      ResultReader results = new ResultReader(folder);
      BigDecimal startSeconds = asked == null ? clock(folder) : asked;
      text.add(results.summary().identity(), results.timeline(), startSeconds);
    }
    show(text.toString());
    return ExitCode.OK.status();
  }

  private void show(String text) throws IOException {
    PrintWriter terminal = haishin.terminal().out();
    if (out != null) {
      WholeFile.write(out, text);
    }
    if (output.json()) {
      JsonText document = new JsonText().put("schema", SCHEMA).put("format", "openmetrics");
      terminal.print(document.put("text", text).end());
    } else if (out == null) {
      terminal.print(text);
    } else if (!output.quiet()) {
      terminal.println("wrote " + out);
    }
  }

  /** What the scenario says of the date and time at t=0. */
  private static BigDecimal clock(Path folder) throws IOException {
    Path scenario = folder.resolve(RunFiles.SCENARIO);
    Matcher clock = CLOCK.matcher(Files.exists(scenario) ? Files.readString(scenario) : "");
    return clock.find() ? seconds(clock.group(1), new ArrayList<>()) : BigDecimal.ZERO;
  }

  private static BigDecimal seconds(String text, List<String> errors) {
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      return BigDecimal.valueOf(instant.getEpochSecond())
          .add(BigDecimal.valueOf(instant.getNano(), 9));
    } catch (DateTimeException wrong) {
      errors.add("--start " + text + ": is no date and time; write 2026-12-31T23:58:30+09:00");
      return BigDecimal.ZERO;
    }
  }
}
