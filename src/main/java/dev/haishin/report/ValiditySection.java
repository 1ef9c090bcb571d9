package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;

/** What to know before trusting the numbers, and what the page has no data for. */
final class ValiditySection {
  private ValiditySection() {}

  static Section of(Run run, List<Section> others) {
    List<String> notes = new ArrayList<>();
    Run.Identity identity = run.identity();
    notes.add(
        identity.replications() > 1
            ? "Figures are means over "
                + identity.replications()
                + " replications, with their intervals in summary.json; percentile curves are of"
                + " all of them together, timelines and bottlenecks of the first."
            : "This is one run with one seed: its verdicts are of this run, without a confidence"
                + " interval.");
    if (identity.scale() != 1) {
      notes.add(
          "It ran at "
              + Quantity.of(identity.scale(), "fraction")
              + " of full size. Median and 99th percentile of deliveries carry over; maxima, hot"
              + " keys and hottest hosts need the full size.");
    }
    if (identity.measuredFromSeconds() > 0) {
      notes.add(
          "The first "
              + Quantity.clock(identity.measuredFromSeconds())
              + " warm up and count only in the ledger and on the timelines.");
    }
    if (!run.ledger().isEmpty()) {
      notes.add(
          run.ledger().balanced()
              ? "The ledger balances: every accepted pair of message and recipient is in one place."
              : "The ledger does not balance: nothing on this page can be trusted.");
    }
    little(run, notes);
    notes.addAll(run.notes());
    notes.add(
        "How each model was held against known answers is in the documentation under background.");
    Markup page = new Markup();
    page.add(Page.notes(notes));
    page.open("details").element("summary", "What is not modelled");
    page.add(FigureMarkup.texts("What is not modelled", NotModelled.table())).close();
    List<String> absences =
        others.stream()
            .filter(Section::isAbsent)
            .map(section -> section.title() + " is left out: " + section.absence() + ".")
            .toList();
    if (!absences.isEmpty()) {
      page.element("h3", "Not on this page");
      page.add(Page.notes(absences));
    }
    return Section.of("validity", "How far to trust this", page);
  }

  private static void little(Run run, List<String> notes) {
    List<String> broken =
        run.little().stream().filter(line -> !line.holds()).map(LittleLine::stations).toList();
    if (run.little().isEmpty()) {
      return;
    }
    notes.add(
        broken.isEmpty()
            ? "Little's law holds within chance on all "
                + run.little().size()
                + " classes of stations: jobs counted at marks match arrivals times stays."
            : "Little's law does not hold within chance on "
                + String.join(", ", broken)
                + ": in a run that is no steady state this can be chance, or an error of the"
                + " simulator.");
  }
}
