package dev.haishin.results;

import static dev.haishin.results.Plans.MS;
import static dev.haishin.results.Plans.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Utilisation, levels and counters over time, worked out by hand. */
class GaugeTest {
  private static final double EXACT = 1e-12;

  @Test
  void busyTimeIsSplitWhereSecondsMeet() {
    RecordingPlan plan = Plans.of(4 * SECOND, 0);
    Recorder recorder = new Recorder(plan);
    recorder.declareHosts(Utilization.GATEWAY_CPU, 2, 2, Plans.names("tokyo", "gateway", 2));
    recorder.busy(Utilization.GATEWAY_CPU, 1, 700 * MS, 2_100 * MS);
    recorder.busy(Utilization.GATEWAY_CPU, 0, 1_000 * MS, 1_500 * MS);
    recorder.busy(Utilization.GATEWAY_CPU, 0, 3_900 * MS, 9_000 * MS);
    Timeline timeline = Plans.result(plan, recorder).timeline();
    assertColumn(timeline, "gateway.cpu.max", 0.15, 0.5, 0.05, 0.05);
    assertColumn(timeline, "gateway.cpu.mean", 0.075, 0.375, 0.025, 0.025);
    RunResult result = Plans.result(plan, recorder);
    assertEquals(0.125, value(result, "gateway.cpu.mean"), EXACT);
    assertEquals(0.5, value(result, "gateway.cpu.max"), EXACT);
  }

  @Test
  void aVisitKeepsOneServerBusyWhileItIsServedNotWhileItWaits() {
    RecordingPlan plan = Plans.of(3 * SECOND, 0);
    Recorder recorder = new Recorder(plan);
    recorder.declareHosts(Utilization.REDIS_CPU, 1, 1, Plans.names("tokyo", "redis", 1));
    recorder.visit(Utilization.REDIS_CPU, 0, 0, 1_800 * MS, 2_200 * MS);
    Timeline timeline = Plans.result(plan, recorder).timeline();
    assertColumn(timeline, "redis.cpu.mean", 0, 0.2, 0.2);
  }

  @Test
  void theWarmUpIsSeenOnTheTimelineOnly() {
    RecordingPlan plan = Plans.of(4 * SECOND, 1_500 * MS);
    Recorder recorder = new Recorder(plan);
    recorder.declareHosts(Utilization.STORE_CPU, 1, 1, Plans.names("tokyo", "store", 1));
    recorder.busy(Utilization.STORE_CPU, 0, 1_000 * MS, 2_000 * MS);
    recorder.count(Counter.DISCONNECTS, 1_499 * MS, 7);
    recorder.count(Counter.DISCONNECTS, 1_500 * MS, 5);
    recorder.count(Counter.DISCONNECTS, 4 * SECOND, 100);
    RunResult result = Plans.result(plan, recorder);
    assertColumn(result.timeline(), "store.cpu.mean", 0, 0.5, 0.5, 0, 0);
    assertEquals(0.2, value(result, "store.cpu.mean"), EXACT);
    assertEquals(5, value(result, "disconnects.count"));
    assertEquals(2, value(result, "disconnects.per-second"), EXACT);
    assertEquals(5, value(result, "disconnects.peak-per-second"), EXACT);
  }

  @Test
  void aLevelIsWeightedByTheTimeItIsHeld() {
    RecordingPlan plan = Plans.of(3 * SECOND, 0);
    Recorder recorder = new Recorder(plan);
    recorder.declareHosts(Level.GATEWAY_MEMORY, 2, 1000, Plans.names("tokyo", "gateway", 2));
    recorder.level(Level.GATEWAY_MEMORY, 0, 0, 400);
    recorder.level(Level.GATEWAY_MEMORY, 0, 500 * MS, 800);
    recorder.level(Level.GATEWAY_MEMORY, 0, 2_750 * MS, 0);
    recorder.level(Level.GATEWAY_MEMORY, 1, 1_000 * MS, 200);
    RunResult result = Plans.result(plan, recorder);
    assertColumn(result.timeline(), "gateway.memory.max", 0.6, 0.8, 0.6);
    assertColumn(result.timeline(), "gateway.memory.mean", 0.3, 0.5, 0.4);
    assertEquals(0.4, value(result, "gateway.memory.mean"), EXACT);
    assertEquals(0.8, value(result, "gateway.memory.max"), EXACT);
    assertEquals(0.1, value(result, "gateway.memory.last"), EXACT);
  }

