package dev.haishin.results;

import static dev.haishin.results.Plans.MS;
import static dev.haishin.results.Plans.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Answers and verdicts, and when there are none. */
class RunResultTest {
  private static final MetricRegistry METRICS = MetricRegistry.standard();

  @Test
  void aPercentileNeedsTenSamplesBeyondIt() {
    assertEquals("", pushes(1_000).value("delivery.push.fcm.p99").reason());
    assertEquals(
        "too few samples: 999, p99 needs 1000",
        pushes(999).value("delivery.push.fcm.p99").reason());
    assertEquals("", pushes(20).value("delivery.push.fcm.p50").reason());
    assertEquals(
        "too few samples: 10000, p99.99 needs 100000",
        pushes(10_000).value("delivery.push.fcm.p99.99").reason());
  }

  @Test
  void aMeanNeedsThirtySamplesAndAnExtremeOne() {
    assertEquals("", pushes(30).value("delivery.push.fcm.mean").reason());
    assertEquals(
        "too few samples: 29, mean needs 30", pushes(29).value("delivery.push.fcm.mean").reason());
    assertEquals("", pushes(1).value("delivery.push.fcm.max").reason());
    assertEquals(
        "too few samples: 0, max needs 1", pushes(0).value("delivery.push.fcm.max").reason());
    assertEquals(0, pushes(0).value("delivery.push.fcm.count").value().getAsDouble());
  }

  /** 5,000 recipients of 50 messages are 50 samples, for they share all but the last leg. */
  @Test
  void samplesAreMessagesNotRecipients() {
    RecordingPlan plan = Plans.of(100 * SECOND, 0);
    Recorder recorder = new Recorder(plan);
    for (int message = 0; message < 50; message++) {
      recorder.intended(LatencyMetric.DELIVERY_ONLINE, 0, SECOND, 100);
      for (int recipient = 0; recipient < 100; recipient++) {
        recorder.latency(LatencyMetric.DELIVERY_ONLINE, 0, SECOND, MS);
      }
    }
    RunResult result = Plans.result(plan, recorder);
    assertEquals(5_000, result.value("delivery.online.count").value().getAsDouble());
    assertEquals(
        "too few samples: 50, p99 needs 1000", result.value("delivery.online.p99").reason());
    assertTrue(result.value("delivery.online.p50").isKnown());
  }

  @Test
  void aWindowHoldsTheTapsFromItsStartToBeforeItsEnd() {
    MetricQuery count =
        METRICS.parse("delivery.any.count{region=taipei}").during(2 * SECOND, 3 * SECOND);
    RecordingPlan plan = Plans.of(10 * SECOND, SECOND, count.view());
    Recorder recorder = new Recorder(plan);
    long[] tapsNs = {2 * SECOND - 1, 2 * SECOND, 3 * SECOND - 1, 3 * SECOND};
    for (long tapNs : tapsNs) {
      recorder.latency(LatencyMetric.DELIVERY_ANY, 1, tapNs, 5 * SECOND);
      recorder.latency(LatencyMetric.DELIVERY_ANY, 0, tapNs, 5 * SECOND);
    }
    RunResult result = Plans.result(plan, recorder);
    assertEquals(2, result.value(count).value().getAsDouble());
    assertEquals(8, result.value("delivery.any.count").value().getAsDouble());
    assertEquals(
        "not recorded: no view of it was asked for before the run",
        result.value(count.during(2 * SECOND, 4 * SECOND)).reason());
  }

  @Test
  void onlyWhatIsTappedAfterTheWarmUpAndDoneBeforeTheEndIsMeasured() {
    RecordingPlan plan = Plans.of(10 * SECOND, 2 * SECOND);
    Recorder recorder = new Recorder(plan);
    recorder.latency(LatencyMetric.CONNECT, 0, 2 * SECOND - 1, 3 * SECOND);
    recorder.latency(LatencyMetric.CONNECT, 0, 2 * SECOND, 8 * SECOND);
    recorder.latency(LatencyMetric.CONNECT, 0, 2 * SECOND, 8 * SECOND + 1);
    recorder.stage(Stage.FANOUT, 9 * SECOND, SECOND, 1);
    recorder.stage(Stage.FANOUT, 9 * SECOND, 250 * MS, 750 * MS);
    RunResult result = Plans.result(plan, recorder);
    assertEquals(1, result.value("connect.count").value().getAsDouble());
    assertEquals(8.0 * SECOND, result.value("connect.max").value().getAsDouble());
    assertEquals(750.0 * MS, result.value("stage.fanout.service.max").value().getAsDouble());
  }

