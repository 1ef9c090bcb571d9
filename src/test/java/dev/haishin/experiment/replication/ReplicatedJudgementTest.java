package dev.haishin.experiment.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.results.Comparison;
import dev.haishin.results.Expectation;
import dev.haishin.results.Judgement;
import dev.haishin.results.MetricRegistry;
import dev.haishin.results.Reading;
import dev.haishin.results.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Verdicts of 9, 10 and 11: mean 10, and with t = 4.303 an interval from 7.516 to 12.484. */
class ReplicatedJudgementTest {
  private static final double[] THREE = {9, 10, 11};

  @Test
  void anIntervalOnTheRightSideIsMet() {
    assertEquals(Verdict.MET, verdict(Comparison.AT_MOST, 12.49, 12.49));
    assertEquals(Verdict.MET, verdict(Comparison.LESS, 12.49, 12.49));
    assertEquals(Verdict.MET, verdict(Comparison.AT_LEAST, 7.51, 7.51));
    assertEquals(Verdict.MET, verdict(Comparison.GREATER, 7.51, 7.51));
    assertEquals(Verdict.MET, verdict(Comparison.BETWEEN, 7.51, 12.49));
  }

  @Test
  void anIntervalOnTheWrongSideIsMissed() {
    assertEquals(Verdict.MISSED, verdict(Comparison.AT_MOST, 7.51, 7.51));
    assertEquals(Verdict.MISSED, verdict(Comparison.LESS, 7.51, 7.51));
    assertEquals(Verdict.MISSED, verdict(Comparison.AT_LEAST, 12.49, 12.49));
    assertEquals(Verdict.MISSED, verdict(Comparison.GREATER, 12.49, 12.49));
    assertEquals(Verdict.MISSED, verdict(Comparison.BETWEEN, 12.49, 20));
    assertEquals(Verdict.MISSED, verdict(Comparison.BETWEEN, 1, 7.51));
  }

  @Test
  void anIntervalThatStraddlesALimitIsUnknown() {
    assertEquals(Verdict.UNKNOWN, verdict(Comparison.AT_MOST, 12.47, 12.47));
    assertEquals(Verdict.UNKNOWN, verdict(Comparison.AT_MOST, 7.53, 7.53));
    assertEquals(Verdict.UNKNOWN, verdict(Comparison.AT_LEAST, 10, 10));
    assertEquals(Verdict.UNKNOWN, verdict(Comparison.BETWEEN, 8, 20));
    assertEquals(Verdict.UNKNOWN, verdict(Comparison.BETWEEN, 9, 11));
  }

  @Test
  void whereNothingVariesTheLimitItselfDecides() {
    double[] equal = {5, 5};
    assertEquals(Verdict.MET, of(Comparison.AT_MOST, 5, 5, equal).verdict());
    assertEquals(Verdict.MISSED, of(Comparison.LESS, 5, 5, equal).verdict());
    assertEquals(Verdict.MISSED, of(Comparison.GREATER, 5, 5, equal).verdict());
  }

  @Test
  void anEqualityMustHoldInEach() {
    assertEquals(Verdict.MET, of(Comparison.EQUAL, 0, 0, 0, 0, 0).verdict());
    assertEquals(Verdict.MISSED, of(Comparison.EQUAL, 0, 0, 0, 1, 0).verdict());
    // The mean is right and no replication is.
    assertEquals(Verdict.MISSED, of(Comparison.EQUAL, 0, 0, -1, 1).verdict());
  }

  @Test
  void oneReplicationLeavesItUnknown() {
    assertEquals(Verdict.UNKNOWN, of(Comparison.AT_MOST, 100, 100, 1).verdict());
  }

  @Test
  void aReadingThatOneReplicationLacksIsUnknown() {
    List<Judgement> judgements = new ArrayList<>(judgements(Comparison.AT_MOST, 100, 100, THREE));
    judgements.set(
        1,
        new Judgement(
            judgements.get(0).expectation(), Verdict.UNKNOWN, Reading.unknown("too few samples")));
    ReplicatedJudgement judgement = ReplicatedJudgement.of(judgements, 0.95);
    assertEquals(Verdict.UNKNOWN, judgement.verdict());
    assertEquals("in 1 of 3 replications: too few samples", judgement.reading().reason());
    assertTrue(judgement.interval().isEmpty());
  }

  private static Verdict verdict(Comparison comparison, double low, double high) {
    return of(comparison, low, high, THREE).verdict();
  }

  private static ReplicatedJudgement of(
      Comparison comparison, double low, double high, double... values) {
    return ReplicatedJudgement.of(judgements(comparison, low, high, values), 0.95);
  }

  private static List<Judgement> judgements(
      Comparison comparison, double low, double high, double... values) {
    Expectation expectation =
        new Expectation(
            "kafka.lag.max",
            MetricRegistry.standard().parse("kafka.lag.max"),
            comparison,
            low,
            high,
            "limit");
    List<Judgement> judgements = new ArrayList<>();
    for (double value : values) {
      Verdict verdict = expectation.holds(value) ? Verdict.MET : Verdict.MISSED;
      judgements.add(new Judgement(expectation, verdict, Reading.of(value)));
    }
    return judgements;
  }
}
