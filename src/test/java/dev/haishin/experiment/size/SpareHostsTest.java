package dev.haishin.experiment.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.experiment.trial.TrialScenarios;
import dev.haishin.scenario.FailureKeys;
import dev.haishin.scenario.FailureKind;
import dev.haishin.scenario.ScenarioSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpareHostsTest {
  private static final FailureKind CRASH_GATEWAY =
      new FailureKind("crash", "gateway", List.of(FailureKeys.REGION, FailureKeys.COUNT));
  private static final FailureKind LOSE_ZONE =
      new FailureKind("lose", "zone", List.of(FailureKeys.REGION, FailureKeys.ZONE));

  @TempDir Path folder;

  @Test
  void aHostThatCanCrashIsDownFromTheBeginningBesideTheFilesOwnFailures() {
    SpareHosts spare = spare(Spare.HOST, "gateways.per-region", CRASH_GATEWAY);
    assertEquals(List.of(), spare.errors());
    assertEquals(
        List.of(
            "failures=[{at: 1ms, crash: gateway, region: lab, count: 1},"
                + " {at: 2s, crash: gateway, region: lab, index: 0}]"),
        spare.failures(world(7), 1));
    assertEquals("gateways.per-region=7", spare.setting(range("gateways.per-region"), 5, 3));
  }

  @Test
  void aZonesShareIsRoundedUp() {
    SpareHosts spare = spare(Spare.ZONE, "gateways.per-region", CRASH_GATEWAY);
    assertTrue(spare.failures(world(7), 1).get(0).contains("count: 3}"));
    assertTrue(spare.failures(world(6), 1).get(0).contains("count: 2}"));
  }

  @Test
  void inASmallWorldAHostOfTheFullOneIsAPartOfOne() {
    SpareHosts spare = spare(Spare.HOST, "gateways.per-region", CRASH_GATEWAY);
    assertEquals(List.of(), spare.failures(world(3), 0.1));
  }

  @Test
  void whatCannotCrashIsTriedWithFewer() {
    SpareHosts host = spare(Spare.HOST, "redis.shards", CRASH_GATEWAY);
    assertEquals(List.of(), host.errors());
    assertEquals("redis.shards=6", host.setting(range("redis.shards"), 5, 3));
    assertEquals(List.of(), host.failures(world(3), 1));
    assertEquals("redis.shards is tried with one less", host.words());
    SpareHosts zone = spare(Spare.ZONE, "redis.shards", CRASH_GATEWAY);
    assertEquals("redis.shards=4", zone.setting(range("redis.shards"), 5, 3));
    assertEquals("redis.shards is tried with a zone's share less", zone.words());
  }

  @Test
  void whereWholeZonesCanBeLostOneIs() {
    SpareHosts spare = spare(Spare.ZONE, "redis.shards", CRASH_GATEWAY, LOSE_ZONE);
    assertTrue(
        spare
            .failures(world(3), 1)
            .get(0)
            .startsWith("failures=[{at: 1ms, lose: zone, region: lab, zone: 0},"));
    assertEquals("redis.shards=7", spare.setting(range("redis.shards"), 5, 3));
    assertEquals("zone 0 of every region is lost from the beginning", spare.words());
  }

  @Test
  void whatIsNoHostCannotBeSpared() {
    SpareHosts spare = spare(Spare.HOST, "kafka.partitions", CRASH_GATEWAY);
    assertEquals(1, spare.errors().size());
    assertTrue(spare.errors().get(0).contains("kafka.partitions"), spare.errors().get(0));
  }

  @Test
  void theLastHostCannotBeSpared() {
    SizeRange shards = SizeRange.read("redis.shards", "1..16", false, why -> {}).orElseThrow();
    SpareHosts spare = new SpareHosts(Spare.HOST, List.of(shards), List.of(CRASH_GATEWAY));
    assertEquals(1, spare.errors().size());
    assertTrue(spare.errors().get(0).endsWith("begin the range at 2"), spare.errors().get(0));
  }

  @Test
  void noneIsTakenWhereNoneIsAskedFor() {
    SpareHosts spare = spare(Spare.NONE, "gateways.per-region", CRASH_GATEWAY, LOSE_ZONE);
    assertEquals(List.of(), spare.failures(world(3), 1));
    assertEquals("", spare.words());
  }

  private static SpareHosts spare(Spare spare, String path, FailureKind... kinds) {
    return new SpareHosts(spare, List.of(range(path)), List.of(kinds));
  }

  private static SizeRange range(String path) {
    return SizeRange.read(path, "2..16", false, why -> {}).orElseThrow();
  }

  private ScenarioSpec world(int gateways) {
    Path file =
        TrialScenarios.tiny(folder, "failures: [{at: 2s, crash: gateway, region: lab, index: 0}]");
    List<String> settings = List.of("gateways.per-region=" + gateways, "regions.lab.zones=3");
    return TrialScenario.of(Trial.of(file, Trial.BASELINE, settings, 0));
  }
}