  /** 100 sends a second of which one in ten never comes: 90%, and the last two seconds left out. */
  @Test
  void whatNeverFinishesIsAMissAndWhatIsTooYoungIsLeftOut() {
    MetricQuery within = METRICS.parse("send.ack.within(2s)");
    RecordingPlan plan = Plans.of(10 * SECOND, 0, within.view());
    Recorder recorder = new Recorder(plan);
    for (int i = 0; i < 1_000; i++) {
      long tapNs = 10 * MS * i;
      recorder.intended(LatencyMetric.SEND_ACK, 0, tapNs, 1);
      if (i % 10 == 1) {
        recorder.latency(LatencyMetric.SEND_ACK, 0, tapNs, 2 * SECOND + 1);
      } else if (i % 10 != 0) {
        recorder.latency(LatencyMetric.SEND_ACK, 0, tapNs, 2 * SECOND);
      }
    }
    // Taps 0 to 800 had their two seconds; of the 801, 81 were lost and 80 were late.
    assertEquals(
        640.0 / 801, Plans.result(plan, recorder).value(within).value().getAsDouble(), 1e-15);
  }

  @Test
  void verdictsAreMetMissedOrUnknown() {
    RunResult result = pushes(100);
    assertEquals(Verdict.MET, judge(result, "delivery.push.fcm.max", Comparison.AT_MOST, MS));
    assertEquals(Verdict.MISSED, judge(result, "delivery.push.fcm.max", Comparison.LESS, MS));
    assertEquals(Verdict.MET, judge(result, "delivery.push.fcm.min", Comparison.GREATER, 0));
    assertEquals(Verdict.MISSED, judge(result, "push.expired", Comparison.AT_LEAST, 1));
    assertEquals(Verdict.MET, judge(result, "ledger.lost", Comparison.EQUAL, 0));
    assertEquals(Verdict.UNKNOWN, judge(result, "delivery.push.fcm.p99", Comparison.AT_MOST, 1e18));
    assertEquals(
        Verdict.UNKNOWN, judge(result, "delivery.push.sms.mean", Comparison.AT_MOST, 1e18));
    assertEquals(Verdict.UNKNOWN, judge(result, "gateway.cpu.max", Comparison.LESS, 1));
    assertEquals(Verdict.UNKNOWN, judge(result, "cost.per-month", Comparison.AT_MOST, 1e9));
  }

  @Test
  void aRangeIncludesBothItsEnds() {
    RunResult result = pushes(100);
    MetricQuery mean = METRICS.parse("delivery.push.fcm.mean");
    assertEquals(Verdict.MET, between(mean, MS, 2 * MS).judge(result).verdict());
    assertEquals(Verdict.MET, between(mean, 0, MS).judge(result).verdict());
    assertEquals(Verdict.MISSED, between(mean, MS + 1, 2 * MS).judge(result).verdict());
    assertThrows(IllegalArgumentException.class, () -> between(mean, 2, 1));
  }

  @Test
  void aWindowOfACounterHoldsWholeIntervals() {
    RecordingPlan plan = Plans.of(10 * SECOND, 0);
    Recorder recorder = new Recorder(plan);
    for (int second = 0; second < 10; second++) {
      recorder.count(Counter.CONNECT_ATTEMPTS, second * SECOND, second);
    }
    RunResult result = Plans.result(plan, recorder);
    MetricQuery count = METRICS.parse("connect.attempts");
    MetricQuery peak = METRICS.parse("connect.attempts.peak-per-second");
    assertEquals(3 + 4, result.value(count.during(3 * SECOND, 5 * SECOND)).value().getAsDouble());
    assertEquals(4, result.value(peak.during(3 * SECOND, 5 * SECOND)).value().getAsDouble());
    assertEquals(
        "no whole interval of the measured part lies in the window",
        result.value(count.during(3 * SECOND + 1, 4 * SECOND)).reason());
  }

  @Test
  void figuresPerMessageFollowFromCounters() {
    RecordingPlan plan = Plans.of(10 * SECOND, 0);
    Recorder recorder = new Recorder(plan);
    recorder.count(Counter.MESSAGES_ACCEPTED, SECOND, 4);
    recorder.count(Counter.FANOUT_INBOX_WRITES, SECOND, 9);
    recorder.count(Counter.FANOUT_LOG_APPENDS, SECOND, 1);
    recorder.intended(LatencyMetric.DELIVERY_ANY, 0, SECOND, 13);
    Map<Derived, Double> known = new EnumMap<>(Derived.class);
    known.put(Derived.COST_PER_MONTH, 1_200_000.0);
    RunResult result =
        RunResult.of(plan, List.of(recorder), known, Set.of(Counter.ORDER_INVERSIONS));
    assertEquals(2.5, result.value("fanout.write-amplification").value().getAsDouble());
    assertEquals(3.25, result.value("fanout.recipients-per-message").value().getAsDouble());
    assertEquals("nothing counts it in this version", result.value("order.inversions").reason());
    assertEquals(1_200_000, result.value("cost.per-month").value().getAsDouble());
  }

