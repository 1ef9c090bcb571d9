package dev.haishin.cli;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.scenario.ParseResult;
import dev.haishin.scenario.ScenarioSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenarios a command is about, and how they differ from their files. */
final class ScenarioOptions {
  /** The file itself, as a variant. */
  static final String BASELINE = Trial.BASELINE;

  private static final String ALL = "all";

  @Parameters(paramLabel = "SCENARIO", arity = "1..*", description = "Scenario files.")
  private List<Path> files = List.of();

  @Option(
      names = "--variant",
      paramLabel = "NAME",
      description =
          "A variant of the file; may be given several times. Without it, the file itself, which"
              + " is also called baseline; 'all' for the file itself and every variant.")
  private List<String> variants = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Change one value of the scenario, as in --set kafka.partitions=24; may be given several"
              + " times. Checked like the file.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--scale",
      paramLabel = "PERCENT",
      description = "Shrink the world and keep the load of each host, as in --scale 1%%.")
  private String scale;

  @Option(names = "--seed", paramLabel = "N", description = "Another source of randomness.")
  private Long seed;

  List<Path> files() {
    return files;
  }

  /** The names asked for; empty where none was. */
  List<String> variants() {
    return variants;
  }

  /** Every change that the command line makes, as PATH=VALUE. */
  List<String> overrides() {
    List<String> all = new ArrayList<>(overrides);
    if (scale != null) {
      all.add("scale=" + scale);
    }
    if (seed != null) {
      all.add("seed=" + seed);
    }
    return all;
  }

  /** The variants of a file to run: those asked for, or the file itself. */
  List<String> chosen(Path file) {
    if (variants.isEmpty()) {
      return List.of(BASELINE);
    }
    List<String> chosen = new ArrayList<>();
    for (String variant : variants) {
      if (variant.equals(ALL)) {
        chosen.addAll(everything(file));
      } else {
        chosen.add(variant);
      }
    }
    return chosen;
  }

  /** The file itself and every variant of it. */
  List<String> everything(Path file) {
    List<String> all = new ArrayList<>(List.of(BASELINE));
    all.addAll(read(file, BASELINE).variants());
    return all;
  }

  /** A variant of a file, resolved. */
  ScenarioSpec read(Path file, String variant) {
    return TrialScenario.read(file, variant, overrides());
  }

  /** A variant of a file, or everything that is wrong with it. */
  ParseResult parse(Path file, String variant) {
    return TrialScenario.parse(file, variant, overrides());
  }
}
