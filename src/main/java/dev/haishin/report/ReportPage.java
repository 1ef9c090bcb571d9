package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;

/** The page of one run. */
final class ReportPage {
  private ReportPage() {}

  static String of(Run run) {
    List<Section> sections = new ArrayList<>();
    sections.add(VerdictSection.of(run));
    sections.add(BindingSection.of(run));
    sections.add(ReachSection.of(run));
    sections.add(LatencySection.of(run));
    sections.add(FailureSection.of(run));
    sections.add(TailSection.of(run));
    run.way().ifPresent(way -> sections.add(WaySection.of(way)));
    MeasuredSection.of(run).ifPresent(sections::add);
    sections.add(LoadSection.of(run));
    sections.add(LedgerSection.of(run));
    sections.add(PushSection.of(run));
    sections.add(CostSection.of(run));
    sections.add(AssumptionSection.of(run));
    sections.add(ValiditySection.of(run, sections));
    sections.add(ScenarioSection.of(run));
    Run.Identity identity = run.identity();
    List<Page.Fact> facts =
        List.of(
            new Page.Fact("simulated", Quantity.clock(identity.simulatedSeconds())),
            new Page.Fact("measured from", Quantity.clock(identity.measuredFromSeconds())),
            new Page.Fact("seed", identity.seed()),
            new Page.Fact("scale", Quantity.of(identity.scale(), "fraction")));
    return new Page(identity.title(), identity.description(), Answer.of(run), facts, sections)
        .html();
  }
}