  @Test
  void lossesAreAskedForByReason() {
    RecordingPlan plan = Plans.of(10 * SECOND, 0);
    Recorder recorder = new Recorder(plan);
    recorder.ledger().add(LedgerColumn.INTENDED, 5);
    recorder.ledger().lost(LossReason.QUEUE_OVERFLOW, 3);
    recorder.ledger().lost(LossReason.RELAY_CRASH, 2);
    RunResult result = Plans.result(plan, recorder);
    assertEquals(5, result.value("ledger.lost").value().getAsDouble());
    assertEquals(2, result.value("ledger.lost{reason=relay-crash}").value().getAsDouble());
    assertThrows(IllegalArgumentException.class, () -> result.value("ledger.lost{reason=rust}"));
    assertTrue(result.ledger().isBalanced());
  }

  @Test
  void theBusiestCapacityOfEachComponentIsNamedWithItsHottestHost() {
    RecordingPlan plan = Plans.of(10 * SECOND, 0);
    Recorder recorder = new Recorder(plan);
    busy(recorder, Utilization.GATEWAY_CPU, "gateway", 500 * MS);
    busy(recorder, Utilization.GATEWAY_LOOP, "loop", 900 * MS);
    busy(recorder, Utilization.KAFKA_CPU, "broker", 300 * MS);
    busy(recorder, Utilization.REDIS_CPU, "redis", 600 * MS);
    busy(recorder, Utilization.STORE_CPU, "store", 100 * MS);
    List<Bottleneck> found = Plans.result(plan, recorder).bottlenecks();
    assertEquals(
        List.of("gateway.loop", "redis.cpu", "kafka.cpu"),
        found.stream().map(Bottleneck::path).toList());
    assertEquals("tokyo/loop-1", found.get(0).host());
    assertEquals(0.9, found.get(0).utilization(), 1e-12);
  }

  /** Of equals the first on a message's way: what is asked of the metrics says the same. */
  @Test
  void memoryIsACapacityAsWell() {
    RecordingPlan plan = Plans.of(10 * SECOND, 0);
    Recorder recorder = new Recorder(plan);
    busy(recorder, Utilization.GATEWAY_CPU, "gateway", 500 * MS);
    busy(recorder, Utilization.STORE_CPU, "store", 300 * MS);
    busy(recorder, Utilization.KAFKA_DISK, "broker", 300 * MS);
    recorder.declareHosts(Level.GATEWAY_MEMORY, 2, 1000, Plans.names("tokyo", "gateway", 2));
    recorder.level(Level.GATEWAY_MEMORY, 1, 0, 600);
    RunResult result = Plans.result(plan, recorder);
    List<Bottleneck> found = result.bottlenecks();
    assertEquals(
        List.of("gateway.memory", "kafka.disk", "store.cpu"),
        found.stream().map(Bottleneck::path).toList());
    assertEquals("tokyo/gateway-1", found.get(0).host());
    assertEquals(0.6, found.get(0).utilization(), 1e-12);
    Map<String, Double> metrics = new TreeMap<>();
    for (String part : Busiest.PARTS) {
      result.value(part + ".max").value().ifPresent(most -> metrics.put(part + ".max", most));
    }
    Busiest busiest = Busiest.of(List.of(metrics)).orElseThrow();
    assertEquals(new Busiest("gateway.memory", found.get(0).utilization()), busiest);
  }

  private static void busy(Recorder recorder, Utilization utilization, String kind, long busyNs) {
    recorder.declareHosts(utilization, 3, 1, Plans.names("tokyo", kind, 3));
    recorder.busy(utilization, 0, SECOND, SECOND + busyNs / 2);
    recorder.busy(utilization, 1, 5 * SECOND, 5 * SECOND + busyNs);
  }

  private static RunResult pushes(int count) {
    RecordingPlan plan = Plans.of(100 * SECOND, 0);
    Recorder recorder = new Recorder(plan);
    for (int i = 0; i < count; i++) {
      recorder.latency(LatencyMetric.DELIVERY_PUSH_FCM, 0, SECOND, MS);
    }
    return Plans.result(plan, recorder);
  }

  private static Verdict judge(RunResult result, String path, Comparison comparison, double limit) {
    MetricQuery query = METRICS.parse(path);
    return new Expectation(path, query, comparison, limit, limit, "").judge(result).verdict();
  }

  private static Expectation between(MetricQuery query, double low, double high) {
    return new Expectation("", query, Comparison.BETWEEN, low, high, "");
  }
}
