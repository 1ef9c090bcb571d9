package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;

/** The fleet and what it costs at this load. */
final class CostSection {
  private static final String TITLE = "Fleet and cost";

  private CostSection() {}

  static Section of(Run run) {
    List<Metric> costs =
        run.metrics().values().stream().filter(m -> m.path().startsWith("cost.")).toList();
    if (costs.isEmpty() && run.fleet().isEmpty()) {
      return Section.absent(TITLE, "the summary holds neither a fleet nor prices");
    }
    Markup page = new Markup();
    if (!costs.isEmpty()) {
      page.open("dl", "class", "facts");
      for (Metric cost : costs) {
        double value = cost.value("last");
        double shown = Double.isNaN(value) ? cost.value("mean") : value;
        page.open("div").element("dt", cost.path());
        page.element("dd", Quantity.of(shown, "USD")).close();
      }
      page.close().element("p", "Costs are those of this load, held all month.", "class", "note");
    }
    if (!run.fleet().isEmpty()) {
      page.add(FigureMarkup.table("Fleet", fleet(run)));
    }
    return Section.of("cost", TITLE, page);
  }

  private static DataTable fleet(Run run) {
    List<List<String>> rows = new ArrayList<>();
    for (FleetItem item : run.fleet()) {
      rows.add(
          List.of(
              item.component(),
              item.region().isEmpty() ? "–" : item.region(),
              Quantity.digits(item.count()),
              Quantity.digits(item.cores()),
              Quantity.of(item.memoryBytes(), "B"),
              Quantity.of(item.usdPerMonth(), "USD")));
    }
    return new DataTable(
        List.of("component", "region", "hosts", "cores", "memory", "a month"), rows);
  }
}
