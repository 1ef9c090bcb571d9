package dev.haishin.experiment.sensitivity;

import dev.haishin.experiment.sensitivity.Assumption.Side;
import dev.haishin.experiment.statistics.Interval;
import dev.haishin.experiment.statistics.PairedDifference;
import dev.haishin.experiment.statistics.StudentInterval;
import dev.haishin.experiment.store.StoredTrial;
import dev.haishin.experiment.store.TrialStore;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.results.MetricQuery;
import dev.haishin.results.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Varies one assumption at a time. All trials of a replication share their chances, so that a
 * difference is the assumption's own. What takes the same course of events in the first replication
 * and changes no figure has no effect, and is not run again.
 */
public final class OneAtATime {
  private static final Interval NOTHING = new Interval(0, 0, Interval.USUAL_CONFIDENCE, 1);

  private final Trial base;
  private final List<Assumption> assumptions;
  private final Map<String, MetricQuery> figures;
  private final int replications;
  private final TrialStore store;

  /**
   * An experiment.
   *
   * @param base replication 0 of the scenario as it is
   * @param figures what is asked about, by the path of an expectation or the text of a figure
   * @param replications at least 2
   * @param store of trials that have ended
   */
  public OneAtATime(
      Trial base,
      List<Assumption> assumptions,
      Map<String, MetricQuery> figures,
      int replications,
      TrialStore store) {
    if (replications < 2) {
      throw new IllegalArgumentException("noise needs two replications, not " + replications);
    }
    this.base = base;
    this.assumptions = List.copyOf(assumptions);
    this.figures = figures;
    this.replications = replications;
    this.store = store;
  }

  /** The trials that are known to be needed and have not ended yet. */
  public List<Trial> pending() {
    List<Trial> all = new ArrayList<>();
    for (int replication = 0; replication < replications; replication++) {
      all.add(base.replication(replication));
    }
    boolean begun = all.stream().allMatch(trial -> store.find(trial).isPresent());
    for (Assumption assumption : assumptions) {
      for (Side side : Side.values()) {
        Optional<Trial> first = trial(assumption, side, 0);
        first.ifPresent(all::add);
        if (begun
            && first.isPresent()
            && store.find(first.get()).isPresent()
            && !isIdle(first.get())) {
          for (int replication = 1; replication < replications; replication++) {
            all.add(trial(assumption, side, replication).orElseThrow());
          }
        }
      }
    }
    return all.stream().filter(trial -> store.find(trial).isEmpty()).toList();
  }

  /**
   * Runs what is pending, until nothing is.
   *
   * @throws IllegalStateException when a trial crashed or its ledger does not balance
   */
  public void run(TrialEngine engine) throws IOException {
    try {
      for (List<Trial> round = pending(); !round.isEmpty(); round = pending()) {
        engine.run(
            round,
            result -> {
              try {
                store.keep(StoredTrial.of(result.requireSound()));
              } catch (IOException failure) {
                throw new UncheckedIOException(failure);
              }
            });
      }
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  /** What moves each figure; call it when nothing is pending. */
  public List<Tornado> tornados() {
    List<Tornado> tornados = new ArrayList<>();
    figures.forEach((figure, query) -> tornados.add(tornado(figure, query)));
    return tornados;
  }

  private Tornado tornado(String figure, MetricQuery query) {
    double[] before = values(figure, replication -> Optional.of(base.replication(replication)));
    List<Effect> effects = new ArrayList<>();
    for (Assumption assumption : assumptions) {
      effects.add(
          new Effect(
              assumption,
              difference(figure, before, assumption, Side.DOWN),
              difference(figure, before, assumption, Side.UP)));
    }
    effects.sort(Comparator.comparingDouble(Effect::size).reversed());
    Optional<Interval> asItIs =
        before.length == 0
            ? Optional.empty()
            : Optional.of(StudentInterval.of(before, Interval.USUAL_CONFIDENCE));
    return new Tornado(figure, query, asItIs, effects);
  }

  private Optional<Interval> difference(
      String figure, double[] before, Assumption assumption, Side side) {
    Optional<Trial> first = trial(assumption, side, 0);
    if (first.isEmpty() || before.length == 0) {
      return Optional.empty();
    }
    if (isIdle(first.get())) {
      return Optional.of(NOTHING);
    }
    double[] after = values(figure, replication -> trial(assumption, side, replication));
    return after.length == 0
        ? Optional.empty()
        : Optional.of(PairedDifference.of(before, after, Interval.USUAL_CONFIDENCE).interval());
  }

  /** One a replication; none where one of them does not know the figure. */
  private double[] values(String figure, IntFunction<Optional<Trial>> trials) {
    double[] values = new double[replications];
    for (int replication = 0; replication < replications; replication++) {
      Reading reading = trials.apply(replication).flatMap(store::find).orElseThrow().value(figure);
      if (!reading.isKnown()) {
        return new double[0];
      }
      values[replication] = reading.value().getAsDouble();
    }
    return values;
  }

  /** Whether a first replication took the course of the scenario as it is, to the same figures. */
  private boolean isIdle(Trial first) {
    StoredTrial changed = store.find(first).orElseThrow();
    StoredTrial asItIs = store.find(base).orElseThrow();
    return changed.eventsDigest().equals(asItIs.eventsDigest())
        && figures.keySet().stream()
            .allMatch(figure -> changed.value(figure).equals(asItIs.value(figure)));
  }

  private Optional<Trial> trial(Assumption assumption, Side side, int replication) {
    return assumption
        .value(side)
        .map(value -> base.with(List.of(assumption.path() + "=" + value)).replication(replication));
  }
}