  @Test
  void aSummedLevelAddsUpHostsAndRegionsAndRecorders() {
    RecordingPlan plan = Plans.of(2 * SECOND, 0);
    String[] shards = {"tokyo/clients-0", "tokyo/clients-1", "taipei/clients-0"};
    Recorder here = new Recorder(plan);
    Recorder there = new Recorder(plan);
    here.declareHosts(Level.CLIENTS_CONNECTED, 3, 1, shards);
    there.declareHosts(Level.CLIENTS_CONNECTED, 3, 1, shards);
    here.levelChange(Level.CLIENTS_CONNECTED, 0, 0, 10);
    there.levelChange(Level.CLIENTS_CONNECTED, 1, 0, 20);
    there.levelChange(Level.CLIENTS_CONNECTED, 2, 0, 40);
    there.levelChange(Level.CLIENTS_CONNECTED, 1, 1_500 * MS, -10);
    here.levelChange(Level.CLIENTS_CONNECTED, 1, 1_500 * MS, -4);
    RunResult result = Plans.result(plan, here, there);
    assertColumn(result.timeline(), "clients.connected.mean", 70, 63);
    assertEquals(30, value(result, "clients.connected.max{region=tokyo}"), EXACT);
    assertEquals(16, value(result, "clients.connected.last{region=tokyo}"), EXACT);
    assertEquals(40, value(result, "clients.connected.mean{region=taipei}"), EXACT);
  }

  @Test
  void memoryInBytesDoesNotOverflow() {
    RecordingPlan plan = Plans.of(3 * SECOND, 0);
    Recorder recorder = new Recorder(plan);
    long memoryBytes = 256L << 30;
    recorder.declareHosts(
        Level.REDIS_MEMORY, 1, (double) memoryBytes, Plans.names("tokyo", "redis", 1));
    recorder.level(Level.REDIS_MEMORY, 0, 0, memoryBytes);
    recorder.level(Level.REDIS_MEMORY, 0, 2 * SECOND, memoryBytes / 2);
    assertColumn(Plans.result(plan, recorder).timeline(), "redis.memory.mean", 1, 1, 0.5);
  }

  @Test
  void hostsOfOneRegionCanBeAskedAbout() {
    RecordingPlan plan = Plans.of(2 * SECOND, 0);
    Recorder recorder = new Recorder(plan);
    recorder.declareHosts(
        Utilization.KAFKA_CPU, 2, 1, new String[] {"tokyo/broker-0", "taipei/broker-0"});
    recorder.busy(Utilization.KAFKA_CPU, 0, 0, SECOND);
    recorder.busy(Utilization.KAFKA_CPU, 1, 0, 500 * MS);
    RunResult result = Plans.result(plan, recorder);
    assertEquals(0.25, value(result, "kafka.cpu.mean{region=taipei}"), EXACT);
    assertEquals(1, value(result, "kafka.cpu.max{region=tokyo}"), EXACT);
    assertFalse(result.value("kafka.cpu.max{region=osaka}").isKnown());
    assertFalse(result.value("store.cpu.max").isKnown());
  }

  @Test
  void aPercentileOfSecondsNeedsTenOfThemBeyond() {
    RecordingPlan plan = Plans.of(1_000 * SECOND, 0);
    Recorder recorder = new Recorder(plan);
    recorder.declareHosts(Utilization.FANOUT_CPU, 1, 1, Plans.names("tokyo", "worker", 1));
    for (int second = 0; second < 1_000; second++) {
      long fromNs = second * SECOND;
      recorder.busy(Utilization.FANOUT_CPU, 0, fromNs, fromNs + (second + 1) * MS);
    }
    MetricQuery p99 = MetricRegistry.standard().parse("fanout.cpu.p99");
    RunResult result = Plans.result(plan, recorder);
    assertEquals(0.99, result.value(p99).value().getAsDouble(), EXACT);
    assertFalse(result.value(p99.during(0, 999 * SECOND)).isKnown());
  }

  @Test
  void recordersThatWereToldOfDifferentHostsAreRefused() {
    RecordingPlan plan = Plans.of(2 * SECOND, 0);
    Recorder here = new Recorder(plan);
    Recorder there = new Recorder(plan);
    here.declareHosts(Utilization.KAFKA_CPU, 1, 4, Plans.names("tokyo", "broker", 1));
    there.declareHosts(Utilization.KAFKA_CPU, 1, 8, Plans.names("tokyo", "broker", 1));
    assertThrows(IllegalStateException.class, () -> Plans.result(plan, here, there));
  }

  private static double value(RunResult result, String path) {
    return result.value(path).value().orElse(Double.NaN);
  }

  private static void assertColumn(Timeline timeline, String label, double... expected) {
    double[] values = timeline.column(label).orElseThrow().values();
    assertEquals(expected.length, values.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], values[i], EXACT, label + " in row " + i);
    }
  }
}
