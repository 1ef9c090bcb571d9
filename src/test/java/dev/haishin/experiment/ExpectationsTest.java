package dev.haishin.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.results.Judgement;
import dev.haishin.results.RunResult;
import dev.haishin.results.SampleRun;
import dev.haishin.results.Verdict;
import dev.haishin.scenario.ExpectSpec;
import dev.haishin.scenario.WindowSpec;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
  private static final double MS = 1e6;
  private static final RunResult RESULT = SampleRun.recordedBy(1);

  @Test
  void aLimitIsHeldAgainstWhatWasMeasured() {
    // Half of the sample's deliveries take 66.4 ms or less.
    assertEquals(Verdict.MET, judge("delivery.online", "p50", 70 * MS, WindowSpec.ALL).verdict());
    assertEquals(
        Verdict.MISSED, judge("delivery.online", "p50", 60 * MS, WindowSpec.ALL).verdict());
  }

  @Test
  void aWindowWithoutItsFailureIsUnknown() {
    WindowSpec unknown = new WindowSpec(0, Long.MAX_VALUE, false);
    Judgement judgement = judge("delivery.online", "p50", 70 * MS, unknown);
    assertEquals(Verdict.UNKNOWN, judgement.verdict());
    assertTrue(judgement.reading().reason().contains("failure"), judgement.reading().reason());
  }

  @Test
  void theOnlyStatisticNeedsNoName() {
    assertEquals(Verdict.MET, judge("ledger.lost", "", 0, WindowSpec.ALL).verdict());
  }

  @Test
  void aWindowedLatencyIsAView() {
    WindowSpec window = new WindowSpec(1, 2, true);
    assertEquals(1, of("delivery.online", "p50", MS, window).views().size());
    assertEquals(0, of("delivery.online", "p50", MS, WindowSpec.ALL).views().size());
  }

  @Test
  void whatIsNotMeasuredIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> judge("delivery.thought", "p50", 1, WindowSpec.ALL));
    assertThrows(
        IllegalArgumentException.class, () -> judge("delivery.online", "p17", 1, WindowSpec.ALL));
  }

  private static Judgement judge(String metric, String statistic, double limit, WindowSpec window) {
    return of(metric, statistic, limit, window).judge(RESULT).get(0);
  }

  private static Expectations of(String metric, String statistic, double limit, WindowSpec window) {
    return Expectations.of(
        List.of(
            new ExpectSpec(
                metric + "." + statistic,
                metric,
                statistic,
                new TreeMap<>(),
                window,
                ExpectSpec.Comparison.AT_MOST,
                limit,
                limit,
                "limit")));
  }
}
