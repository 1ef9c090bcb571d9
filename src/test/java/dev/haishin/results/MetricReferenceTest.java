package dev.haishin.results;

import dev.haishin.Golden;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The site's table of all metrics is the registry. */
class MetricReferenceTest {
  @Test
  void thePageListsEveryMetricAsTheRegistryKnowsIt() throws IOException {
    StringBuilder out = new StringBuilder("# All metrics\n\n");
    out.append(
        "Written by `MetricReferenceTest` from the registry that expectations are read by. ");
    out.append("[metrics.md](metrics.md) says how a path is read.\n\n");
    out.append("| metric | kind | unit | statistics | narrowed by | means |\n");
    out.append("|---|---|---|---|---|---|\n");
    for (Metric metric : MetricRegistry.standard().metrics()) {
      List<String> statistics = metric.statistics().stream().map(Statistic::name).toList();
      boolean isUsual = metric.statistics().equals(Statistic.of(metric.kind()));
      String unit = metric.unit().symbol();
      for (String cell :
          List.of(
              "`" + metric.path() + "`",
              metric.kind().kindName(),
              unit.isEmpty() ? "-" : unit,
              isUsual ? "all of its kind" : String.join(" ", statistics),
              metric.qualifiers().isEmpty() ? "-" : String.join(", ", metric.qualifiers()),
              metric.meaning())) {
        out.append("| ").append(cell.replace("|", "\\|")).append(' ');
      }
      out.append("|\n");
    }
    Golden.assertPage("all-metrics.md", out.toString());
  }
}
