package dev.haishin.experiment.sensitivity;

import dev.haishin.experiment.sensitivity.Assumption.Side;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.scenario.ParseResult;
import dev.haishin.scenario.Quantities;
import dev.haishin.scenario.ScenarioSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what can be varied of a scenario: every number of it, given or by default, that may be
 * another one while all else stays. What cannot, such as a share of several that add up to 100%, is
 * named with the reason.
 */
public final class AssumptionReader {
  private static final String COSTS = "costs.";

  private final Trial base;
  private final Scaled scaled;
  private final List<Assumption> varied = new ArrayList<>();
  private final List<Fixed> fixed = new ArrayList<>();

  /** A side of an assumption that the scenario cannot take, and why. */
  public record Fixed(String name, String value, String reason) {}

  private AssumptionReader(Trial base, BigDecimal share) {
    this.base = base;
    scaled = new Scaled(share);
  }

  /**
   * Reads the assumptions of a scenario.
   *
   * @param base the trial that all others are compared with
   * @param share by which each is varied, above 0 and below 1
   * @param among beginnings of paths that are varied; empty for all
   * @param withCosts whether prices matter to what is asked
   */
  public static AssumptionReader read(
      Trial base, ScenarioSpec scenario, BigDecimal share, List<String> among, boolean withCosts) {
    AssumptionReader reader = new AssumptionReader(base, share);
    for (Quantities.Quantity quantity : Quantities.of(scenario)) {
      String path = quantity.path();
      boolean asked = among.isEmpty() || among.stream().anyMatch(path::startsWith);
      boolean price = path.startsWith(COSTS) || path.contains("." + COSTS);
      if (asked && (withCosts || !price)) {
        reader.scaled.of(quantity).forEach(reader::take);
      }
    }
    return reader;
  }

  /** What can be varied, in the order of the scenario. */
  public List<Assumption> varied() {
    return List.copyOf(varied);
  }

  /** What cannot. */
  public List<Fixed> fixed() {
    return List.copyOf(fixed);
  }

  private void take(Assumption assumption) {
    Assumption possible = assumption;
    for (Side side : Side.values()) {
      if (assumption.value(side).isPresent()) {
        String value = assumption.value(side).get();
        Trial trial = base.with(List.of(assumption.path() + "=" + value));
        ParseResult parsed = TrialScenario.parse(trial.file(), trial.variant(), trial.settings());
        if (parsed.scenario().isEmpty()) {
          possible = possible.without(side);
          fixed.add(new Fixed(assumption.name(), value, parsed.problems().get(0).wrong()));
        }
      }
    }
    if (possible.down().isPresent() || possible.up().isPresent()) {
      varied.add(possible);
    }
  }
}
