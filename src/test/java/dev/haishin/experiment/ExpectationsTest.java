package dev.haishin.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.results.Judgement;
import dev.haishin.results.RunResult;
import dev.haishin.results.SampleRun;
import dev.haishin.results.Verdict;
import dev.haishin.scenario.ExpectSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
  private static final double MS = 1e6;
  private static final RunResult RESULT = SampleRun.recordedBy(1);

  @Test
  void aLimitIsHeldAgainstWhatWasMeasured() {
    // Half of the sample's deliveries take 66.4 ms or less.
    assertEquals(
        Verdict.MET, judge("delivery.online", "p50", 70 * MS, 0, Long.MAX_VALUE, true).verdict());
    assertEquals(
        Verdict.MISSED,
        judge("delivery.online", "p50", 60 * MS, 0, Long.MAX_VALUE, true).verdict());
  }

  @Test
  void aWindowWithoutItsFailureIsUnknown() {
    Judgement judgement = judge("delivery.online", "p50", 70 * MS, 0, Long.MAX_VALUE, false);
    assertEquals(Verdict.UNKNOWN, judgement.verdict());
    assertTrue(judgement.reading().reason().contains("failure"), judgement.reading().reason());
  }

  @Test
  void theOnlyStatisticNeedsNoName() {
    assertEquals(Verdict.MET, judge("ledger.lost", "", 0, 0, Long.MAX_VALUE, true).verdict());
  }

  @Test
  void aWindowedLatencyIsAView() {
    assertEquals(1, of("delivery.online", "p50", MS, 1, 2, true).views().size());
    assertEquals(0, of("delivery.online", "p50", MS, 0, Long.MAX_VALUE, true).views().size());
  }

  @Test
  void whatIsNotMeasuredIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> judge("delivery.thought", "p50", 1, 0, Long.MAX_VALUE, true));
    assertThrows(
        IllegalArgumentException.class,
        () -> judge("delivery.online", "p17", 1, 0, Long.MAX_VALUE, true));
  }

  private static Judgement judge(
      String metric, String statistic, double limit, long fromNs, long toNs, boolean knowable) {
    return of(metric, statistic, limit, fromNs, toNs, knowable).judge(RESULT).get(0);
  }

  private static Expectations of(
      String metric, String statistic, double limit, long fromNs, long toNs, boolean knowable) {
    String path = statistic.isEmpty() ? metric : metric + "." + statistic;
    return Expectations.of(
        List.of(new ExpectSpec(path, path, fromNs, toNs, knowable, "<=", limit, limit, "limit")));
  }
}
