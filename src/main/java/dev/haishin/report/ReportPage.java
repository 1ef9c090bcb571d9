package dev.haishin.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The page of one run: a single file without a script, a font or anything else from elsewhere. The
 * same run gives the same bytes.
 */
final class ReportPage {
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private ReportPage() {}

  static String of(Run run) throws IOException {
    List<Section> sections = new ArrayList<>();
    sections.add(VerdictSection.of(run));
    sections.add(LatencySection.of(run));
    sections.add(TailSection.of(run));
    run.way().ifPresent(way -> sections.add(WaySection.of(way)));
    MeasuredSection.of(run).ifPresent(sections::add);
    sections.add(LoadSection.of(run));
    sections.add(LedgerSection.of(run));
    sections.add(PushSection.of(run));
    sections.add(CostSection.of(run));
    sections.add(ValiditySection.of(run, sections));
    sections.add(ScenarioSection.of(run));
    sections.removeIf(Section::isAbsent);

    Markup page = new Markup().trusted("<!doctype html>\n");
    page.open("html", "lang", "en").line();
    head(page, run);
    page.open("body").line();
    page.element("a", "Skip to the results", "class", "skip", "href", "#results").line();
    header(page, run);
    contents(page, sections);
    page.open("main", "id", "results").line();
    for (Section section : sections) {
      page.open("section", "id", section.id(), "aria-labelledby", section.id() + "-title");
      page.element("h2", section.title(), "id", section.id() + "-title").line();
      page.add(section.body()).close().line();
    }
    return page.close().line().close().line().close().line().toString();
  }

  private static void head(Markup page, Run run) throws IOException {
    page.open("head").line();
    page.empty("meta", "charset", "utf-8").line();
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY).line();
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    page.empty("meta", "name", "color-scheme", "content", "light dark").line();
    page.element("title", run.identity().title() + " – Haishin").line();
    page.open("style").line().trusted(styleSheet()).close().line();
    page.close().line();
  }

  private static void header(Markup page, Run run) {
    Run.Identity identity = run.identity();
    page.open("header").line();
    page.element("h1", identity.title()).line();
    if (!identity.description().isEmpty()) {
      page.element("p", identity.description(), "class", "question").line();
    }
    page.element("p", Answer.of(run), "class", "answer").line();
    page.open("dl", "class", "facts");
    fact(page, "simulated", Quantity.clock(identity.simulatedSeconds()));
    fact(page, "measured from", Quantity.clock(identity.measuredFromSeconds()));
    fact(page, "seed", identity.seed());
    fact(page, "scale", Quantity.of(identity.scale(), "fraction"));
    page.close().line().close().line();
  }

  private static void fact(Markup page, String name, String value) {
    page.open("div").element("dt", name).element("dd", value.isEmpty() ? "–" : value).close();
  }

  private static void contents(Markup page, List<Section> sections) {
    page.open("nav", "aria-label", "Contents").open("ul");
    for (Section section : sections) {
      page.open("li").element("a", section.title(), "href", "#" + section.id()).close();
    }
    page.close().close().line();
  }

  static String styleSheet() throws IOException {
    try (InputStream style = ReportPage.class.getResourceAsStream("report.css")) {
      if (style == null) {
        throw new IOException("report.css is not in the program's jar");
      }
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
