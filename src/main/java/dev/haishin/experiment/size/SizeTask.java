package dev.haishin.experiment.size;

import dev.haishin.experiment.sweep.Grid;
import dev.haishin.experiment.sweep.PointReader;
import dev.haishin.experiment.sweep.ProblemLines;
import dev.haishin.experiment.trial.InvalidScenarioException;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.scenario.FailureKind;
import dev.haishin.scenario.ParseResult;
import dev.haishin.scenario.ScenarioSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be sized, read and found to be possible before anything runs: a world for each step of
 * a plan, with the same paths left open.
 */
public final class SizeTask {
  /** Paths that can be sized together. */
  public static final int MOST_PATHS = 8;

  private static final String SINCE_FAILURE = "[failure";

  private final Trial base;
  private final List<SizeRange> ranges;
  private final SpareHosts spare;
  private final PointReader.Check check;
  private final Map<List<String>, SizedWorld> worlds = new LinkedHashMap<>();
  private final Map<String, String> errors = new LinkedHashMap<>();

  private SizeTask(Trial base, List<SizeRange> ranges, Spare spare, PointReader.Check check) {
    if (ranges.isEmpty() || ranges.size() > MOST_PATHS) {
      throw new IllegalArgumentException("1 to " + MOST_PATHS + " paths, not " + ranges.size());
    }
    this.base = base;
    this.ranges = List.copyOf(ranges);
    this.spare = new SpareHosts(spare, ranges, FailureKind.MODELLED);
    this.check = check;
  }

  /**
   * Reads every world at both ends of its ranges.
   *
   * @param base the scenario with everything but the open paths
   * @param ranges of the open paths, 1 to {@link #MOST_PATHS}
   * @param spare what the answer must be able to do without
   * @param steps of a plan; a single one without settings where nothing varies
   * @param check what a world must pass before it is run
   * @throws InvalidScenarioException with everything that keeps any of them from being sized
   */
  public static SizeTask read(
      Trial base,
      List<SizeRange> ranges,
      Spare spare,
      List<Grid.Point> steps,
      PointReader.Check check) {
    SizeTask task = new SizeTask(base, ranges, spare, check);
    task.spare.errors().forEach(error -> task.errors.put(error, error));
    steps.forEach(step -> task.read(step.settings()));
    if (!task.errors.isEmpty()) {
      throw new InvalidScenarioException(new ArrayList<>(task.errors.values()));
    }
    return task;
  }

  private void read(List<String> step) {
    Trial trial = base.with(step);
    ParseResult parsed =
        TrialScenario.parse(trial.file(), trial.variant(), trial.settings(), trial.plugins());
    ProblemLines.of(parsed.problems(), "--vary", step).forEach(errors::putIfAbsent);
    if (parsed.scenario().isEmpty()) {
      return;
    }
    expected(parsed.scenario().get());
    spare.errors(parsed.scenario().get()).forEach(error -> errors.put(error, error));
    SizedWorld world = new SizedWorld(trial, ranges, spare, check);
    world.errors().forEach(errors::putIfAbsent);
    worlds.put(step, world);
  }

  private void expected(ScenarioSpec scenario) {
    if (scenario.expectations().isEmpty()) {
      String error =
          base.file()
              + ": expect: is missing, so nothing says what is enough; write an expectation";
      errors.put(error, error);
    }
    boolean counts =
        scenario.expectations().stream().anyMatch(e -> e.path().contains(SINCE_FAILURE));
    if (spare.takesAway() && counts) {
      String error =
          base.file()
              + ": expect: counts time from a failure, and with --spare something fails first;"
              + " give its windows in times of the run";
      errors.put(error, error);
    }
  }

  /** The options of a command line that ask for something else than usual. */
  List<String> options() {
    List<String> options = new ArrayList<>();
    if (ranges.stream().anyMatch(range -> range.most() && !SizeRange.isMoreLess(range.path()))) {
      options.add("--most");
    }
    spare.option().ifPresent(options::add);
    return options;
  }

  /** What is taken away before anything is tried, in words; empty for nothing. */
  String spareWords() {
    return spare.words();
  }

  /** The worlds by what varies in each step of the plan. */
  Map<List<String>, SizedWorld> worlds() {
    return worlds;
  }
}
