package dev.haishin.results;

import static dev.haishin.results.Plans.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Sixty seconds of which ten are the warm-up. */
class CompletionTest {
  private static final String PATH = "delivery.broadcast.complete";

  private final RecordingPlan plan = Plans.of(60 * SECOND, 10 * SECOND);

  @Test
  void aBroadcastTakesUntilTheLastScreen() {
    RunResult result = result(new Completion(20 * SECOND, 100, 0, 27 * SECOND));
    assertEquals(7.0 * SECOND, value(result, PATH));
    assertEquals(7.0 * SECOND, value(result, PATH + "{broadcast=1}"));
    assertEquals("there is no such broadcast in this run", reason(result, PATH + "{broadcast=2}"));
  }

  @Test
  void ofSeveralEachHasItsOwnTimeAndTogetherTheyTakeTheLongest() {
    RunResult result =
        result(
            new Completion(30 * SECOND, 5, 0, 39 * SECOND),
            new Completion(20 * SECOND, 100, 0, 27 * SECOND));
    assertEquals(9.0 * SECOND, value(result, PATH + "{broadcast=1}"));
    assertEquals(7.0 * SECOND, value(result, PATH + "{broadcast=2}"));
    assertEquals(9.0 * SECOND, value(result, PATH));
    assertEquals(
        List.of(PATH + "{broadcast=1}", PATH + "{broadcast=2}"),
        result.ownFigures().stream().map(MetricQuery::part).toList());
  }

  @Test
  void whatSomebodyStillWaitsForIsUnknown() {
    RunResult result =
        result(
            new Completion(20 * SECOND, 100, 0, 27 * SECOND),
            new Completion(30 * SECOND, 5, 2, 39 * SECOND));
    assertEquals(7.0 * SECOND, value(result, PATH + "{broadcast=1}"));
    assertEquals("2 of 5 people had not had it by the run's end", reason(result, PATH));
  }

  @Test
  void whatIsNotMeasuredOrReachesNobodyIsUnknown() {
    assertEquals("there is no broadcast in this run", reason(result(), PATH));
    assertEquals(
        "nobody was connected when the broadcast began",
        reason(result(new Completion(20 * SECOND, 0, 0, 0)), PATH));
    assertEquals(
        "the broadcast began before the end of the warm-up",
        reason(result(new Completion(9 * SECOND, 5, 0, 12 * SECOND)), PATH));
    assertThrows(IllegalArgumentException.class, () -> new Completion(0, 1, 2, 0));
  }

  @Test
  void broadcastsCountFromOne() {
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> result().value(PATH + "{broadcast=0}"));
    assertEquals("'" + PATH + "' has no broadcast '0'; the first is 1", wrong.getMessage());
  }

  private RunResult result(Completion... completions) {
    RunResult result = Plans.result(plan, new Recorder(plan));
    result.add(List.of(completions));
    return result;
  }

  private static double value(RunResult result, String path) {
    return result.value(path).value().getAsDouble();
  }

  private static String reason(RunResult result, String path) {
    return result.value(path).reason();
  }
}
