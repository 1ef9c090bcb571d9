package dev.haishin.experiment.compare;

import dev.haishin.experiment.replication.ReplicatedJudgement;
import dev.haishin.experiment.replication.Replications;
import dev.haishin.experiment.statistics.Interval;
import dev.haishin.experiment.statistics.StudentInterval;
import dev.haishin.experiment.trial.TrialResult;
import dev.haishin.results.Busiest;
import dev.haishin.results.Reading;
import dev.haishin.results.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What came out of all contenders, and the conclusions from it. */
public final class Outcomes {
  private final double confidence;
  private final Map<Contender, Replications> replications = new LinkedHashMap<>();
  private final List<Yardstick> yardsticks;
  private final Contender reference;

  /**
   * Outcomes of contenders with as many replications each.
   *
   * @param inOrder by contender, the reference first
   * @param confidence of each interval for itself, 0 to 1
   */
  Outcomes(Map<Contender, Replications> inOrder, double confidence) {
    this.confidence = confidence;
    replications.putAll(inOrder);
    reference = replications.keySet().iterator().next();
    yardsticks =
        Yardstick.of(
            replications.get(reference).results().get(0).judgements().stream()
                .map(judgement -> judgement.expectation())
                .toList());
  }

  /** Every contender, the reference first. */
  public List<Contender> contenders() {
    return List.copyOf(replications.keySet());
  }

  /** Whom the others are set against. */
  public Contender reference() {
    return reference;
  }

  /** How often each of them was run. */
  public int count() {
    return replications.get(reference).count();
  }

  /** One by one. */
  public List<TrialResult> results(Contender contender) {
    return replications.get(contender).results();
  }

  /** What binds first in a contender's world, if any utilisation is known. */
  public Optional<Busiest> busiest(Contender contender) {
    return Busiest.of(results(contender).stream().map(TrialResult::metrics).toList());
  }

  /** What is compared. */
  public List<Yardstick> yardsticks() {
    return List.copyOf(yardsticks);
  }

  /** Whether two contenders met the same taps in every replication. */
  public boolean paired(Contender one, Contender other) {
    List<TrialResult> first = results(one);
    List<TrialResult> second = results(other);
    for (int i = 0; i < first.size(); i++) {
      if (first.get(i).tapDigest() != second.get(i).tapDigest()) {
        return false;
      }
    }
    return true;
  }

  /** A contest for each yardstick of which at least one contender knows something. */
  public List<Contest> contests() {
    return yardsticks.stream()
        .map(this::contest)
        .filter(contest -> contest.standings().stream().anyMatch(each -> each.mean().isPresent()))
        .toList();
  }

  /** All contenders by one yardstick. */
  private Contest contest(Yardstick yardstick) {
    Map<Contender, double[]> values = new LinkedHashMap<>();
    List<Standing> standings = new ArrayList<>();
    for (Contender contender : contenders()) {
      List<Reading> readings = results(contender).stream().map(yardstick::read).toList();
      Optional<Reading> unknown = readings.stream().filter(r -> !r.isKnown()).findFirst();
      if (unknown.isEmpty()) {
        values.put(
            contender, readings.stream().mapToDouble(r -> r.value().getAsDouble()).toArray());
      }
      standings.add(
          new Standing(
              contender,
              Optional.ofNullable(values.get(contender)).map(this::mean),
              unknown.map(Reading::reason).orElse(""),
              verdict(yardstick, contender),
              difference(reference, contender, values),
              OptionalInt.empty()));
    }
    return new Contest(yardstick, ranked(yardstick, standings, values));
  }

  private Interval mean(double[] values) {
    return StudentInterval.of(values, confidence);
  }

  private Optional<Verdict> verdict(Yardstick yardstick, Contender contender) {
    if (yardstick.limit().isEmpty()) {
      return Optional.empty();
    }
    if (count() == 1) {
      return results(contender).get(0).judgements().stream()
          .filter(each -> each.expectation().path().equals(yardstick.path()))
          .map(judgement -> judgement.verdict())
          .findFirst();
    }
    return replications.get(contender).judgements().stream()
        .filter(each -> each.expectation().path().equals(yardstick.path()))
        .map(ReplicatedJudgement::verdict)
        .findFirst();
  }

  private Optional<Difference> difference(
      Contender from, Contender to, Map<Contender, double[]> values) {
    if (from.equals(to) || !values.containsKey(from) || !values.containsKey(to)) {
      return Optional.empty();
    }
    return Optional.of(
        Difference.of(values.get(from), values.get(to), paired(from, to), confidence));
  }

  /** The best one leads a group of all that follow without a shown difference to it, and so on. */
  private List<Standing> ranked(
      Yardstick yardstick, List<Standing> standings, Map<Contender, double[]> values) {
    if (yardstick.better() == Yardstick.Better.NEITHER) {
      return standings;
    }
    Comparator<Standing> byMean =
        Comparator.comparingDouble(standing -> standing.mean().get().mean());
    List<Standing> best =
        standings.stream()
            .filter(each -> each.contender().competes() && each.mean().isPresent())
            .sorted(yardstick.better() == Yardstick.Better.LOWER ? byMean : byMean.reversed())
            .toList();
    List<Standing> ranked = new ArrayList<>();
    Standing leader = null;
    int rank = 0;
    for (Standing standing : best) {
      boolean worse =
          leader == null
              || difference(leader.contender(), standing.contender(), values)
                  .map(Difference::isShown)
                  .orElse(false);
      if (worse) {
        leader = standing;
        rank = ranked.size() + 1;
      }
      ranked.add(standing.ranked(rank));
    }
    standings.stream().filter(each -> !best.contains(each)).forEach(ranked::add);
    return ranked;
  }
}
