package dev.haishin.report;

/** The command and the scenario that give the same numbers again. */
final class ScenarioSection {
  private ScenarioSection() {}

  static Section of(Run run) {
    Markup page = new Markup();
    page.element("p", "The same scenario, seed and version give the same bytes on any machine:");
    page.open("pre").element("code", command(run)).close();
    page.open("dl", "class", "facts");
    fact(page, "version", run.identity().version());
    fact(page, "events digest", run.identity().digest());
    page.close();
    if (!run.scenarioYaml().isEmpty()) {
      page.open("details").element("summary", "scenario.yaml as run, every default filled in");
      page.open("pre", "class", "scenario", "tabindex", "0");
      page.element("code", run.scenarioYaml()).close().close();
    }
    return Section.of("reproduce", "Reproduce", page);
  }

  /** What the resolved scenario in the folder needs; it holds every other option and setting. */
  static String command(Run run) {
    Run.Identity identity = run.identity();
    String seed = identity.seed().isEmpty() ? "" : " --seed " + identity.seed();
    boolean scaled =
        identity.scale() == 1 || run.scenarioYaml().lines().anyMatch(ScenarioSection::isScale);
    String scale = scaled ? "" : " --scale " + Quantity.of(identity.scale(), "fraction");
    return "haishin run scenario.yaml" + seed + scale;
  }

  private static boolean isScale(String line) {
    return line.startsWith("scale:");
  }

  private static void fact(Markup page, String name, String value) {
    if (!value.isEmpty()) {
      page.open("div").element("dt", name).element("dd", value).close();
    }
  }
}
