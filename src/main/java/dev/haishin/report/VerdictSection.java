package dev.haishin.report;

/** The scenario's expectations and what became of them. */
final class VerdictSection {
  private static final String TITLE = "Expectations";

  private VerdictSection() {}

  static Section of(Run run) {
    if (run.verdicts().isEmpty()) {
      return Section.absent(TITLE, "the scenario expects nothing (it has no `expect`)");
    }
    Markup page = new Markup();
    page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", TITLE);
    page.open("table", "class", "verdicts").open("thead").open("tr");
    for (String title : new String[] {"verdict", "expectation", "limit", "measured"}) {
      page.element("th", title, "scope", "col");
    }
    page.close().close().open("tbody").line();
    for (Verdict verdict : run.verdicts()) {
      page.open("tr").open("td");
      page.add(Outcome.mark(verdict.outcome()));
      page.close();
      page.open("th", "scope", "row").element("code", verdict.path()).close();
      page.element("td", verdict.limit()).element("td", measured(verdict)).close().line();
    }
    return Section.of("expectations", TITLE, page.close().close().close());
  }

  private static String measured(Verdict verdict) {
    return verdict.reason().isEmpty()
        ? verdict.value()
        : verdict.value() + " (" + verdict.reason() + ")";
  }
}
