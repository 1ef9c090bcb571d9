package dev.haishin.experiment.chaos;

import dev.haishin.experiment.trial.InvalidScenarioException;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.model.plugin.Plugins;
import dev.haishin.results.file.ChaosFindings;
import dev.haishin.results.file.GrowingFolder;
import dev.haishin.scenario.ScenarioSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Looks for failures inside the promise of a scenario that break one of its expectations, its
 * ledger, a promise of its configuration, or the program.
 *
 * <p>All schedules run with the scenario's own seed: they differ in what fails and in nothing else.
 * What a run without failures shows already is not looked for. Findings depend on the scenario, the
 * seed and the number of schedules alone, not on threads or on how often the search was stopped.
 */
public final class ChaosSearch {
  /** Where finished schedules are kept. */
  public static final String STORE = "schedules.log";

  /** What was found, for programs. */
  public static final String JSON = "chaos.json";

  private static final int MOST_SHRINKING = 300;

  private final Trial base;
  private final ScenarioSpec scenario;
  private final TrialEngine engine;
  private final int atOnce;
  private final String version;

  /**
   * A search.
   *
   * @param base the scenario without a schedule
   * @param scenario the same, read
   * @param atOnce how many trials the engine runs at the same time
   * @param version of the program: another one may show something else
   */
  public ChaosSearch(
      Trial base, ScenarioSpec scenario, TrialEngine engine, int atOnce, String version) {
    this.base = base;
    this.scenario = scenario;
    this.engine = engine;
    this.atOnce = atOnce;
    this.version = version;
  }

  /**
   * Runs schedules 1 to {@code schedules} and shrinks what they show; goes on where an earlier
   * search of the same scenario in the same folder has stopped.
   *
   * @param folder where finished schedules and findings are kept; made if it does not exist
   * @param notes hears what is taken over from an earlier search
   * @throws InvalidScenarioException when a known finding cannot be read, or nothing may fail
   */
  public ChaosFindings search(int schedules, Path folder, Consumer<String> notes)
      throws IOException {
    Map<String, Schedule> known = KnownFindings.read(scenario.chaos().known(), base);
    Limits limits = new Limits(scenario);
    if (limits.kinds().isEmpty()) {
      throw new InvalidScenarioException(
          List.of(base.file() + ": chaos.verbs: leaves nothing that can fail; name other verbs"));
    }
    ScheduleGenerator generator = new ScheduleGenerator(limits, scenario.seed());
    List<Schedule> drawn = IntStream.rangeClosed(1, schedules).mapToObj(generator::draw).toList();
    GrowingFolder place = GrowingFolder.open(folder, STORE, "a search");
    try (ScheduleStore store = ScheduleStore.open(place.file(STORE), identity())) {
      ScheduleTrials trials =
          new ScheduleTrials(base, new Promises(scenario), engine, atOnce, store);
      tell(store, drawn, notes);
      Symptoms healthy = trials.shownBy(Schedule.NONE);
      trials.run(drawn);
      List<Finding> findings = new ArrayList<>();
      known.forEach(
          (file, schedule) ->
              findings.add(
                  new Finding(0, file, trials.shownBy(schedule).without(healthy), schedule, 0)));
      for (int i = 0; i < drawn.size(); i++) {
        new Explanation(trials, limits, healthy).explain(i + 1, drawn.get(i), findings);
      }
      FindingFiles files = new FindingFiles(place, base, scenario, version);
      return files.write(drawn, findings, healthy, trials);
    }
  }

  private static void tell(ScheduleStore store, List<Schedule> drawn, Consumer<String> notes) {
    long known = drawn.stream().filter(schedule -> store.get(schedule) != null).count();
    if (store.isAfresh()) {
      notes.accept("starting afresh: the scenario, a setting or the version has changed");
    } else if (known > 0) {
      notes.accept("going on; " + known + " of " + drawn.size() + " schedules had been run");
    }
  }

  private String identity() {
    List<String> parts = new ArrayList<>(List.of("haishin chaos", version, scenario.sha256()));
    parts.add(base.variant());
    parts.addAll(base.settings());
    parts.addAll(Plugins.identities(base.plugins()));
    return String.join(" ", parts).replaceAll("\\s+", " ");
  }

  /** Finds the least schedule behind each symptom that no finding explains yet. */
  private record Explanation(ScheduleTrials trials, Limits limits, Symptoms healthy) {
    void explain(int number, Schedule schedule, List<Finding> findings) {
      for (Symptom symptom : trials.shownBy(schedule).without(healthy).all()) {
        if (findings.stream().noneMatch(finding -> finding.explains(symptom, schedule))) {
          Shrinker shrinker =
              new Shrinker(
                  candidates -> trials.firstShowing(symptom, candidates),
                  limits::allow,
                  MOST_SHRINKING);
          Schedule least = shrinker.shrink(schedule);
          Symptoms shown = trials.shownBy(least).without(healthy);
          findings.add(new Finding(number, "", shown, least, shrinker.tried()));
        }
      }
    }
  }
}
