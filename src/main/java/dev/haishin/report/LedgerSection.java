package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;

/** The fate of every accepted (message, recipient) pair. */
final class LedgerSection {
  private static final String TITLE = "Ledger";

  private LedgerSection() {}

  static Section of(Run run) {
    Ledger ledger = run.ledger();
    if (ledger.isEmpty()) {
      return Section.absent(TITLE, "the summary holds no ledger");
    }
    List<StackedBar.Part> parts = new ArrayList<>();
    for (LedgerColumn column : ledger.columns()) {
      String pairs = Quantity.digits(column.pairs());
      parts.add(new StackedBar.Part(column.name(), colour(column), column.pairs(), pairs));
    }
    String title = "Every accepted delivery ends in one place";
    String summary =
        Quantity.digits(ledger.intended())
            + " deliveries were intended; the columns "
            + (ledger.balanced() ? "add up to that." : "do not add up to that: the run is void.");
    Markup page = new Markup();
    page.add(
        FigureMarkup.of(
            "ledger",
            title,
            summary,
            StackedBar.draw(title + ". " + summary, parts),
            StackedBar.table("column", "deliveries", parts)));
    if (!ledger.others().isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      for (LedgerColumn other : ledger.others()) {
        rows.add(List.of(other.name(), Quantity.digits(other.pairs())));
      }
      page.element("h3", "Beside the sum");
      DataTable table = new DataTable(List.of("column", "count"), rows);
      page.add(FigureMarkup.table("Beside the sum", table));
    }
    return Section.of("ledger", TITLE, page);
  }

  /** Each place has its colour in every report, so that two pages can be held side by side. */
  private static int colour(LedgerColumn column) {
    if (column.isLost()) {
      return 1;
    }
    return switch (column.name()) {
      case "live" -> 2;
      case "synced" -> 4;
      case "pushed" -> 0;
      case "pending" -> 5;
      case "expired" -> 3;
      default -> 6;
    };
  }
}
