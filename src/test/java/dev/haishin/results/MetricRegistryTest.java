package dev.haishin.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths as scenarios write them. */
class MetricRegistryTest {
  private static final MetricRegistry METRICS = MetricRegistry.standard();

  @ParameterizedTest
  @CsvSource({
    "delivery.online.p99, delivery.online, p99, DURATION",
    "delivery.online.p99.9, delivery.online, p99.9, DURATION",
    "delivery.push.apns.count, delivery.push.apns, count, COUNT",
    "delivery.any.within(1.5s), delivery.any, within(1.5s), FRACTION",
    "stage.gateway-in.wait.mean, stage.gateway-in.wait, mean, DURATION",
    "gateway.cpu.max, gateway.cpu, max, FRACTION",
    "kafka.lag.max, kafka.lag, max, COUNT",
    "kafka.lag-age.max, kafka.lag-age, max, DURATION",
    "kafka.under-replicated.last, kafka.under-replicated, last, COUNT",
    "heartbeat.bytes.per-second, heartbeat.bytes, per-second, BYTES_PER_SECOND",
    "disconnects, disconnects, count, COUNT",
    "ledger.lost, ledger.lost, count, COUNT",
    "ledger.in-flight, ledger.in-flight, count, COUNT",
    "cost.per-month, cost.per-month, last, USD",
    "tail.fanout.share, tail.fanout.share, last, FRACTION",
  })
  void readsAPath(String written, String path, String statistic, Unit unit) {
    MetricQuery query = METRICS.parse(written);
    assertEquals(path, query.metric().path());
    assertEquals(statistic, query.statistic().name());
    assertEquals(unit, query.unit());
  }

  @Test
  void readsQualifiersBehindTheStatistic() {
    MetricQuery query = METRICS.parse("gateway.cpu.max{region=tokyo}");
    assertEquals("tokyo", query.qualifier("region"));
    assertEquals("up", METRICS.parse("wire.bytes.count{direction=up}").qualifier("direction"));
    assertEquals(
        "queue-overflow", METRICS.parse("ledger.lost{reason=queue-overflow}").qualifier("reason"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "delivery.onlin.p99|no metric 'delivery.onlin.p99'; did you mean 'delivery.online'?",
        "gatway.cpu.max|no metric 'gatway.cpu.max'; did you mean 'gateway.cpu'?",
        "gateway.cpu|'gateway.cpu' names no statistic; add one of: mean max p99 last",
        "gateway.cpu.p50|'gateway.cpu' has no 'p50'; it has: mean max p99 last",
        "delivery.any.within(5)|'delivery.any' has no 'within(5)'; it has: count mean stddev min"
            + " p50 p90 p95 p99 p99.9 p99.99 max within(5s)",
        "disconnects{region=tokyo}|'disconnects' has no qualifier 'region=tokyo'; it has none",
        "gateway.cpu.max{zone=1}|'gateway.cpu' has no qualifier 'zone=1'; it has: region=…",
        "xyz|no metric 'xyz'; see `haishin metrics`",
      })
  void saysWhatWouldBeRight(String written, String message) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> METRICS.parse(written));
    assertEquals(message, refused.getMessage());
  }

  @Test
  void everyMetricIsDeclaredWithAMeaning() {
    List<Metric> metrics = METRICS.metrics();
    for (Metric metric : metrics) {
      String path = metric.path().replace("fit.PATH.error", "fit.path.error");
      assertTrue(path.matches("[a-z0-9-]+(\\.[a-z0-9-]+)*"), path);
      assertFalse(metric.meaning().isEmpty(), metric.path());
      assertFalse(metric.meaning().contains("\n"), metric.path());
    }
    for (LatencyMetric metric : LatencyMetric.values()) {
      assertEquals(Kind.LATENCY, METRICS.find(metric.path()).orElseThrow().kind());
    }
    assertTrue(METRICS.find(Stage.NETWORK.waitPath()).isPresent());
    assertTrue(METRICS.find(Stage.RETRY.waitPath()).isEmpty());
    assertTrue(METRICS.find(Stage.RETRY.sharePath()).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "-1s", "s", "5", "5 s", "1e3s", "999999999999d"})
  void aBoundThatIsNoPositiveDurationIsRefused(String bound) {
    assertThrows(
        IllegalArgumentException.class, () -> METRICS.parse("send.ack.within(" + bound + ")"));
  }

  @Test
  void boundsAreReadExactly() {
    assertEquals(1_500_000_000L, Bound.parseNs("1.5s").orElseThrow());
    assertEquals(250_000L, Bound.parseNs("250us").orElseThrow());
    assertEquals(86_400_000_000_000L, Bound.parseNs("1d").orElseThrow());
  }
}
