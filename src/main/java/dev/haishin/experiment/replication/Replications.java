package dev.haishin.experiment.replication;

import dev.haishin.engine.CounterHash;
import dev.haishin.experiment.statistics.Interval;
import dev.haishin.experiment.statistics.StudentInterval;
import dev.haishin.experiment.trial.TrialResult;
import dev.haishin.results.Busiest;
import dev.haishin.results.Judgement;
import dev.haishin.results.Latencies;
import dev.haishin.results.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Replications of one scenario, in their order, and what they say together. */
public final class Replications {
  private final double confidence;
  private final List<TrialResult> results = new ArrayList<>();
  private final SortedMap<String, Latencies> pooled = new TreeMap<>();
  private final Ledger ledger = new Ledger();

  /**
   * None so far.
   *
   * @param confidence of the intervals, 0 to 1
   */
  public Replications(double confidence) {
    this.confidence = confidence;
  }

  /**
   * Takes the next replication in.
   *
   * @throws IllegalStateException for one that crashed or whose ledger does not balance
   */
  public void add(TrialResult result) {
    if (result.trial().replication() != results.size()) {
      throw new IllegalArgumentException(
          "replication " + result.trial().replication() + " after " + results.size());
    }
    result.requireSound();
    result.latencies().forEach((path, latencies) -> pooled.merge(path, latencies, Latencies::sum));
    ledger.addAll(result.ledger());
    results.add(result.withoutLatencies());
  }

  /** How many there are. */
  public int count() {
    return results.size();
  }

  /** One by one, without their distributions. */
  public List<TrialResult> results() {
    return List.copyOf(results);
  }

  /** What binds first, if any utilisation is known. */
  public Optional<Busiest> busiest() {
    return Busiest.of(results.stream().map(TrialResult::metrics).toList());
  }

  /** What they say to each expectation, in the order of the scenario. */
  public List<ReplicatedJudgement> judgements() {
    List<ReplicatedJudgement> judgements = new ArrayList<>();
    for (int i = 0; i < results.get(0).judgements().size(); i++) {
      int number = i;
      List<Judgement> ofOne = results.stream().map(r -> r.judgements().get(number)).toList();
      judgements.add(ReplicatedJudgement.of(ofOne, confidence));
    }
    return judgements;
  }

  /** The interval of a figure, by its text; empty where a replication does not know it. */
  public Optional<Interval> interval(String figure) {
    double[] values = new double[results.size()];
    for (int i = 0; i < values.length; i++) {
      Double value = results.get(i).metrics().get(figure);
      if (value == null) {
        return Optional.empty();
      }
      values[i] = value;
    }
    return Optional.of(StudentInterval.of(values, confidence));
  }

  /** The distributions of all replications together, by path. */
  public SortedMap<String, Latencies> pooled() {
    return pooled;
  }

  /** The books of all replications added up. */
  public Ledger ledger() {
    return ledger;
  }

  /** A hash of the paths that all of them took, in their order. */
  public long eventsDigest() {
    long digest = results.get(0).eventsDigest();
    for (int i = 1; i < results.size(); i++) {
      digest = CounterHash.mix(digest + results.get(i).eventsDigest());
    }
    return digest;
  }
}
