package dev.haishin.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Several runs on one page: their figures in columns, their curves in one chart. */
final class SideBySide {
  private static final int MOST_POINTS = 600;
  private static final List<String> LATENCIES =
      List.of("delivery.online", "send.ack", "delivery.any", "connect");
  private static final List<String> STATISTICS = List.of("p50", "p99", "p99.9");

  private final Map<String, Run> runs;

  private SideBySide(Map<String, Run> runs) {
    this.runs = runs;
  }

  /**
   * The page.
   *
   * @param runs by the names that tell them apart, at least two
   */
  static String of(Map<String, Run> runs) {
    return new SideBySide(new LinkedHashMap<>(runs)).page().html();
  }

  private Page page() {
    List<Section> sections = new ArrayList<>();
    sections.add(Section.of("figures", "Figures", FigureMarkup.table("Figures", figures())));
    Markup charts = new Markup().open("div", "class", "figures");
    percentiles().ifPresent(chart -> charts.add(FigureMarkup.of(chart)));
    overTime("p99-over-time", "Latency over time", "delivery.online.p99")
        .ifPresent(chart -> charts.add(FigureMarkup.of(chart)));
    overTime("gateways-over-time", "Hottest gateway over time", "gateway.cpu.max")
        .ifPresent(chart -> charts.add(FigureMarkup.of(chart)));
    sections.add(Section.of("charts", "Latency and load", charts.close()));
    sections.add(Section.of("ledger", "Ledger", FigureMarkup.table("Ledger", ledger())));
    sections.add(verdicts());
    sections.add(Section.of("validity", "How far to trust this", Page.notes(notes())));
    String title = Page.joined(List.copyOf(runs.keySet()));
    return new Page(title, "Several runs side by side", answer(), List.of(), sections);
  }

  private String answer() {
    String best = "";
    double least = Double.POSITIVE_INFINITY;
    List<String> values = new ArrayList<>();
    for (Map.Entry<String, Run> entry : runs.entrySet()) {
      double p99 = entry.getValue().value("delivery.online", "p99");
      values.add(entry.getKey() + " " + Quantity.of(p99, "ms"));
      if (p99 < least) {
        least = p99;
        best = entry.getKey();
      }
    }
    String said = "p99 of online deliveries: " + Page.joined(values);
    return best.isEmpty() ? said + "." : said + "; the least is that of " + best + ".";
  }

  private DataTable figures() {
    List<List<String>> rows = new ArrayList<>();
    row(rows, "seed", run -> run.identity().seed());
    row(rows, "scale", run -> Quantity.of(run.identity().scale(), "fraction"));
    for (String path : LATENCIES) {
      for (String statistic : STATISTICS) {
        row(rows, path + "." + statistic, run -> Quantity.of(run.value(path, statistic), "ms"));
      }
    }
    for (String path : Utilisation.PATHS) {
      row(rows, path + ".max", run -> Quantity.of(run.value(path, "max"), "fraction"));
    }
    row(rows, "ledger.lost", run -> Quantity.digits(run.ledger().lost()));
    for (String path : List.of("cost.per-month", "cost.per-million-deliveries")) {
      row(rows, path, run -> Quantity.of(run.value(path, "last"), "USD"));
    }
    return new DataTable(header("figure"), rows);
  }

  private DataTable ledger() {
    List<String> places = new ArrayList<>();
    for (Run run : runs.values()) {
      for (LedgerColumn column : run.ledger().columns()) {
        if (!places.contains(column.name())) {
          places.add(column.name());
        }
      }
    }
    List<List<String>> rows = new ArrayList<>();
    row(rows, "intended", run -> Quantity.digits(run.ledger().intended()));
    for (String place : places) {
      row(rows, place, run -> Quantity.digits(run.ledger().pairs(place)));
    }
    return new DataTable(header("pairs"), rows);
  }

