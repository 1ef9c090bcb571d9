package dev.haishin.report;

import java.util.List;
import java.util.Map;

/** The frame around every picture of the page: caption, legend, failures and the data behind it. */
final class FigureMarkup {
  private static final int MOST_LISTED = 12;

  private FigureMarkup() {}

  static Markup of(Chart chart) {
    Markup page = new Markup();
    page.open("figure", "id", "figure-" + chart.id());
    caption(page, chart.title(), chart.summary());
    legend(page, chart.legend());
    page.add(SvgChart.draw(chart));
    failures(page, chart.marks());
    behind(page, chart.title(), chart.readings());
    return page.close().line();
  }

  /** A figure that is no chart of lines: the picture, its legend if any, and its data. */
  static Markup of(String id, String title, String summary, Markup picture, DataTable data) {
    return of(id, title, summary, picture, List.of(), data);
  }

  /** The same with the failures that are numbered in the picture. */
  static Markup of(
      String id,
      String title,
      String summary,
      Markup picture,
      List<FailureMark> marks,
      DataTable data) {
    Markup page = new Markup();
    page.open("figure", "id", "figure-" + id);
    caption(page, title, summary);
    page.add(picture);
    failures(page, marks);
    behind(page, title, data);
    return page.close().line();
  }

  /** A table as the page shows it; numbers stand right, the first column heads its row. */
  static Markup table(String label, DataTable data) {
    return table(label, data, List.of());
  }

  /** A table of words, which stand left. */
  static Markup texts(String label, DataTable data) {
    return table(label, data, List.of("class", "texts"));
  }

  private static Markup table(String label, DataTable data, List<String> attributes) {
    Markup page = new Markup();
    page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
    page.open("table", attributes.toArray(String[]::new)).open("thead").open("tr");
    data.header().forEach(title -> page.element("th", title, "scope", "col"));
    page.close().close().open("tbody").line();
    for (List<String> row : data.rows()) {
      page.open("tr").element("th", row.get(0), "scope", "row");
      row.stream().skip(1).forEach(cell -> page.element("td", cell));
      page.close().line();
    }
    return page.close().close().close();
  }

  static void legend(Markup page, Map<String, Integer> names) {
    if (names.isEmpty()) {
      return;
    }
    page.open("ul", "class", "legend");
    names.forEach(
        (name, colour) ->
            page.open("li").element("i", "", "class", "k" + colour).text(name).close());
    page.close();
  }

  private static void caption(Markup page, String title, String summary) {
    page.open("figcaption").element("h3", title).element("p", summary).close();
  }

  private static void failures(Markup page, List<FailureMark> marks) {
    if (marks.isEmpty()) {
      return;
    }
    page.open("ol", "class", "failures");
    for (FailureMark mark : marks.subList(0, Math.min(MOST_LISTED, marks.size()))) {
      page.element("li", mark.label() + " at " + Quantity.clock(mark.atSeconds()));
    }
    page.close();
    if (marks.size() > MOST_LISTED) {
      page.element("p", "and " + (marks.size() - MOST_LISTED) + " more", "class", "note");
    }
  }

  private static void behind(Markup page, String title, DataTable data) {
    page.open("details").element("summary", "Data of “" + title + "”");
    page.add(table(title, data)).close();
  }
}
