package dev.haishin.report;

import dev.haishin.results.ReachLine;
import java.util.ArrayList;
import java.util.List;

/** Whom the messages reached, and how soon, by region and platform. */
final class ReachSection {
  private static final String TITLE = "Reach";
  private static final String ALL = "all";

  private ReachSection() {}

  static Section of(Run run) {
    List<ReachLine> lines = run.reach();
    if (lines.isEmpty()) {
      return Section.absent(TITLE, "the summary does not say whom messages reached");
    }
    ReachLine all = new ReachLine(ALL, ALL, 0, 0, 0, 0, 0, 0, 0, 0);
    for (ReachLine line : lines) {
      all = all.plus(line, ALL, ALL);
    }
    Markup page = new Markup();
    page.add(sending(run));
    List<StackedBar.Part> parts = parts(all);
    String title = "How soon a message reaches its recipient";
    String summary =
        "Recipients reached on a screen or by a push, from the sender's tap; of the taps in the"
            + " measured part of the run.";
    page.add(
        FigureMarkup.of(
            "reach",
            title,
            summary,
            StackedBar.draw(title + ". " + summary, parts),
            table(all, lines)));
    page.element("h3", "By region and platform");
    page.add(FigureMarkup.table("Reach by region and platform", table(all, lines)));
    page.element(
        "p",
        "Attempted and accepted are what the people there sent and know to be durable, of the"
            + " measured part; the rest is of them as recipients, as shares of those reached in all."
            + " Not at the end: in an inbox when the run ended, neither seen nor pushed. Lost: held"
            + " by nothing any more.",
        "class",
        "note");
    return Section.of("reach", TITLE, page);
  }

  private static Markup sending(Run run) {
    Markup page = new Markup().open("dl", "class", "facts");
    for (String[] fact :
        new String[][] {
          {"messages attempted", "send.attempted"},
          {"accepted", "messages.accepted"},
          {"given up by the sender", "send.failed"},
        }) {
      double count = run.count(fact[1]);
      page.open("div").element("dt", fact[0]).element("dd", Quantity.digits(count)).close();
    }
    Ledger ledger = run.ledger();
    if (!ledger.isEmpty()) {
      page.open("div").element("dt", "recipients never reached (lost or expired)");
      page.element("dd", Quantity.digits(ledger.lost() + ledger.pairs("expired"))).close();
      page.open("div").element("dt", "not yet reached at the end");
      double open = ledger.pairs("pending") + ledger.pairs("in-flight");
      page.element("dd", Quantity.digits(open)).close();
    }
    page.close().line();
    if (run.count("messages.accepted") > run.count("send.attempted")) {
      String why =
          "Counted in the measured part: what was tapped in the warm-up can be accepted in it, and"
              + " what is sent again after a broker fell silent is accepted twice.";
      page.element("p", why, "class", "note");
    }
    return page;
  }

  private static List<StackedBar.Part> parts(ReachLine all) {
    List<StackedBar.Part> parts = new ArrayList<>();
    double[] sizes = {
      all.withinOneSecond(),
      all.withinFiveSeconds() - all.withinOneSecond(),
      all.withinThirtySeconds() - all.withinFiveSeconds(),
      all.ever() - all.withinThirtySeconds()
    };
    String[] names = {"within 1 s", "1 to 5 s", "5 to 30 s", "later"};
    int[] colours = {2, 4, 5, 1};
    for (int i = 0; i < sizes.length; i++) {
      String text = Quantity.of(sizes[i] / all.ever(), "fraction");
      parts.add(new StackedBar.Part(names[i], colours[i], sizes[i], text));
    }
    return parts;
  }

  private static DataTable table(ReachLine all, List<ReachLine> lines) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(all));
    lines.forEach(line -> rows.add(row(line)));
    return new DataTable(
        List.of(
            "region",
            "platform",
            "attempted",
            "accepted",
            "within 1 s",
            "within 5 s",
            "within 30 s",
            "reached in all",
            "not at the end",
            "lost"),
        rows);
  }

  private static List<String> row(ReachLine line) {
    return List.of(
        line.region(),
        line.platform(),
        Quantity.digits(line.attempted()),
        Quantity.digits(line.accepted()),
        share(line.withinOneSecond(), line),
        share(line.withinFiveSeconds(), line),
        share(line.withinThirtySeconds(), line),
        Quantity.digits(line.ever()),
        Quantity.digits(line.never()),
        Quantity.digits(line.lost()));
  }

  private static String share(long reached, ReachLine line) {
    return Quantity.of((double) reached / line.ever(), "fraction");
  }
}
