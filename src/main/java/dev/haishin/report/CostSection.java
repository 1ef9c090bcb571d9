package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
      List<StackedBar.Part> parts = split(run);
      if (!parts.isEmpty()) {
        String title = "What the money goes to";
        String summary =
            "Cost a month, by component over all regions; traffic is what leaves, storage what is kept.";
        page.add(
            FigureMarkup.of(
                "cost-split",
                title,
                summary,
                StackedBar.draw(title + ". " + summary, parts),
                StackedBar.table("component", "a month", parts)));
      }
      page.element("h3", "Bill of materials").add(FigureMarkup.table("Fleet", fleet(run)));
      String note =
          "Cores and memory are of each host; – where the model does not limit memory. The same as a"
              + " table: "
              + BillOfMaterials.FILE
              + ".";
      page.element("p", note, "class", "note");
    }
    return Section.of("cost", TITLE, page);
  }

  /** Costs by component, the largest first, and what is not of the fleet. */
  private static List<StackedBar.Part> split(Run run) {
    Map<String, Double> costs = BillOfMaterials.split(run);
    List<StackedBar.Part> parts = new ArrayList<>();
    costs.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(
            entry ->
                parts.add(
                    new StackedBar.Part(
                        entry.getKey(),
                        parts.size() % StackedBar.COLOURS,
                        entry.getValue(),
                        Quantity.of(entry.getValue(), "USD"))));
    return parts;
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
              item.memoryBytes() > 0 ? Quantity.of(item.memoryBytes(), "B") : "–",
              Quantity.of(item.usdPerMonth(), "USD")));
    }
    return new DataTable(
        List.of("component", "region", "hosts", "cores", "memory", "a month"), rows);
  }
}
