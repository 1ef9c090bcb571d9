package dev.haishin.experiment.chaos;

import dev.haishin.experiment.trial.InvalidScenarioException;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.scenario.Problem;
import dev.haishin.scenario.Problems;
import dev.haishin.scenario.WrittenFailure;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The findings that a scenario lists as known: the schedule of each file. */
final class KnownFindings {
  private final Trial base;
  private final Map<String, Schedule> schedules = new LinkedHashMap<>();
  private final List<String> errors = new ArrayList<>();

  private KnownFindings(Trial base) {
    this.base = base;
  }

  /**
   * Reads files, and checks that their failures fit the scenario as it is now.
   *
   * @param files relative to the scenario
   * @throws InvalidScenarioException with everything that is wrong with them
   */
  static Map<String, Schedule> read(List<String> files, Trial base) {
    KnownFindings known = new KnownFindings(base);
    files.forEach(known::read);
    if (!known.errors.isEmpty()) {
      throw new InvalidScenarioException(known.errors);
    }
    return known.schedules;
  }

  private void read(String name) {
    Problems problems = new Problems();
    try {
      Path file = base.file().resolveSibling(name);
      List<WrittenFailure> failures = WrittenFailure.in(file, problems);
      problems.list().stream().map(Problem::toString).forEach(errors::add);
      if (problems.isEmpty()) {
        Schedule schedule = new Schedule(failures.stream().map(Incident::written).toList());
        schedules.put(name, schedule);
        check(file, schedule);
      }
    } catch (InvalidPathException wrong) {
      errors.add(base.file() + ": chaos.known: '" + name + "' is no file name");
    } catch (IllegalArgumentException wrong) {
      errors.add(base.file() + ": chaos.known: " + name + ": " + wrong.getMessage());
    }
  }

  private void check(Path file, Schedule schedule) {
    Trial trial = base.with(List.of(schedule.setting()));
    for (Problem problem :
        TrialScenario.parse(trial.file(), trial.variant(), trial.settings(), trial.plugins())
            .problems()) {
      errors.add(file + ": does not fit the scenario: " + problem.path() + ": " + problem.wrong());
    }
  }
}
