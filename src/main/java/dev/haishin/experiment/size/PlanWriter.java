package dev.haishin.experiment.size;

import dev.haishin.experiment.replication.ReplicatedJudgement;
import dev.haishin.experiment.statistics.Interval;
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

  SizePlan.Step step(List<String> at, Optional<int[]> answer, OptionalDouble headroom) {
    int[] shown = answer.orElse(world.last());
    Evaluation there = decided.get(key(shown));
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < world.ranges().size(); i++) {
      choices.add(choice(i, answer));
    }
    Optional<Judged> breaks =
        choices.stream().flatMap(choice -> choice.breaks().stream()).findFirst();
    Optional<Judged> tightest = there.tightest().map(PlanWriter::judged);
    String busiest = there.busiest();
    return new SizePlan.Step(
        at,
        choices,
        answer.isPresent(),
        breaks.or(() -> tightest),
        busiest,
        there.utilization(busiest),
        headroom,
        answer.isPresent() ? there.costPerMonth() : OptionalDouble.empty(),
        notes(answer),
        tried());
  }

  private Choice choice(int path, Optional<int[]> answer) {
    SizeRange range = world.ranges().get(path);
    int last = range.count() - 1;
    String words = range.value(range.most() ? last : 0) + ".." + range.value(range.most() ? 0 : last);
    if (answer.isEmpty()) {
      return new Choice(range.path(), words, range.most(), "", "", Optional.empty());
    }
    int step = answer.get()[path];
    int[] less = answer.get().clone();
    less[path] = step - 1;
    Evaluation below = step == 0 ? null : decided.get(key(less));
    return new Choice(
        range.path(),
        words,
        range.most(),
        range.value(step),
        below == null ? "" : range.value(step - 1),
        below == null ? Optional.empty() : below.tightest().map(PlanWriter::judged));
  }

  private List<String> notes(Optional<int[]> answer) {
    List<String> notes = new ArrayList<>();
    contradiction().ifPresent(notes::add);
    long open = decided.values().stream().filter(e -> !e.isClear()).count();
    if (open > 0) {
      String what = open == 1 ? "1 combination" : open + " combinations";
      notes.add(
          "intervals left "
              + what
              + " open, which counts as not met; more --replications would tell");
    }
    if (answer.isPresent()) {
      for (int i = 0; i < world.ranges().size(); i++) {
        if (answer.get()[i] == 0) {
          notes.add(
              world.ranges().get(i).path() + " is at the end of its range; less may do as well");
        }
      }
    }
    return notes;
  }

  /** A combination that is not met though one with less of everything is. */
  private Optional<String> contradiction() {
    for (Map.Entry<List<Integer>, Evaluation> less : decided.entrySet()) {
      for (Map.Entry<List<Integer>, Evaluation> more : decided.entrySet()) {
        boolean isMore =
            IntStream.range(0, world.ranges().size())
                .allMatch(i -> less.getKey().get(i) <= more.getKey().get(i));
        boolean contradicts = less.getValue().meets() && !more.getValue().meets();
        if (isMore && contradicts && more.getValue().isClear()) {
          return Optional.of(
              "more is not better everywhere: "
                  + String.join(", ", values(more.getKey()))
                  + " is not enough, though "
                  + String.join(", ", values(less.getKey()))
                  + " is; sweep the range to see it all");
        }
      }
    }
    return Optional.empty();
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
        evaluation.costPerMonth(),
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
