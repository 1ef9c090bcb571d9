package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageTest {
  @TempDir Path folder;

  static Stream<Map.Entry<String, Key<?>>> keys() {
    Map<String, Key<?>> keys = new TreeMap<>();
    collect(Language.ROOT, "", keys);
    collect(Language.REGION, "regions.tokyo.", keys);
    collect(FailureKeys.TYPE, "failures.", keys);
    collect(TrafficKeys.BROADCAST_TYPE, "traffic.broadcasts.", keys);
    collect(ClientKeys.SESSION_TYPE, "clients.session.", keys);
    return keys.entrySet().stream();
  }

  private static void collect(SectionType type, String prefix, Map<String, Key<?>> keys) {
    for (Key<?> key : type.keys()) {
      keys.put(prefix + key.name(), key);
      if (key.type() instanceof SectionType nested) {
        collect(nested, prefix + key.name() + ".", keys);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void eachKeyHasAMeaningAndATypeThatDescribesItself(Map.Entry<String, Key<?>> entry) {
    Key<?> key = entry.getValue();
    assertTrue(key.name().matches("[a-z][a-z0-9-]*"), key.name());
    assertFalse(key.meaning().isBlank());
    assertFalse(key.type().describe().isBlank());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void eachDefaultReadsBackAndHasASource(Map.Entry<String, Key<?>> entry) {
    Key<?> key = entry.getValue();
    if (!key.hasDefault()) {
      assertEquals("", key.source(), "a source of no default");
      return;
    }
    Reading strict = new Reading(new Problems(), Path.of(""), true);
    assertNotNull(key.type().read(Defaults.of(key).written(), entry.getKey(), strict));
    assertTrue(strict.problems().isEmpty(), strict.problems().list()::toString);
    boolean byDesign = key.source().equals("language") || key.source().equals("semantics");
    if (key.source().equals(Key.GUESS)) {
      assertEquals("G", key.sureness(), "a guess that claims to be more");
      return;
    }
    assertTrue(byDesign || key.source().matches("[A-Z]\\d{2,3}|\\d+\\.\\d+"), key.source());
    assertTrue(key.sureness().matches(byDesign ? "" : "V|V2|W|D|STD|G"), key.sureness());
  }

  @Test
  void theTableIsWhole() {
    assertTrue(keys().count() > 250, "only " + keys().count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delivery.router=retry-twice                        | 'retry-twice' is no known router",
        "delivery.fanout.strategy=hybird                    | 'hybird' is no known strategy"
      },
      quoteCharacter = '"')
  void aValueWithoutEffectIsRefusedWhereTheRunWouldNeedIt(String setting, String wrong) {
    ParseResult result = ScenarioTexts.parse(folder, ScenarioTexts.SMALL, setting);
    assertEquals(1, result.problems().size(), result.problems()::toString);
    assertEquals(wrong, result.problems().get(0).wrong());
    int equals = setting.indexOf('=');
    String text =
        ScenarioTexts.SMALL
            + "variants: {later: {"
            + setting.substring(0, equals)
            + ": "
            + setting.substring(equals + 1)
            + "}}\n";
    ScenarioTexts.valid(folder, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clients.heartbeat={policy: adaptive, min: 600s} | has a min above its max",
        "clients.heartbeat={policy: fixed}               | 'fixed' is not one of adaptive",
        "gateways.idle-cutoff=200s | would close healthy connections between two beats",
        "network.loss=60%          | '60%' is out of bounds",
        "clients.nat-timeout=0s    | '0s' is out of bounds"
      },
      quoteCharacter = '"')
  void valuesOutOfBoundsAreToldWithTheirBounds(String setting, String wrong) {
    ParseResult result = ScenarioTexts.parse(folder, ScenarioTexts.SMALL, setting);
    assertEquals(1, result.problems().size(), result.problems()::toString);
    assertEquals(wrong, result.problems().get(0).wrong());
  }

  @ParameterizedTest
  @CsvSource({
    "network.same-zone=9us, at least 10us",
    "network.access-floor=9us, at least 10us",
    "network.access=9us, at least 10us",
    "clients.heartbeat=500ms, a heartbeat is at least 1s",
    "kafka.replication=4, at most 3",
    "kafka.min-insync=4, at most 3",
    "kafka.brokers=1_000_001, 1 to 1000000",
    "gateways.cores=4097, 1 to 4096",
    "gateways.per-region=4e18, 1 to 1000000",
    "redis.shards=0, 1 to 1000000",
    "scale=0%, above 0%",
    "scale=101%, it takes a fraction",
    "load=0, above 0",
    "push.opens=101%, it takes a fraction",
    "duration=400d, 1000000 to",
    "warmup=10m, make it shorter",
    "clock=2026-12-31, an ISO-8601 instant",
    "regions.tokyo.time-zone=Asia/Tokyo, an offset from UTC",
    "regions.tokyo.home=kyoto, name a region that holds its own data",
    "regions.tokyo.platforms={ios: 60%}, they must add up to 100%",
    "regions.tokyo.connected=0%, give connected: 38%",
    "regions=[], 'write regions: {tokyo: {users: 1M, …}}'",
    "'chats={direct: {share: 60%}}', they must add up to 100%",
    "costs.gateway=0.68 USD/GB, USD/h",
    "push.fcm.per-device-hour=often, 600k/min or 60/h",
    "push.apns.asleep=110%, it takes a fraction",
    "push.fcm.wake=often, a distribution",
    "push.apns.ttl=31d, at most 30d",
    "push.fcm.ttl=29d, at most 28d",
    "push.fcm.collapsible=maybe, true or false"
  })
  void boundsSayWhatWouldBeRight(String setting, String right) {
    ParseResult result = ScenarioTexts.parse(folder, ScenarioTexts.SMALL, setting);
    assertEquals(1, result.problems().size(), result.problems()::toString);
    assertTrue(result.problems().get(0).right().contains(right), result.problems()::toString);
  }

  @Test
  void twoZonesWithTwoInSyncReplicasAreWarnedOf() {
    assertEquals(
        1,
        ScenarioTexts.valid(folder, ScenarioTexts.SMALL, "regions.tokyo.zones=2")
            .warnings()
            .size());
    assertEquals(0, ScenarioTexts.valid(folder, ScenarioTexts.SMALL).warnings().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{at: 1m, degrade: apns, quota: 30%, for: 1m}  | push: {apns: {quota: none}}    | 1",
        "{at: 1m, degrade: apns, quota: 30%, for: 1m}  | push: {apns: {}}               | 1",
        "{at: 1m, degrade: apns, quota: 30%, for: 1m}  | push: {apns: {quota: 100/s}}   | 0",
        "{at: 1m, degrade: apns, latency: x2, for: 1m} | push: {apns: {quota: none}}    | 0",
        "{at: 1m, degrade: fcm, quota: 30%, for: 1m}   | push: {fcm: {}}                | 0",
        "{at: 1m, degrade: fcm, quota: 30%, for: 1m}   | push: {fcm: {quota: none}}     | 1"
      })
  void aShareOfNoQuotaIsWarnedOf(String failure, String push, int warnings) {
    String text = ScenarioTexts.SMALL + "failures: [" + failure + "]\n" + push + "\n";
    List<String> told = ScenarioTexts.valid(folder, text).warnings();
    assertEquals(warnings, told.size(), told::toString);
    assertTrue(told.stream().allMatch(line -> line.endsWith("nothing is throttled")));
  }
}
