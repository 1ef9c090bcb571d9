package dev.haishin.experiment.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.experiment.trial.LocalTrials;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialRunner;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.experiment.trial.TrialWatch;
import dev.haishin.results.file.ChaosFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A thousand random schedules of every verb there is, on three regions with two homes, one of which
 * fails over to another, in two of the four worlds with devices that sleep: whatever fails
 * together, no run ends in an exception or with a ledger that is off, and with {@code acks=all}
 * nothing accepted is lost.
 */
class RandomFailuresTest {
  private static final int SCHEDULES_A_WORLD = 250;
  private static final long HEAP_BYTES = 1L << 30;
  private static final String WORLD =
      """
      name: small
      duration: 8s
      warmup: 1s
      regions:
        tokyo: {users: 300, connected: 50%, zones: 3}
        osaka: {users: 300, connected: 50%, zones: 2}
        nagoya: {users: 100, connected: 50%, zones: 2, home: tokyo, failover: tokyo}
      network: {between: {tokyo-osaka: 8ms, tokyo-nagoya: 6ms, osaka-nagoya: 5ms}}
      clients:
        heartbeat: 3s
        session: {online: lognormal(p50=20s p99=60s)}
        reconnect: {backoff: full-jitter, base: 500ms, cap: 2s}
        outbox: {timeout: 1s}
      chats:
        locality: 70%
        direct: {share: 60%}
        group: {share: 40%, size: powerlaw(alpha=2.3 min=3 max=30)}
      traffic:
        messages: {rate: 40/s}
        payload: 100B
        typing: {per-message: 1, bundle: 500ms}
        receipts: {per-delivery: 0.6, bundle: 1s}
        broadcasts: [{at: 3s, from: official, audience: 200, pace: 100/s}]
      gateways: {per-region: 4, cores: 1}
      kafka:
        brokers: 3
        partitions: 6
        replication: 3
        broker-timeout: 900ms
        request-timeout: 1s
        session-timeout: 6s
        fanout-workers: {count: 3, cores: 1}
      redis: {shards: 3, replicas: 1, node-timeout: 1s}
      push:
        apns: {wake: exp(2s), ttl: 1s}
        fcm: {wake: exp(2s), ttl: 1s}
      chaos: {at-once: 4, share: 60%, most: 6}
      expect: {ledger.lost: ">= 0"}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "1, write, all, no, == 0, 0%",
    "2, read, all, no, == 0, 50%",
    "3, hybrid, 0, no, >= 0, 30%",
    "4, write, 1, yes, >= 0, 0%"
  })
  void nothingGoesWrongWhateverFails(
      long seed, String strategy, String acks, String unclean, String lost, String asleep)
      throws IOException {
    Path file = Files.writeString(folder.resolve("small.yaml"), WORLD);
    List<String> settings =
        List.of(
            "seed=" + seed,
            "delivery.fanout.strategy=" + strategy,
            "push.apns.asleep=" + asleep,
            "push.fcm.asleep=" + asleep,
            "kafka.acks=" + acks,
            "kafka.unclean-election=" + unclean,
            "expect={ledger.lost: \"" + lost + "\"}");
    Trial trial = Trial.of(file, Trial.BASELINE, settings, 0);
    LocalTrials engine = new LocalTrials(2, HEAP_BYTES, new TrialRunner("test"), TrialWatch.NONE);
    ChaosFindings findings =
        new ChaosSearch(trial, TrialScenario.of(trial), engine, 2, "test")
            .search(SCHEDULES_A_WORLD, folder.resolve("chaos"), note -> {});
    assertEquals(List.of(), findings.found(), findings::toString);
    assertEquals(List.of(), findings.healthy());
  }
}
