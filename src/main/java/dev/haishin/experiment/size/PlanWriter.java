package dev.haishin.experiment.size;

import dev.haishin.experiment.replication.ReplicatedJudgement;
import dev.haishin.experiment.statistics.Interval;
import dev.haishin.results.Busiest;
import dev.haishin.results.Comparison;
import dev.haishin.results.Expectation;
import dev.haishin.results.Unit;
import dev.haishin.results.file.SizePlan;
import dev.haishin.results.file.SizePlan.Choice;
import dev.haishin.results.file.SizePlan.Judged;
import dev.haishin.results.file.SizePlan.Tried;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Sums up what a sizing has tried. */
final class PlanWriter {
  private final SizedWorld world;
  private final Map<List<Integer>, Evaluation> led;
  private final Map<List<Integer>, Evaluation> decided;

  PlanWriter(
      SizedWorld world,
      Map<List<Integer>, Evaluation> led,
      Map<List<Integer>, Evaluation> decided) {
    this.world = world;
    this.led = led;
    this.decided = decided;
  }

  /**
   * The step of a plan.
   *
   * @param at what it varies
   * @param answer empty where nothing meets everything
   * @param stoppedBySize whether more load was not tried because it does not fit
   */
  SizePlan.Step step(
      List<String> at, Optional<int[]> answer, OptionalDouble headroom, boolean stoppedBySize) {
    int[] shown = answer.orElse(world.last());
    Evaluation there = decided.get(key(shown));
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < world.ranges().size(); i++) {
      choices.add(choice(i, answer));
    }
    Optional<Busiest> busiest = there.busiest();
    return new SizePlan.Step(
        at,
        choices,
        answer.isPresent(),
        choices.stream()
            .flatMap(choice -> choice.breaks().stream())
            .findFirst()
            .flatMap(breaks -> there.judgement(breaks.path()))
            .or(there::tightest)
            .map(PlanWriter::judged),
        busiest.map(Busiest::part).orElse(""),
        busiest.map(each -> OptionalDouble.of(each.utilization())).orElse(OptionalDouble.empty()),
        headroom,
        answer.isPresent() ? usd(shown, there) : OptionalDouble.empty(),
        notes(answer, headroom, stoppedBySize),
        tried());
  }

  /** What a combination costs a month, with the hosts that were taken away before it was run. */
  private OptionalDouble usd(int[] steps, Evaluation evaluation) {
    OptionalDouble tried = evaluation.costPerMonth();
    return tried.isEmpty()
        ? tried
        : OptionalDouble.of(
            tried.getAsDouble() + world.spareUsd(steps, evaluation.effort().scale()));
  }

  private Choice choice(int path, Optional<int[]> answer) {
    SizeRange range = world.ranges().get(path);
    if (answer.isEmpty()) {
      return new Choice(range.path(), range.text(), range.most(), "", "", Optional.empty());
    }
    int step = answer.get()[path];
    int[] less = answer.get().clone();
    less[path] = step - 1;
    Evaluation below = step == 0 ? null : decided.get(key(less));
    return new Choice(
        range.path(),
        range.text(),
        range.most(),
        range.value(step),
        below == null ? "" : range.value(step - 1),
        below == null ? Optional.empty() : below.tightest().map(PlanWriter::judged));
  }

  private List<String> notes(
      Optional<int[]> answer, OptionalDouble headroom, boolean stoppedBySize) {
    List<String> notes = new ArrayList<>();
    contradiction(led).or(() -> contradiction(decided)).ifPresent(notes::add);
    decided.values().stream()
        .filter(evaluation -> !evaluation.isClear())
        .flatMap(evaluation -> evaluation.unknowable().stream())
        .findFirst()
        .ifPresent(why -> notes.add(why + "; what is unknown counts as not met"));
    long open =
        decided.values().stream().filter(e -> !e.isClear() && e.unknowable().isEmpty()).count();
    if (open > 0) {
      String what = open == 1 ? "1 combination" : open + " combinations";
      notes.add(
          "intervals left "
              + what
              + " open, which counts as not met; more --replications would tell");
    }
    for (int i = 0; i < world.ranges().size() && answer.isPresent(); i++) {
      if (answer.get()[i] == 0) {
        SizeRange range = world.ranges().get(i);
        String beyond = range.most() ? "more" : "less";
        notes.add(range.path() + " is at the end of its range; " + beyond + " may do as well");
      }
    }
    if (stoppedBySize) {
      notes.add("more load than the headroom may do as well; a run of it does not fit here");
    } else if (headroom.isPresent() && headroom.getAsDouble() >= HeadroomSearch.MOST) {
      notes.add("headroom is looked for up to this factor; more load may do as well");
    }
    return notes;
  }

  /** A combination that is clearly not met though one with less of everything clearly is. */
  private Optional<String> contradiction(Map<List<Integer>, Evaluation> tried) {
    for (Map.Entry<List<Integer>, Evaluation> less : tried.entrySet()) {
      for (Map.Entry<List<Integer>, Evaluation> more : tried.entrySet()) {
        boolean isMore =
            IntStream.range(0, world.ranges().size())
                .allMatch(i -> less.getKey().get(i) <= more.getKey().get(i));
        boolean contradicts = less.getValue().meets() && !more.getValue().meets();
        if (isMore && contradicts && less.getValue().isClear() && more.getValue().isClear()) {
          return Optional.of(
              "not monotone: "
                  + words(less.getKey())
                  + " is enough and "
                  + words(more.getKey())
                  + " is not, so there may be other answers; sweep the range to see them");
        }
      }
    }
    return Optional.empty();
  }

  private String words(List<Integer> steps) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      words.add(world.ranges().get(i).setting(steps.get(i)));
    }
    return String.join(" ", words);
  }

  private List<Tried> tried() {
    List<Tried> all = new ArrayList<>();
    for (Map<List<Integer>, Evaluation> some : List.of(led, decided)) {
      some.entrySet().stream()
          .sorted((a, b) -> inOrder(a.getKey(), b.getKey()))
          .forEach(entry -> all.add(tried(entry.getKey(), entry.getValue())));
    }
    return all;
  }

  private static int inOrder(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < one.size(); i++) {
      int order = Integer.compare(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private Tried tried(List<Integer> steps, Evaluation evaluation) {
    return new Tried(
        values(steps),
        evaluation.effort().scale(),
        evaluation.replications(),
        evaluation.effort().decides(),
        evaluation.meets(),
        evaluation.isClear(),
        usd(steps.stream().mapToInt(Integer::intValue).toArray(), evaluation),
        evaluation.judgements().stream().map(PlanWriter::judged).toList());
  }

  private List<String> values(List<Integer> steps) {
    return world.values(steps.stream().mapToInt(Integer::intValue).toArray());
  }

  private static List<Integer> key(int[] steps) {
    return IntStream.of(steps).boxed().toList();
  }

  private static Judged judged(ReplicatedJudgement judgement) {
    Expectation expectation = judgement.expectation();
    Unit unit = expectation.query().unit();
    boolean isRange = expectation.comparison() == Comparison.BETWEEN;
    String sign = isRange ? "" : expectation.comparison().sign() + " ";
    OptionalDouble value = judgement.reading().value();
    Optional<Interval> interval = judgement.interval().filter(Interval::isBounded);
    return new Judged(
        expectation.path(),
        unit,
        sign + expectation.limit(),
        isRange ? OptionalDouble.empty() : OptionalDouble.of(unit.printed(expectation.low())),
        value.isPresent() ? OptionalDouble.of(unit.printed(value.getAsDouble())) : value,
        interval.isPresent()
            ? OptionalDouble.of(unit.printed(interval.get().half()))
            : OptionalDouble.empty(),
        judgement.verdict().word());
  }
}
