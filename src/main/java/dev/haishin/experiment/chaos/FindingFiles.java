package dev.haishin.experiment.chaos;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.results.file.ChaosFindings;
import dev.haishin.results.file.GrowingFolder;
import dev.haishin.scenario.ScenarioSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes each finding as a scenario that shows it again, whole and by itself. */
final class FindingFiles {
  private static final int LONGEST_NAME = 64;
  private static final String PREFIX = "finding-";
  private static final Pattern FILE_NAMED = Pattern.compile("\\b(empirical|trace)\\(([^)]+)\\)");

  private final GrowingFolder folder;
  private final Trial base;
  private final ScenarioSpec scenario;
  private final String version;

  FindingFiles(GrowingFolder folder, Trial base, ScenarioSpec scenario, String version) {
    this.folder = folder;
    this.base = base;
    this.scenario = scenario;
    this.version = version;
  }

  /** Writes the new findings in the place of those of an earlier search, and sums all up. */
  ChaosFindings write(
      List<Schedule> drawn, List<Finding> findings, Symptoms healthy, ScheduleTrials trials)
      throws IOException {
    deleteEarlier();
    List<ChaosFindings.Finding> fresh = new ArrayList<>();
    List<ChaosFindings.Finding> known = new ArrayList<>();
    int number = 0;
    for (Finding finding : findings) {
      int seen = 0;
      for (Schedule schedule : drawn) {
        boolean explained =
            trials.shownBy(schedule).all().stream().anyMatch(s -> finding.explains(s, schedule));
        seen += explained ? 1 : 0;
      }
      if (finding.known().isEmpty()) {
        number = next(number);
        String name = name(number);
        folder.put(name, text(name, finding, number));
        fresh.add(found(finding, name, seen));
      } else {
        known.add(found(finding, finding.known(), seen));
      }
    }
    ChaosFindings all = new ChaosFindings(origin(), drawn.size(), healthy.texts(), fresh, known);
    folder.put(ChaosSearch.JSON, all.json());
    return all;
  }

  private ChaosFindings.Origin origin() {
    return new ChaosFindings.Origin(
        scenario.name(),
        base.variant(),
        scenario.seed(),
        base.settings(),
        version,
        scenario.sha256());
  }

  /** The next number that no file has: one that the scenario knows stays as it is. */
  private int next(int number) {
    int next = number + 1;
    while (folder.has(name(next))) {
      next++;
    }
    return next;
  }

  private static String name(int number) {
    return PREFIX + number + ".yaml";
  }

  private static ChaosFindings.Finding found(Finding finding, String file, int seen) {
    return new ChaosFindings.Finding(
        file,
        finding.number(),
        finding.symptoms().texts(),
        finding.schedule().incidents().stream().map(Incident::text).toList(),
        seen,
        finding.tried());
  }

  /** The scenario as run, every default filled in, with the schedule for its failures. */
  private String text(String file, Finding finding, int number) {
    String suffix = "-chaos-" + number;
    String name = scenario.name();
    name = name.substring(0, Math.min(name.length(), LONGEST_NAME - suffix.length())) + suffix;
    List<String> settings = new ArrayList<>(base.settings());
    settings.add(finding.schedule().setting());
    settings.add("name=" + name);
    String resolved =
        TrialScenario.read(base.file(), base.variant(), settings, base.plugins()).resolved();
    StringBuilder text = new StringBuilder("# Shows: " + finding.symptoms().text() + ".\n");
    text.append("# Found by 'haishin chaos' as schedule ").append(finding.number());
    text.append(" of ").append(base.file().getFileName()).append(", seed ").append(scenario.seed());
    text.append(", shrunk to this in ").append(finding.tried()).append(" runs.\n");
    text.append("# 'haishin run ").append(file);
    base.plugins().forEach(jar -> text.append(" --plugin ").append(jar.getFileName()));
    text.append(" --strict' shows it again; ");
    text.append("in the 'known' of the scenario's 'chaos' it is not reported again.\n");
    return text.append(relocated(resolved)).toString();
  }

  /** Files named in a scenario are relative to it, and this one stands elsewhere. */
  private String relocated(String yaml) {
    Path from = folder.file("").toAbsolutePath().normalize();
    Path home = base.file().toAbsolutePath().normalize().getParent();
    return FILE_NAMED
        .matcher(yaml)
        .replaceAll(
            match -> {
              String there = from.relativize(home.resolve(match.group(2).strip())).toString();
              return Matcher.quoteReplacement(
                  match.group(1) + "(" + there.replace('\\', '/') + ")");
            });
  }

  private void deleteEarlier() throws IOException {
    List<Path> kept = new ArrayList<>();
    for (String known : scenario.chaos().known()) {
      kept.add(base.file().resolveSibling(known).toAbsolutePath().normalize());
    }
    List<Path> earlier;
    try (Stream<Path> files = Files.list(folder.file(""))) {
      earlier =
          files
              .filter(path -> path.getFileName().toString().matches(PREFIX + "[0-9]+\\.yaml"))
              .filter(path -> !kept.contains(path.toAbsolutePath().normalize()))
              .toList();
    }
    for (Path path : earlier) {
      Files.delete(path);
    }
  }
}
