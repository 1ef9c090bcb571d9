package dev.haishin.report;

import dev.haishin.results.file.CsvText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fleet of a run with its cost split, as a table for those who order it. */
final class BillOfMaterials {
  static final String FILE = "bill-of-materials.csv";

  private static final String TRAFFIC = "traffic";
  private static final String STORAGE = "storage";
  private static final List<String> TITLES =
      List.of(
          "component",
          "region",
          "hosts",
          "cores each",
          "memory each [B]",
          "cost [USD/month]",
          "share of cost [fraction]");

  private BillOfMaterials() {}

  /**
   * USD a month by component, in the order of the summary, and by kept data and traffic where they
   * cost.
   */
  static Map<String, Double> split(Run run) {
    Map<String, Double> split = new LinkedHashMap<>();
    for (FleetItem item : run.fleet()) {
      if (Double.isFinite(item.usdPerMonth())) {
        split.merge(item.component(), item.usdPerMonth(), Double::sum);
      }
    }
    double fleet = split.values().stream().mapToDouble(Double::doubleValue).sum();
    double storage = run.value("cost.storage", "last");
    if (storage > 0) {
      split.put(STORAGE, storage);
    }
    double kept = storage > 0 ? storage : 0; // Older results do not know it.
    double traffic = run.value("cost.per-month", "last") - fleet - kept;
    // The summary's figures have six digits; less than that apart is no cost.
    if (traffic > 1e-4 * fleet) {
      split.put(TRAFFIC, traffic);
    }
    split.values().removeIf(usd -> !(usd > 0));
    return split;
  }

  /** Writes the table into a result folder, where the run has a fleet. */
  static void write(Run run, Path folder) throws IOException {
    if (run.fleet().isEmpty()) {
      return;
    }
    Map<String, Double> split = split(run);
    double all = split.values().stream().mapToDouble(Double::doubleValue).sum();
    CsvText table = new CsvText(TITLES);
    for (FleetItem item : run.fleet()) {
      table.put(item.component()).put(item.region()).put(item.count()).put(item.cores());
      table.put(item.memoryBytes()).put(item.usdPerMonth());
      table.put(all > 0 ? item.usdPerMonth() / all : Double.NaN).endLine();
    }
    for (String other : List.of(STORAGE, TRAFFIC)) {
      if (split.containsKey(other)) {
        double usd = split.get(other);
        table.put(other).put("").put("").put("").put("").put(usd).put(usd / all).endLine();
      }
    }
    Files.writeString(folder.resolve(FILE), table.toString(), StandardCharsets.UTF_8);
  }
}
