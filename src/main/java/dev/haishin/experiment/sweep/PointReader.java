package dev.haishin.experiment.sweep;

import dev.haishin.experiment.Expectations;
import dev.haishin.experiment.trial.InvalidScenarioException;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.model.Estimate;
import dev.haishin.model.Plans;
import dev.haishin.scenario.ParseResult;
import dev.haishin.scenario.ScenarioSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the scenario of every point before the first one runs, and says everything that is wrong
 * with any of them, each thing once however many points have it.
 */
public final class PointReader {
  private static final int MOST_ERRORS = 50;

  private final SweepPlan plan;
  private final Check check;
  private final Map<String, String> errors = new LinkedHashMap<>();

  /** A further look at the scenario of a point. */
  @FunctionalInterface
  public interface Check {
    /** What is wrong with it, each a line; empty if nothing is. */
    List<String> errors(String title, ScenarioSpec scenario, Estimate estimate);
  }

  private PointReader(SweepPlan plan, Check check) {
    this.plan = plan;
    this.check = check;
  }

  /**
   * Every point, in the order of the grid.
   *
   * @throws InvalidScenarioException with everything that is wrong with any of them
   */
  public static List<PlannedPoint> read(SweepPlan plan, Check check) {
    return new PointReader(plan, check).read();
  }

  private List<PlannedPoint> read() {
    List<Read> all = plan.grid().points().stream().map(this::read).toList();
    List<PlannedPoint> planned = new ArrayList<>();
    for (Read read : all) {
      read.errors().forEach(errors::putIfAbsent);
      read.planned().ifPresent(planned::add);
    }
    if (!errors.isEmpty()) {
      List<String> shown = new ArrayList<>(errors.values());
      if (shown.size() > MOST_ERRORS) {
        int more = shown.size() - MOST_ERRORS;
        shown = new ArrayList<>(shown.subList(0, MOST_ERRORS));
        shown.add("and " + more + " more of this kind");
      }
      throw new InvalidScenarioException(shown);
    }
    return planned;
  }

  private Read read(Grid.Point point) {
    ParseResult parsed =
        TrialScenario.parse(plan.file(), point.variant(), plan.settings(point), plan.plugins());
    Map<String, String> wrong = ProblemLines.of(parsed.problems(), "--vary", point.settings());
    if (parsed.scenario().isEmpty()) {
      return new Read(Optional.empty(), wrong);
    }
    ScenarioSpec scenario = parsed.scenario().get();
    Expectations expectations = Expectations.of(scenario);
    Estimate estimate = Estimate.of(Plans.of(scenario, expectations.views()));
    check.errors(title(scenario, point), scenario, estimate).forEach(e -> wrong.put(e, e));
    return new Read(
        Optional.of(new PlannedPoint(point, expectations.list(), estimate.events())), wrong);
  }

  /** What names a point among others: {@code quickstart/baseline load=x2}. */
  private static String title(ScenarioSpec scenario, Grid.Point point) {
    String settings = String.join(" ", point.settings());
    return scenario.name() + "/" + point.variant() + (settings.isEmpty() ? "" : " " + settings);
  }

  /** A point that has been read: planned if it could be, and its errors by what is wrong. */
  private record Read(Optional<PlannedPoint> planned, Map<String, String> errors) {}
}
