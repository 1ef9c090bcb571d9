package dev.haishin.experiment.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialResult;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.results.Ledger;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.LossReason;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromisesTest {
  private static final Path QUICKSTART = Path.of("scenarios/quickstart.yaml");
  private static final long SECOND = 1_000_000_000L;

  /** Kafka: with acks=all a record survives as long as one of min.insync.replicas does. */
  @ParameterizedTest
  @CsvSource({
    "all, 2, 1, true",
    "all, 2, 2, false",
    "all, 3, 2, true",
    "all, 1, 1, false",
    "1, 2, 1, false",
    "0, 2, 1, false"
  })
  void whatKafkaPromisesDependsOnAcksAndOnHowManyDie(
      String acks, int minInsync, int brokersDown, boolean kept) {
    Promises promises = promises("kafka.acks=" + acks, "kafka.min-insync=" + minInsync);
    Schedule schedule =
        new Schedule(List.of(crash(10, new Amount("count", Measure.COUNT, brokersDown), 20)));
    assertEquals(kept, promises.forbid(LossReason.ACKS_LEADER_LOSS, schedule));
  }

  @Test
  void onlyBrokersThatAreDownAtTheSameTimeCount() {
    Promises promises = promises("kafka.acks=all", "kafka.min-insync=2");
    Amount first = new Amount("index", Measure.INDEX, 0);
    Amount second = new Amount("index", Measure.INDEX, 1);
    Schedule apart = new Schedule(List.of(crash(10, first, 5), crash(20, second, 5)));
    Schedule together = new Schedule(List.of(crash(10, first, 15), crash(20, second, 5)));
    assertTrue(promises.forbid(LossReason.ACKS_LEADER_LOSS, apart));
    assertFalse(promises.forbid(LossReason.ACKS_LEADER_LOSS, together));
  }

  @Test
  void aLostZoneTakesAsManyReplicasAsItHolds() {
    Incident zone =
        new Incident(
            "lose", "zone", "tokyo", List.of(new Amount("at", Measure.INSTANT, 10 * SECOND)));
    Schedule schedule = new Schedule(List.of(zone));
    assertTrue(promises("regions.tokyo.zones=3").forbid(LossReason.ACKS_LEADER_LOSS, schedule));
    assertFalse(promises("regions.tokyo.zones=2").forbid(LossReason.ACKS_LEADER_LOSS, schedule));
  }

  @Test
  void whatIsAsynchronousOrInMemoryIsNotPromised() {
    Promises promises = promises();
    for (LossReason reason :
        List.of(LossReason.ASYNC_REPLICA_LOSS, LossReason.QUEUE_OVERFLOW, LossReason.RELAY_CRASH)) {
      assertFalse(promises.forbid(reason, Schedule.NONE), reason.reasonName());
    }
  }

  @Test
  void aBrokenPromiseAndAnUnbalancedLedgerAreSymptoms() {
    Ledger ledger = new Ledger();
    ledger.add(LedgerColumn.INTENDED, 10);
    ledger.lost(LossReason.ACKS_LEADER_LOSS, 4);
    ledger.lost(LossReason.ASYNC_REPLICA_LOSS, 3);
    TrialResult result = result(ledger);
    assertEquals(
        List.of("unbalanced", "lost acks-leader-loss"),
        Symptoms.of(result, Schedule.NONE, promises()).texts());
    assertEquals(
        List.of("unbalanced"),
        Symptoms.of(result, Schedule.NONE, promises("kafka.acks=1")).texts());
  }

  @Test
  void aCrashIsNamedByItsPlace() {
    StackOverflowError error = new StackOverflowError();
    error.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("java.util.ArrayList", "get", "ArrayList.java", 1),
          new StackTraceElement("dev.haishin.model.World", "run", "World.java", 77)
        });
    Symptoms symptoms = Symptoms.of(TrialResult.crashed(trial(), error), Schedule.NONE, promises());
    assertEquals("crashed StackOverflowError in model.World.run", symptoms.text());
    assertEquals(symptoms, Symptoms.parse(symptoms.text()));
  }

  private static TrialResult result(Ledger ledger) {
    return new TrialResult(
        trial(),
        0,
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        ledger,
        0,
        0,
        new TreeMap<>(),
        Optional.empty());
  }

  private static Incident crash(int atSeconds, Amount hosts, int restartSeconds) {
    return new Incident(
        "crash",
        "broker",
        "tokyo",
        List.of(
            new Amount("at", Measure.INSTANT, atSeconds * SECOND),
            hosts,
            new Amount("restart", Measure.DURATION, restartSeconds * SECOND)));
  }

  private static Trial trial(String... settings) {
    return Trial.of(QUICKSTART, Trial.BASELINE, List.of(settings), 0);
  }

  private static Promises promises(String... settings) {
    return new Promises(TrialScenario.of(trial(settings)));
  }
}
