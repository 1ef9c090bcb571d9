package dev.haishin.report;

import dev.haishin.results.file.SweepTable;
import java.util.ArrayList;
import java.util.List;

/** The page of a sweep: what its points measured, and which of them meet what is expected. */
final class SweepPage {
  private final SweepTable table;

  private SweepPage(SweepTable table) {
    this.table = table;
  }

  static String of(SweepTable table) {
    return new SweepPage(table).page().html();
  }

  private Page page() {
    SweepTable.Origin origin = table.origin();
    List<Section> sections = new ArrayList<>();
    Markup figures = new Markup().open("div", "class", "figures");
    List<Chart> charts = SweepChart.charts(table);
    charts.forEach(chart -> figures.add(FigureMarkup.of(chart)));
    sections.add(
        charts.isEmpty()
            ? Section.absent(
                "Figures", "no path of numbers varied, or too many lines to tell apart")
            : Section.of("figures", "Figures over what varied", figures.close()));
    sections.add(Section.of("points", "Every point", FigureMarkup.table("Every point", points())));
    sections.add(validity());
    sections.add(reproduce());
    List<Page.Fact> facts =
        List.of(
            new Page.Fact("points", Quantity.digits(table.rows().size())),
            new Page.Fact("replications each", Quantity.digits(origin.replications())));
    String title = origin.scenario() + ": sweep";
    return new Page(title, origin.description(), answer(), facts, sections);
  }

  private String answer() {
    int points = table.rows().size();
    boolean expects = table.measures().stream().anyMatch(SweepTable.Measure::expected);
    long trouble = table.rows().stream().filter(row -> !row.trouble().isEmpty()).count();
    String failed = trouble > 0 ? "; " + trouble + " gave no result" : "";
    if (!expects) {
      return points + " points were run" + failed + "; the scenario expects nothing of them.";
    }
    List<SweepTable.Row> good = table.rows().stream().filter(SweepPage::meetsAll).toList();
    String which =
        good.isEmpty() ? "none of " : good.size() == points ? "all of " : good.size() + " of ";
    String first = good.isEmpty() ? "" : ", the first with " + values(good.get(0)) + binds(good);
    String meet = good.size() == 1 ? " points meets" : " points meet";
    String said = which + points + meet + " what the scenario expects" + first + failed + ".";
    return Character.toUpperCase(said.charAt(0)) + said.substring(1);
  }

  private static String binds(List<SweepTable.Row> rows) {
    return rows.get(0)
        .busiest()
        .filter(busiest -> busiest.utilization() > 0)
        .map(busiest -> ", where " + BindsFirst.sentence(busiest))
        .orElse("");
  }

  private static boolean meetsAll(SweepTable.Row row) {
    return row.trouble().isEmpty()
        && row.cells().stream()
            .flatMap(cell -> cell.verdict().stream())
            .allMatch(verdict -> verdict.equals("met"));
  }

  private String values(SweepTable.Row row) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < table.axes().size(); i++) {
      SweepTable.Axis axis = table.axes().get(i);
      values.add(axis.path() + "=" + row.values().get(i) + axis.unit());
    }
    return Page.joined(values);
  }

  private DataTable points() {
    List<String> header = new ArrayList<>(List.of("variant"));
    for (SweepTable.Axis axis : table.axes()) {
      header.add(axis.unit().isEmpty() ? axis.path() : axis.path() + " [" + axis.unit() + "]");
    }
    table.measures().forEach(measure -> header.add(measure.path()));
    header.add(BindsFirst.HEADER);
    header.add("trouble");
    List<List<String>> rows = new ArrayList<>();
    for (SweepTable.Row row : table.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.variant()));
      cells.addAll(row.values());
      for (int i = 0; i < table.measures().size(); i++) {
        cells.add(cell(table.measures().get(i), row.cells().get(i)));
      }
      cells.add(BindsFirst.cell(row.busiest()));
      cells.add(row.trouble().isEmpty() ? "–" : row.trouble());
      rows.add(cells);
    }
    return new DataTable(header, rows);
  }

  private static String cell(SweepTable.Measure measure, SweepTable.Cell cell) {
    String unit = measure.unit().symbol();
    String value = Quantity.of(cell.value().orElse(Double.NaN), unit);
    String half =
        cell.halfWidth().isPresent()
            ? " ± " + Quantity.of(cell.halfWidth().getAsDouble(), unit)
            : "";
    return cell.verdict().map(verdict -> Outcome.text(verdict) + " ").orElse("") + value + half;
  }

  private Section validity() {
    List<String> notes = new ArrayList<>();
    notes.add(
        table.origin().replications() > 1
            ? "Each point is the mean of "
                + table.origin().replications()
                + " replications; ± is half of its 95% interval."
            : "Each point is one run with one seed, without an interval: small differences between"
                + " neighbours can be chance.");
    notes.add("All points saw the same people, chats and taps, as far as what varies lets them.");
    return Section.of("validity", "How far to trust this", Page.notes(notes));
  }

  private Section reproduce() {
    SweepTable.Origin origin = table.origin();
    StringBuilder command = new StringBuilder("haishin sweep SCENARIO.yaml");
    for (int i = 0; i < table.axes().size(); i++) {
      int column = i;
      SweepTable.Axis axis = table.axes().get(i);
      List<String> values =
          table.rows().stream()
              .map(row -> row.values().get(column) + axis.unit())
              .distinct()
              .toList();
      command.append(" --vary '").append(axis.path()).append('=');
      command.append(String.join(",", values)).append('\'');
    }
    table.measures().stream()
        .filter(measure -> !measure.expected())
        .forEach(measure -> command.append(" --metric '").append(measure.path()).append('\''));
    origin.settings().forEach(set -> command.append(" --set '").append(set).append('\''));
    if (origin.replications() > 1) {
      command.append(" --replications ").append(origin.replications());
    }
    String sentence =
        "With the scenario whose text has SHA-256 "
            + origin.scenarioSha256()
            + " and version "
            + origin.version()
            + ":";
    return Section.of("reproduce", "Reproduce", Page.command(sentence, command.toString()));
  }
}
