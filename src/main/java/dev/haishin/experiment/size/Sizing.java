package dev.haishin.experiment.size;

import dev.haishin.experiment.store.TrialStore;
import dev.haishin.experiment.trial.InvalidScenarioException;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.results.file.SizePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Finds the least value of a path, or the cheapest combination of up to eight, with which a
 * scenario meets all its expectations under its own failures.
 *
 * <p>The way there is looked for by means of two replications, in a world small enough that one
 * run takes about two million events. The answer, and one step less of each path, are decided by
 * 95% intervals at the scale that was asked for; what intervals leave open is no pass.
 */
public final class Sizing {
  /** Paths that can be sized together. */
  public static final int MOST_PATHS = 8;

  private static final int LEADING = 2;
  private static final int DECIDING = 3;
  private static final double EVENTS = 2e6;
  private static final double SMALLEST = 0.01;

  private final SizedWorld world;
  private final Prober prober;
  private final Effort leading;
  private final Effort deciding;
  private final Map<List<Integer>, Evaluation> led = new LinkedHashMap<>();
  private final Map<List<Integer>, Evaluation> decided = new LinkedHashMap<>();

  /**
   * A sizing.
   *
   * @param base the scenario with everything but the open paths
   * @param ranges of the open paths, 1 to {@link #MOST_PATHS}
   * @param most replications that may decide about one combination, at least 3
   * @throws InvalidScenarioException with everything that keeps the scenario from being sized
   */
  public Sizing(
      Trial base,
      List<SizeRange> ranges,
      Spare spare,
      int most,
      TrialEngine engine,
      TrialStore store) {
    if (ranges.isEmpty() || ranges.size() > MOST_PATHS) {
      throw new IllegalArgumentException("1 to " + MOST_PATHS + " paths, not " + ranges.size());
    }
    world = new SizedWorld(base, ranges, spare);
    prober = new Prober(engine, store);
    double scale = world.scenario().scale();
    double small = Math.min(1, EVENTS / world.events(world.last()));
    double lead = small == 1 ? scale : round(scale * Math.max(SMALLEST, small));
    leading = new Effort(lead, LEADING, LEADING, false);
    deciding = new Effort(scale, DECIDING, Math.max(DECIDING, most), true);
  }

  /** What is taken away before anything is tried, in words; empty for nothing. */
  public String spareWords() {
    return world.spareWords();
  }

  /** The scale at which answers hold. */
  public double scale() {
    return deciding.scale();
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
  public SizePlan.Step run(List<String> at) {
    CombinationSearch small = search(leading, led);
    int[] guess = small.cheapest().orElse(world.last());
    Optional<int[]> answer = search(deciding, decided).cheapest(guess);
    return new PlanWriter(world, led, decided)
        .step(at, answer, answer.isPresent() ? headroom(answer.get()) : OptionalDouble.empty());
  }

  private CombinationSearch search(Effort effort, Map<List<Integer>, Evaluation> tried) {
    return new CombinationSearch(
        world.counts(),
        new CombinationSearch.Combination() {
          @Override
          public boolean holds(int[] steps) {
            List<Integer> key = IntStream.of(steps).boxed().toList();
            Evaluation known = tried.get(key);
            if (known == null) {
              Trial trial = world.trial(steps, effort.scale(), List.of());
              known = prober.evaluate(trial, world.expectations(), effort);
              tried.put(key, known);
            }
            return known.meets();
          }

          @Override
          public double cost(int[] steps) {
            return world.cost(steps);
          }
        });
  }

  /** The greatest factor on the load with which an answer still holds, looked for like the answer. */
  private OptionalDouble headroom(int[] answer) {
    List<String> reasons = new ArrayList<>();
    SizeRange factors = SizeRange.read("load", "1..4 step 0.02", true, reasons::add).orElseThrow();
    boolean sized = world.ranges().stream().anyMatch(range -> range.path().equals("load"));
    if (sized) {
      return OptionalDouble.empty();
    }
    double present = world.scenario().load();
    return OptionalDouble.of(
        LeastSearch.least(
                factors.count(),
                step -> {
                  double load = present * factors.number(step).doubleValue();
                  Trial trial =
                      world.trial(answer, leading.scale(), List.of(loadSetting(load)));
                  return step == factors.count() - 1
                      || prober.evaluate(trial, world.expectations(), leading).meets();
                })
            .stream()
            .mapToDouble(step -> factors.number(step).doubleValue())
            .findFirst()
            .orElse(1));
  }

  private static String loadSetting(double load) {
    return String.format(Locale.ROOT, "load=x%.6f", load);
  }
}
