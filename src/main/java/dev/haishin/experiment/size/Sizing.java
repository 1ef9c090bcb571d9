package dev.haishin.experiment.size;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.results.file.SizePlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Finds the least value of a path, or the cheapest combination of a few, with which a scenario
 * meets all its expectations under its own failures.
 *
 * <p>The way there is looked for by means of two replications, in a world small enough that one run
 * takes about two million events. The answer, and one step less of each path, are decided by 95%
 * intervals at the scale that was asked for; what intervals leave open is no pass.
 */
final class Sizing {
  private static final int LEADING = 2;
  private static final int DECIDING = 3;
  private static final double EVENTS = 2e6;
  private static final double SMALLEST = 0.01;
  private static final int PARTS = 4;

  private final SizedWorld world;
  private final Prober prober;
  private final Effort leading;
  private final Effort deciding;
  private final Map<List<Integer>, Evaluation> led = new LinkedHashMap<>();
  private final Map<List<Integer>, Evaluation> decided = new LinkedHashMap<>();

  /**
   * A sizing.
   *
   * @param most replications that may decide about one combination, at least 3
   */
  Sizing(SizedWorld world, int most, Prober prober) {
    this.world = world;
    this.prober = prober;
    double scale = world.scenario().scale();
    double small = Math.min(1, EVENTS / world.events(world.last()));
    double lead = small == 1 ? scale : round(scale * Math.max(SMALLEST, small));
    leading = new Effort(lead, LEADING, LEADING, Effort.Question.LEADS);
    deciding = new Effort(scale, DECIDING, Math.max(DECIDING, most), Effort.Question.DECIDES);
  }

  /** Two digits are enough of a scale that only leads the way. */
  private static double round(double scale) {
    double digits = StrictMath.pow(10, StrictMath.ceil(-StrictMath.log10(scale)) + 1);
    return Math.min(1, StrictMath.rint(scale * digits) / digits);
  }

  /**
   * Runs it.
   *
   * @param at what this step of a plan varies, for its reader
   */
  SizePlan.Step run(List<String> at) {
    CombinationSearch small = search(leading, led);
    Optional<int[]> monotone = small.cheapest();
    int[] guess = monotone.or(this::anythingThatHolds).orElse(world.last());
    Optional<int[]> answer = search(deciding, decided).cheapest(guess);
    if (monotone.isEmpty()) {
      // So that the plan can say for certain that more is not better.
      evaluation(world.last(), deciding, decided);
    }
    Effort estimate = new Effort(deciding.scale(), DECIDING, DECIDING, Effort.Question.ESTIMATES);
    HeadroomSearch search = new HeadroomSearch(world, prober, estimate);
    OptionalDouble headroom = answer.isPresent() ? search.at(answer.get()) : OptionalDouble.empty();
    return new PlanWriter(world, led, decided).step(at, answer, headroom, search.isStoppedBySize());
  }

  /** Where not even the most of everything holds, less of it might, if more is not better. */
  private Optional<int[]> anythingThatHolds() {
    int[] last = world.last();
    for (int part = PARTS - 1; part >= 0; part--) {
      int share = part;
      int[] steps = IntStream.of(last).map(step -> (int) ((long) step * share / PARTS)).toArray();
      if (evaluation(steps, leading, led).meets()) {
        return Optional.of(steps);
      }
    }
    return Optional.empty();
  }

  private CombinationSearch search(Effort effort, Map<List<Integer>, Evaluation> tried) {
    return new CombinationSearch(
        world.counts(),
        new CombinationSearch.Combination() {
          @Override
          public boolean holds(int[] steps) {
            return evaluation(steps, effort, tried).meets();
          }

          @Override
          public double cost(int[] steps) {
            return world.cost(steps);
          }
        });
  }

  private Evaluation evaluation(int[] steps, Effort effort, Map<List<Integer>, Evaluation> tried) {
    List<Integer> key = IntStream.of(steps).boxed().toList();
    Evaluation known = tried.get(key);
    if (known == null) {
      Trial trial = world.trial(steps, effort.scale(), List.of());
      known = prober.evaluate(trial, world.expectations(), effort);
      tried.put(key, known);
    }
    return known;
  }
}
