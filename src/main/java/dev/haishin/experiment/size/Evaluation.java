package dev.haishin.experiment.size;

import dev.haishin.experiment.replication.ReplicatedJudgement;
import dev.haishin.experiment.statistics.Interval;
import dev.haishin.experiment.store.StoredTrial;
import dev.haishin.results.Busiest;
import dev.haishin.results.Comparison;
import dev.haishin.results.Derived;
import dev.haishin.results.Expectation;
import dev.haishin.results.Judgement;
import dev.haishin.results.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a combination has shown: its replications, and what they say to each expectation. */
final class Evaluation {
  private final Effort effort;
  private final List<StoredTrial> trials;
  private final List<ReplicatedJudgement> judgements = new ArrayList<>();

  Evaluation(Effort effort, List<Expectation> expectations, List<StoredTrial> trials) {
    this.effort = effort;
    this.trials = List.copyOf(trials);
    for (Expectation expectation : expectations) {
      List<Judgement> each =
          trials.stream().map(trial -> expectation.judge(trial.value(expectation.path()))).toList();
      judgements.add(ReplicatedJudgement.of(each, Interval.USUAL_CONFIDENCE));
    }
  }

  Effort effort() {
    return effort;
  }

  int replications() {
    return trials.size();
  }

  List<ReplicatedJudgement> judgements() {
    return judgements;
  }

  /** Whether everything expected is met. */
  boolean meets() {
    return judgements.stream().allMatch(this::meets);
  }

  private boolean meets(ReplicatedJudgement judgement) {
    if (effort.decides()) {
      return judgement.verdict() == Verdict.MET;
    }
    return judgement.reading().isKnown()
        ? holds(judgement)
        : effort.question() == Effort.Question.LEADS;
  }

  /** Whether more replications would change nothing. */
  boolean isClear() {
    return judgements.stream().anyMatch(judgement -> judgement.verdict() == Verdict.MISSED)
        || judgements.stream().allMatch(judgement -> judgement.verdict() == Verdict.MET);
  }

  /** What keeps something from being known, which more replications would not tell either. */
  Optional<String> unknowable() {
    return judgements.stream()
        .filter(judgement -> !judgement.reading().isKnown())
        .map(
            judgement ->
                judgement.expectation().path() + " is unknown " + judgement.reading().reason())
        .findFirst();
  }

  /** What it says to an expectation. */
  Optional<ReplicatedJudgement> judgement(String path) {
    return judgements.stream()
        .filter(judgement -> judgement.expectation().path().equals(path))
        .findFirst();
  }

  private static boolean holds(ReplicatedJudgement judgement) {
    return judgement.expectation().comparison() == Comparison.EQUAL
        ? judgement.verdict() == Verdict.MET
        : judgement.expectation().holds(judgement.reading().value().getAsDouble());
  }

  /** The expectation that is furthest from being met, or has the least room where all are. */
  Optional<ReplicatedJudgement> tightest() {
    ReplicatedJudgement tightest = null;
    for (ReplicatedJudgement judgement : judgements) {
      if (tightest == null || room(judgement) < room(tightest)) {
        tightest = judgement;
      }
    }
    return Optional.ofNullable(tightest);
  }

  /** How far a mean is inside its limits, as a share of the limit; negative outside. */
  private static double room(ReplicatedJudgement judgement) {
    if (!judgement.reading().isKnown()) {
      return Double.NEGATIVE_INFINITY;
    }
    Expectation expectation = judgement.expectation();
    double value = judgement.reading().value().getAsDouble();
    double below = (expectation.high() - value) / size(expectation.high());
    double above = (value - expectation.low()) / size(expectation.low());
    return switch (expectation.comparison()) {
      case LESS, AT_MOST -> below;
      case GREATER, AT_LEAST -> above;
      // What must be equal has no room to come near to its limit.
      case EQUAL -> value == expectation.low() ? Double.MAX_VALUE : -Math.abs(below);
      case BETWEEN -> Math.min(below, above);
    };
  }

  private static double size(double limit) {
    return limit == 0 ? 1 : Math.abs(limit);
  }

  /** The mean of a figure of the summary; empty where a replication does not know it. */
  OptionalDouble mean(String figure) {
    double sum = 0;
    for (StoredTrial trial : trials) {
      Double value = trial.metrics().get(figure);
      if (value == null) {
        return OptionalDouble.empty();
      }
      sum += value;
    }
    return OptionalDouble.of(sum / trials.size());
  }

  OptionalDouble costPerMonth() {
    return mean(Derived.COST_PER_MONTH.path());
  }

  /** The part of which the hottest host comes closest to its capacity, if any is known. */
  Optional<Busiest> busiest() {
    return Busiest.of(trials.stream().map(StoredTrial::metrics).toList());
  }
}
