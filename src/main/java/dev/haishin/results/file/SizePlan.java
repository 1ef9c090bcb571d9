package dev.haishin.results.file;

import dev.haishin.results.Unit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much is needed, for each step of a plan: one where nothing else varies.
 *
 * @param origin what makes it repeatable
 * @param scale at which answers hold
 * @param options of the command line that ask for something else than usual, {@code --spare zone}
 * @param spare what was taken away before it was tried, in words; empty where nothing was
 */
public record SizePlan(
    SweepTable.Origin origin, double scale, List<String> options, String spare, List<Step> steps) {
  /** The name and version of the format of {@code size.json}. */
  public static final String SCHEMA = "haishin/size/1";

  /** Copies the list and checks that there is a step. */
  public SizePlan {
    options = List.copyOf(options);
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a plan has a step");
    }
  }

  /** Whether every step has an answer. */
  public boolean isFound() {
    return steps.stream().allMatch(Step::found);
  }

  /** Whether what is missing of it is only not known: no step is known to have no answer. */
  public boolean isUnknown() {
    return !isFound() && steps.stream().allMatch(step -> step.found() || !step.isMissed());
  }

  /**
   * One sizing.
   *
   * @param at what this step varies, {@code load=x1.1} each; empty where nothing does
   * @param choices the paths that were sized
   * @param found whether any combination in the ranges meets everything
   * @param binding what stands in the way of less, as measured at the answer: the expectation that
   *     is furthest from being met one step below, or, where nothing less was tried, the one with
   *     the least room. Where there is no answer, the one furthest from being met with the most
   * @param busiest the part of the system that comes closest to its capacity, {@code gateway.cpu}
   * @param utilization of it, 0 to 1
   * @param headroom the greatest factor on the load with which the answer still meets everything
   * @param costPerMonth USD, at this scale
   * @param notes what the reader must know to trust the answer
   * @param tried everything that was run, small worlds first, in the order of capacity
   */
  public record Step(
      List<String> at,
      List<Choice> choices,
      boolean found,
      Optional<Judged> binding,
      String busiest,
      OptionalDouble utilization,
      OptionalDouble headroom,
      OptionalDouble costPerMonth,
      List<String> notes,
      List<Tried> tried) {
    /** Copies the lists. */
    public Step {
      at = List.copyOf(at);
      choices = List.copyOf(choices);
      notes = List.copyOf(notes);
      tried = List.copyOf(tried);
    }

    /** Whether an expectation is missed by all that was tried with intervals. */
    boolean isMissed() {
      return tried.stream()
          .filter(Tried::decides)
          .allMatch(one -> one.expectations().stream().anyMatch(Judged::isMissed));
    }
  }

  /**
   * A path and what was found for it.
   *
   * @param range that was searched, as written
   * @param most whether the greatest value was wanted
   * @param value as a scenario writes it; empty where there is none
   * @param below the next value with less capacity, which was tried; empty where there is none
   * @param breaks what is not met there
   */
  public record Choice(
      String path,
      String range,
      boolean most,
      String value,
      String below,
      Optional<Judged> breaks) {}

  /**
   * An expectation and what was measured.
   *
   * @param limits such as {@code <= 300ms}
   * @param limit the same as a number in the printed unit, where it is one
   * @param value in the printed unit; empty where it is unknown
   * @param halfWidth of the 95% interval
   * @param verdict met, missed or unknown
   */
  public record Judged(
      String path,
      Unit unit,
      String limits,
      OptionalDouble limit,
      OptionalDouble value,
      OptionalDouble halfWidth,
      String verdict) {
    boolean isMissed() {
      return verdict.equals("missed");
    }
  }

  /**
   * A combination that was run.
   *
   * @param values one a path
   * @param scale at which it was run
   * @param decides whether it counts for the answer, or only led the way to it
   * @param meets whether everything is met; where it decides, by the intervals
   * @param clear whether the intervals left no doubt
   */
  public record Tried(
      List<String> values,
      double scale,
      int replications,
      boolean decides,
      boolean meets,
      boolean clear,
      OptionalDouble costPerMonth,
      List<Judged> expectations) {
    /** Copies the lists. */
    public Tried {
      values = List.copyOf(values);
      expectations = List.copyOf(expectations);
    }
  }
}