  private Section verdicts() {
    List<String> paths = new ArrayList<>();
    for (Run run : runs.values()) {
      for (Verdict verdict : run.verdicts()) {
        if (!paths.contains(expected(verdict))) {
          paths.add(expected(verdict));
        }
      }
    }
    if (paths.isEmpty()) {
      return Section.absent("Expectations", "no scenario expects anything");
    }
    List<List<String>> rows = new ArrayList<>();
    for (String path : paths) {
      row(rows, path, run -> verdict(run, path));
    }
    DataTable table = new DataTable(header("expectation"), rows);
    return Section.of("expectations", "Expectations", FigureMarkup.table("Expectations", table));
  }

  private static String expected(Verdict verdict) {
    return verdict.path() + " " + verdict.limit();
  }

  private static String verdict(Run run, String path) {
    return run.verdicts().stream()
        .filter(verdict -> expected(verdict).equals(path))
        .findFirst()
        .map(verdict -> Outcome.text(verdict.outcome()) + " " + verdict.value())
        .orElse("–");
  }

  private List<String> header(String first) {
    List<String> header = new ArrayList<>(List.of(first));
    header.addAll(runs.keySet());
    return header;
  }

  /** A row of one text a run; one that no run knows is left out. */
  private void row(List<List<String>> rows, String name, Function<Run, String> text) {
    List<String> row = new ArrayList<>(List.of(name));
    runs.values().forEach(run -> row.add(text.apply(run).isEmpty() ? "–" : text.apply(run)));
    if (row.stream().skip(1).anyMatch(cell -> !cell.equals("–"))) {
      rows.add(row);
    }
  }

  private Optional<Chart> percentiles() {
    List<PercentileCurve> curves = new ArrayList<>();
    for (Map.Entry<String, Run> entry : runs.entrySet()) {
      entry.getValue().curves().stream()
          .filter(curve -> curve.path().equals("delivery.online"))
          .map(curve -> new PercentileCurve(entry.getKey(), curve.points(), curve.samples()))
          .forEach(curves::add);
    }
    return PercentileChart.of(curves, "Online deliveries by percentile");
  }

  private Optional<Chart> overTime(String id, String title, String path) {
    List<Series> series = new ArrayList<>();
    double end = 1;
    for (Map.Entry<String, Run> entry : runs.entrySet()) {
      Run run = entry.getValue();
      Optional<Points> points = run.timeline().column(path);
      if (points.isPresent()) {
        String unit = run.timeline().unit(path);
        Points thinned = points.get().thinnedTo(MOST_POINTS);
        series.add(new Series(entry.getKey(), series.size() % 8, unit, thinned));
        end = Math.max(end, run.endSeconds());
      }
    }
    if (series.isEmpty()) {
      return Optional.empty();
    }
    boolean latency = series.get(0).unit().equals("ms");
    double highest = series.stream().mapToDouble(s -> s.points().highest()).max().orElse(1);
    Scale up =
        latency
            ? PercentileChart.latencyScale(series)
            : LinearScale.upTo(highest, series.get(0).unit());
    return Optional.of(
        new Chart(
            id,
            title,
            path + " of each run.",
            "simulated time",
            new TimeScale(end),
            List.of(new Panel("", path, up, series)),
            List.of(),
            0,
            readings(series),
            seconds(series)));
  }

  private static List<Double> seconds(List<Series> series) {
    return series.stream()
        .flatMap(each -> IntStream.range(0, each.points().size()).mapToObj(i -> each.points().x(i)))
        .distinct()
        .sorted()
        .toList();
  }

  private DataTable readings(List<Series> series) {
    List<String> header = new ArrayList<>(List.of("time"));
    series.forEach(each -> header.add(each.name()));
    List<List<String>> rows = new ArrayList<>();
    for (double second : seconds(series)) {
      List<String> row = new ArrayList<>(List.of(Quantity.clock(second)));
      for (Series each : series) {
        row.add(Quantity.of(each.points().at(second), each.unit()));
      }
      rows.add(row);
    }
    return new DataTable(header, rows);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Runs of different scenarios, seeds or scales differ for that reason as well. What a change"
            + " does, with an interval, is for `haishin compare` to say.");
    for (Map.Entry<String, Run> entry : runs.entrySet()) {
      for (String note : entry.getValue().notes()) {
        notes.add(entry.getKey() + ": " + note);
      }
    }
    return notes;
  }
}
