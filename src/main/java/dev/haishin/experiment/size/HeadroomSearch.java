package dev.haishin.experiment.size;

import dev.haishin.experiment.trial.Trial;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How much more load an answer can carry, as a factor, looked for like the answer: in ever longer
 * strides, then by bisection, and by the means of a few replications.
 */
final class HeadroomSearch {
  /** The greatest factor that is looked for. */
  static final double MOST = 4;

  private static final BigDecimal STEP = new BigDecimal("0.05");
  private static final int STEPS = 61;
  private static final String LOAD = "load";

  private final SizedWorld world;
  private final Prober prober;
  private final Effort effort;
  private boolean stoppedBySize;

  HeadroomSearch(SizedWorld world, Prober prober, Effort effort) {
    this.world = world;
    this.prober = prober;
    this.effort = effort;
  }

  /** The factor at a combination that meets everything; empty where the load itself was sized. */
  OptionalDouble at(int[] answer) {
    if (world.ranges().stream().anyMatch(range -> range.path().equals(LOAD))) {
      return OptionalDouble.empty();
    }
    int present = STEPS - 1;
    int least =
        LeastSearch.least(STEPS, present, step -> step == present || holds(answer, factor(step)))
            .orElse(present);
    return OptionalDouble.of(factor(least));
  }

  /** Whether more load was not tried because it does not fit into this machine. */
  boolean isStoppedBySize() {
    return stoppedBySize;
  }

  /** Step 0 has the most load: the least capacity. */
  private static double factor(int step) {
    return BigDecimal.ONE.add(STEP.multiply(BigDecimal.valueOf(STEPS - 1L - step))).doubleValue();
  }

  private boolean holds(int[] answer, double factor) {
    double load = world.scenario().load() * factor;
    String setting = String.format(Locale.ROOT, "%s=x%.6f", LOAD, load);
    Trial trial = world.trial(answer, effort.scale(), List.of(setting));
    if (!world.fits(trial)) {
      stoppedBySize = true;
      return false;
    }
    return prober.evaluate(trial, world.expectations(), effort).meets();
  }
}
