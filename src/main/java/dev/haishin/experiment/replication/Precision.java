package dev.haishin.experiment.replication;

import dev.haishin.results.Comparison;
import dev.haishin.results.Expectation;
import java.util.List;

/**
 * How narrow the interval of every expected path is to be, and how many replications that may take.
 *
 * <p>An equality is told by each replication for itself and asks for no interval.
 *
 * @param share half an interval over the limit, such as 0.05; where the limit is 0, half an
 *     interval itself in the unit that files show (milliseconds for durations)
 * @param least replications before the first look: fewer stop too early by luck (Law, Simulation
 *     Modeling and Analysis, 5th ed., 9.4.1, recommends ten)
 * @param most replications
 */
public record Precision(double share, int least, int most) {
  /** Replications before the first look. */
  public static final int USUAL_LEAST = 10;

  /** Replications at most. */
  public static final int USUAL_MOST = 100;

  /** Checks the ranges. */
  public Precision {
    if (!(share > 0) || least < 2 || most < least) {
      throw new IllegalArgumentException(
          "no precision: " + share + ", from " + least + " to " + most + " replications");
    }
  }

  /** So many replications, however wide the intervals are. */
  static Precision exactly(int replications) {
    return new Precision(Double.MAX_VALUE, replications, replications);
  }

  /** Whether more replications could not help: each interval is narrow, or will never be known. */
  public boolean isReached(List<ReplicatedJudgement> judgements) {
    return judgements.stream().allMatch(each -> !each.reading().isKnown() || isNarrow(each));
  }

  /** Those whose interval is not narrow enough. */
  public List<ReplicatedJudgement> tooWide(List<ReplicatedJudgement> judgements) {
    return judgements.stream().filter(each -> !isNarrow(each)).toList();
  }

  private boolean isNarrow(ReplicatedJudgement judgement) {
    if (judgement.expectation().comparison() == Comparison.EQUAL) {
      return judgement.reading().isKnown();
    }
    return judgement.interval().isPresent()
        && judgement.interval().get().half() <= allowedHalf(judgement.expectation());
  }

  private double allowedHalf(Expectation expectation) {
    double limit = Math.min(Math.abs(expectation.low()), Math.abs(expectation.high()));
    double nearest = limit > 0 ? limit : Math.max(expectation.high(), -expectation.low());
    return nearest > 0 ? share * nearest : share / expectation.query().unit().printed(1);
  }
}
