package dev.haishin.results;

import static dev.haishin.results.Plans.MS;
import static dev.haishin.results.Plans.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten recipients a second, of whom nine are reached within a second while all is well. */
class RecoveryTest {
  private final RecordingPlan plan = Plans.of(120 * SECOND, 10 * SECOND);
  private final Recorder recorder = new Recorder(plan);

  @Test
  void whatIsBackAfterTwentySecondsTookTwentySeconds() {
    // One second in which five are reached takes 30 seconds from 90% to 88.7%: too low.
    RunResult result = result(40, 60);
    assertEquals(20.0 * SECOND, result.value("recovery.time{failure=1}").value().getAsDouble());
    assertEquals(20.0 * SECOND, result.value("recovery.time").value().getAsDouble());
  }

  @Test
  void whatNothingHasHappenedToIsBackAtOnce() {
    assertEquals(0, result(40, 40).value("recovery.time").value().getAsDouble());
  }

  @Test
  void whatIsNotBackForThirtySecondsIsUnknown() {
    // Taps of the last second may not have had their second: the last 30 s begin at 89 s.
    assertEquals(
        "delivery.any.within(1s) was not back for 30 s before the run's end",
        result(40, 90).value("recovery.time").reason());
    RecoveryTest again = new RecoveryTest();
    assertEquals(49.0 * SECOND, again.result(40, 89).value("recovery.time").value().getAsDouble());
  }

  @Test
  void aFailureInTheWarmUpOrOneThatIsNotThereIsUnknown() {
    RunResult result = result(5, 20);
    assertEquals("nothing was measured before the failure", result.value("recovery.time").reason());
    assertFalse(result.value("recovery.time{failure=2}").isKnown());
    assertThrows(
        IllegalArgumentException.class, () -> result.value("recovery.time{failure=first}"));
  }

  @Test
  void thoseAreLateWhoWouldHaveBeenInTimeBefore() {
    // Nine of ten before, five of ten for twenty seconds.
    assertEquals(80, result(40, 60).aftermaths().get(0).lateRecipients());
    assertEquals(0, new RecoveryTest().result(40, 40).aftermaths().get(0).lateRecipients());
    double neverBack = new RecoveryTest().result(40, 120).aftermaths().get(0).lateRecipients();
    assertEquals(4 * 79, neverBack, "to the last second of the run");
    Aftermath early = new RecoveryTest().result(5, 20).aftermaths().get(0);
    assertEquals(Double.NaN, early.lateRecipients(), "nothing is known of before");
  }

  private RunResult result(int fromSecond, int toSecond) {
    for (int second = 0; second < 120; second++) {
      int soon = second >= fromSecond && second < toSecond ? 5 : 9;
      for (int i = 0; i < 10; i++) {
        long tapNs = second * SECOND + i * 90 * MS;
        recorder.intendedToReach(0, tapNs, 1);
        recorder.reached(Facet.of(0, true), tapNs, i < soon ? SECOND : SECOND + MS);
      }
    }
    RunResult result = Plans.result(plan, recorder);
    result.fail(List.of(new Incident("crash gateway", fromSecond * SECOND, -1)));
    return result;
  }
}
