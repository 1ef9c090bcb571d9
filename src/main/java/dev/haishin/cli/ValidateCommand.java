package dev.haishin.cli;

import dev.haishin.experiment.trial.InvalidScenarioException;
import dev.haishin.model.Estimate;
import dev.haishin.model.Plans;
import dev.haishin.results.file.JsonText;
import dev.haishin.scenario.ParseResult;
import dev.haishin.scenario.Problem;
import dev.haishin.scenario.ScenarioSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says everything that is wrong with scenario files, without running them. */
@Command(
    name = "validate",
    header = "Check scenario files: every error at once, with its line and column.",
    description = {""},
    footer = {
      "",
      "Examples:",
      "  haishin validate launch.yaml                    the file itself",
      "  haishin validate launch.yaml --variant all      and all its variants",
      "  haishin validate launch.yaml --resolved         the file with every default filled in",
      ""
    },
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  private static final String SCHEMA = "haishin/validation/1";

  @ParentCommand private Haishin haishin;
  @Mixin private ScenarioOptions scenarios;
  @Mixin private OutputOptions output;

  @Option(
      names = "--resolved",
      description = "Print the scenario with every default, its source and sureness.")
  private boolean resolved;

  @Override
  public Integer call() throws IOException {
    List<Problem> problems = new ArrayList<>();
    List<Valid> valid = new ArrayList<>();
    for (Path file : scenarios.files()) {
      ParseResult itself = scenarios.parse(file, ScenarioOptions.BASELINE);
      if (itself.scenario().isEmpty() && scenarios.variants().isEmpty()) {
        problems.addAll(itself.problems());
        continue;
      }
      for (String variant : scenarios.chosen(file)) {
        ParseResult parsed = scenarios.parse(file, variant);
        problems.addAll(parsed.problems());
        parsed.scenario().ifPresent(scenario -> valid.add(new Valid(file, variant, scenario)));
      }
    }
    PrintWriter out = haishin.terminal().out();
    if (!output.json() && !output.quiet()) {
      valid.forEach(each -> show(each, out));
      out.flush();
    }
    if (!problems.isEmpty()) {
      throw InvalidScenarioException.of(problems);
    }
    if (output.json()) {
      out.print(document(valid));
    }
    return ExitCode.OK.status();
  }

  private void show(Valid valid, PrintWriter out) {
    ScenarioSpec scenario = valid.scenario();
    if (resolved) {
      out.print(scenario.resolved());
      return;
    }
    out.println(valid.title() + ": OK; " + new Fit(valid.title(), scenario).expectation());
    scenario.warnings().forEach(text -> out.println("  warning: " + text));
    scenario.notes().forEach(text -> out.println("  note: " + text));
  }

  private String document(List<Valid> all) throws IOException {
    JsonText json = new JsonText();
    json.put("schema", SCHEMA).array("scenarios");
    for (Valid valid : all) {
      ScenarioSpec scenario = valid.scenario();
      Estimate estimate = Estimate.of(Plans.of(scenario, List.of()));
      json.item().put("file", valid.file().toString()).put("scenario", scenario.name());
      json.put("variant", valid.variant()).put("events", estimate.events());
      json.put("heap-bytes", estimate.heapBytes());
      texts(json, "warnings", scenario.warnings());
      texts(json, "notes", scenario.notes());
      if (resolved) {
        json.put("resolved", scenario.resolved());
      }
      json.endObject();
    }
    return json.endArray().end();
  }

  private static void texts(JsonText json, String name, List<String> texts) throws IOException {
    json.array(name);
    for (String text : texts) {
      json.item(text);
    }
    json.endArray();
  }

  /** A variant of a file that nothing is wrong with. */
  private record Valid(Path file, String variant, ScenarioSpec scenario) {
    String title() {
      return file + (variant.equals(ScenarioOptions.BASELINE) ? "" : " " + variant);
    }
  }
}
