package dev.haishin.experiment.replication;

import dev.haishin.experiment.statistics.Interval;
import dev.haishin.experiment.statistics.StudentInterval;
import dev.haishin.results.Comparison;
import dev.haishin.results.Expectation;
import dev.haishin.results.Judgement;
import dev.haishin.results.Reading;
import dev.haishin.results.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * An expectation and what several replications say to it together.
 *
 * <p>It is met or missed where the interval of the mean lies wholly on one side of the limit, and
 * unknown otherwise. An equality has to hold in each replication. A reading that is unknown in one
 * replication makes it unknown.
 *
 * @param reading the mean over the replications in canonical units, or why there is none
 * @param interval of the mean; empty where the reading is unknown
 */
public record ReplicatedJudgement(
    Expectation expectation, Verdict verdict, Reading reading, Optional<Interval> interval) {

  /** What the judgements of one expectation, a replication each, say together. */
  public static ReplicatedJudgement of(List<Judgement> judgements, double confidence) {
    Expectation expectation = judgements.get(0).expectation();
    long unknown = judgements.stream().filter(each -> !each.reading().isKnown()).count();
    if (unknown > 0) {
      String reason =
          judgements.stream()
              .map(each -> each.reading().reason())
              .filter(text -> !text.isEmpty())
              .findFirst()
              .orElse("");
      Reading reading =
          Reading.unknown(
              "in " + unknown + " of " + judgements.size() + " replications: " + reason);
      return new ReplicatedJudgement(expectation, Verdict.UNKNOWN, reading, Optional.empty());
    }
    double[] values =
        judgements.stream().mapToDouble(each -> each.reading().value().getAsDouble()).toArray();
    Interval interval = StudentInterval.of(values, confidence);
    Verdict verdict =
        expectation.comparison() == Comparison.EQUAL
            ? inEach(judgements)
            : expectation.judge(interval.low(), interval.high());
    Reading mean = Reading.of(interval.mean());
    return new ReplicatedJudgement(expectation, verdict, mean, Optional.of(interval));
  }

  private static Verdict inEach(List<Judgement> judgements) {
    boolean all = judgements.stream().allMatch(each -> each.verdict() == Verdict.MET);
    return all ? Verdict.MET : Verdict.MISSED;
  }
}
