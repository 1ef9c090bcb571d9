package dev.haishin.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.haishin.results.Metric;
import dev.haishin.results.MetricRegistry;
import dev.haishin.results.Statistic;
import dev.haishin.results.file.WholeFile;
import dev.haishin.scenario.ScenarioSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Prints the JSON Schema of scenarios, by which editors complete, explain and check them. */
@Command(
    name = "schema",
    header = "Print the JSON Schema of scenarios, for editors.",
    description = {
      "",
      "An editor that knows it offers keys and metrics, shows what each means and takes, and marks"
          + " what is misspelt. 'validate' finds more: what depends on the rest of the file.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  haishin schema                            to standard output",
      "  haishin schema --out scenario.schema.json to a file that an editor is pointed at",
      ""
    },
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
  @ParentCommand private Haishin haishin;
  @Mixin private OutputOptions output;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write it to a file, instead of printing it.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    String schema = text();
    PrintWriter terminal = haishin.terminal().out();
    if (out != null) {
      WholeFile.write(out, schema);
    }
    if (out == null || output.json()) {
      terminal.print(schema);
    } else if (!output.quiet()) {
      terminal.println("wrote " + out);
    }
    return ExitCode.OK.status();
  }

  /** The schema, with every metric that can be expected. */
  static String text() throws IOException {
    return new ObjectMapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(
                ScenarioSchema.of(
                    MetricRegistry.standard().metrics().stream()
                        .map(SchemaCommand::named)
                        .toList()))
            .replace("\r\n", "\n")
        + "\n";
  }

  private static ScenarioSchema.MetricName named(Metric metric) {
    return new ScenarioSchema.MetricName(
        metric.path(),
        metric.statistics().stream().map(Statistic::name).toList(),
        metric.meaning());
  }
}
