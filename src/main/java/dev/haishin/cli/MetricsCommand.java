package dev.haishin.cli;

import dev.haishin.results.Metric;
import dev.haishin.results.MetricRegistry;
import dev.haishin.results.Statistic;
import dev.haishin.results.file.JsonText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists what a run measures: the names that expectations, charts and result files use. */
@Command(
    name = "metrics",
    header = "List every metric, with its kind, unit and meaning.",
    description = {
      "",
      "A metric's path is followed by a statistic, and perhaps by a part in braces and a window in"
          + " brackets: delivery.online.p99{region=tokyo}[3m..5m].",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  haishin metrics                    all of them",
      "  haishin metrics kafka push         those with one of these words in their path",
      "  haishin metrics delivery.online    one of them, with its statistics",
      "  haishin metrics --json             for the next program",
      ""
    },
    mixinStandardHelpOptions = true)
final class MetricsCommand implements Callable<Integer> {
  private static final String SCHEMA = "haishin/metrics/1";

  @ParentCommand private Haishin haishin;

  @Parameters(
      paramLabel = "WORD",
      arity = "0..*",
      description = "A path, or a part of one; without it, all metrics.")
  private List<String> words = List.of();

  @Option(names = "--json", description = "Print JSON, for the next program.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<Metric> chosen =
        MetricRegistry.standard().metrics().stream().filter(this::isAskedFor).toList();
    if (chosen.isEmpty()) {
      throw new BadInputException(List.of("haishin metrics: " + nothingFound()));
    }
    PrintWriter out = haishin.terminal().out();
    if (json) {
      out.print(asJson(chosen));
    } else if (chosen.size() == 1) {
      printOne(out, chosen.get(0));
    } else {
      printAll(out, chosen);
    }
    return ExitCode.OK.status();
  }

  private boolean isAskedFor(Metric metric) {
    return words.isEmpty() || words.stream().anyMatch(word -> names(word, metric));
  }

  /** A path names itself alone, though it may be the beginning of others. */
  private static boolean names(String word, Metric metric) {
    return MetricRegistry.standard().find(word).isPresent()
        ? metric.path().equals(word)
        : metric.path().contains(word);
  }

  private String nothingFound() {
    String word = words.get(0);
    List<String> near = MetricRegistry.standard().nearest(word);
    String hint = near.isEmpty() ? "" : "; did you mean '" + near.get(0) + "'?";
    return "no metric's path contains '" + word + "'" + hint;
  }

  private void printAll(PrintWriter out, List<Metric> metrics) {
    // One line a metric for grep, wrapped lines for people.
    boolean wrap = haishin.terminal().outIsTerminal();
    int columns = wrap ? haishin.terminal().columns() : Integer.MAX_VALUE;
    TextTable table = new TextTable(columns, "llll");
    for (Metric metric : metrics) {
      table.row(metric.path(), metric.kind().kindName(), metric.unit().symbol(), metric.meaning());
    }
    table.print(out::println, "");
  }

  private void printOne(PrintWriter out, Metric metric) {
    out.println(metric.path() + ": " + metric.meaning());
    TextTable table = new TextTable(haishin.terminal().columns(), "ll");
    table.row("kind", metric.kind().kindName());
    if (!metric.unit().symbol().isEmpty()) {
      table.row("unit", metric.unit().symbol());
    }
    String within = metric.statistic("within(5s)").isPresent() ? " within(5s)" : "";
    table.row("statistics", names(metric) + within);
    if (!metric.qualifiers().isEmpty()) {
      String qualifiers = String.join("=..., ", metric.qualifiers()) + "=...";
      table.row("parts", "{" + qualifiers + "}");
    }
    table.print(out::println, "  ");
  }

  private static String names(Metric metric) {
    return metric.statistics().stream().map(Statistic::name).collect(Collectors.joining(" "));
  }

  private static String asJson(List<Metric> metrics) throws IOException {
    JsonText document = new JsonText();
    document.put("schema", SCHEMA).array("metrics");
    for (Metric metric : metrics) {
      document.item().put("path", metric.path()).put("kind", metric.kind().kindName());
      document.put("unit", metric.unit().symbol()).array("statistics");
      for (Statistic statistic : metric.statistics()) {
        document.item(statistic.name());
      }
      document.endArray().array("qualifiers");
      for (String qualifier : metric.qualifiers()) {
        document.item(qualifier);
      }
      document.endArray().put("meaning", metric.meaning()).endObject();
    }
    return document.endArray().end();
  }
}
