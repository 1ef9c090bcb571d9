package dev.haishin.cli;

import dev.haishin.scenario.ParseResult;
import dev.haishin.scenario.ScenarioSpec;
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
  @ParentCommand private Haishin haishin;
  @Mixin private ScenarioOptions scenarios;

  @Option(
      names = "--resolved",
      description = "Print the scenario with every default, its source and sureness.")
  private boolean resolved;

  @Override
  public Integer call() {
    List<String> errors = new ArrayList<>();
    PrintWriter out = haishin.terminal().out();
    for (Path file : scenarios.files()) {
      ParseResult itself = scenarios.parse(file, ScenarioOptions.BASELINE);
      if (itself.scenario().isEmpty() && scenarios.variants().isEmpty()) {
        itself.problems().forEach(problem -> errors.add(problem.toString()));
        continue;
      }
      for (String variant : scenarios.chosen(file)) {
        ParseResult parsed = scenarios.parse(file, variant);
        parsed.problems().forEach(problem -> errors.add(problem.toString()));
        parsed.scenario().ifPresent(scenario -> show(file, variant, scenario, out));
      }
    }
    if (!errors.isEmpty()) {
      out.flush();
      throw new BadInputException(errors);
    }
    return ExitCode.OK.status();
  }

  private void show(Path file, String variant, ScenarioSpec scenario, PrintWriter out) {
    if (resolved) {
      out.print(scenario.resolved());
      return;
    }
    boolean isVariant = !variant.equals(ScenarioOptions.BASELINE);
    String title = file + (isVariant ? " " + variant : "");
    out.println(title + ": OK; " + new Fit(title, scenario).expectation());
    scenario.warnings().forEach(text -> out.println("  warning: " + text));
    scenario.notes().forEach(text -> out.println("  note: " + text));
  }
}
