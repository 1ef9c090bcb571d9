package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureReaderTest {
  @TempDir Path folder;

  @Test
  void failuresAreOrderedByTheirTime() {
    List<FailureSpec> failures =
        failures(
            "{at: 3m, crash: gateway, share: 5%, restart: 2m},"
                + " {at: 1m, disconnect: clients, region: tokyo, share: 30%},"
                + " {at: 2m, vanish: gateway, count: 2}, {at: 4m, crash: gateway}");
    long minuteNs = 60_000_000_000L;
    assertEquals(
        List.of(
            spec("disconnect", "clients", minuteNs, -1, which(0.3, -1, -1)),
            spec("vanish", "gateway", 2 * minuteNs, -1, which(-1, 2, -1)),
            spec("crash", "gateway", 3 * minuteNs, 2 * minuteNs, which(0.05, -1, -1)),
            spec("crash", "gateway", 4 * minuteNs, -1, which(-1, -1, 0))),
        failures);
  }

  @Test
  void whatRepeatsIsOneFailureEachTime() {
    List<FailureSpec> failures =
        failures("{at: 1m, crash: gateway, restart: 5s, repeat: {every: 2m, times: 3}}");
    assertEquals(
        List.of(60_000_000_000L, 180_000_000_000L, 300_000_000_000L),
        failures.stream().map(FailureSpec::atNs).toList());
    assertEquals(
        List.of(60_000_000_000L, 300_000_000_000L, 540_000_000_000L),
        failures("{at: 1m, crash: gateway, repeat: {every: 4m}}").stream()
            .map(FailureSpec::atNs)
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{crash: gateway}                      | failures[0].at: is missing",
        "{at: 10m, crash: gateway}             | failures[0].at: comes after the end of the run",
        "{at: 1m}                              | failures[0]: has no verb",
        "{at: 1m, crash: gateway, vanish: gateway} | failures[0]: has several verbs: crash, vanish",
        "{at: 1m, crash: gatway}               | failures[0].crash: 'gatway' is no component; did",
        "{at: 1m, crash: elephants}            | failures[0].crash: 'elephants' is no component; kno",
        "{at: 1m, crash: gateway, region: tokio} | failures[0].region: 'tokio' is no region; did you",
        "{at: 1m, crash: gateway, index: 4}    | failures[0]: tokyo has 4 gateways; count up to 4",
        "{at: 1m, crash: gateway, count: 5}    | failures[0]: tokyo has 4 gateways; count up to 4",
        "{at: 1m, crash: gateway, index: 1, share: 5%} | failures[0]: must choose by one of share",
        "{at: 1m, disconnect: clients}         | failures[0]: must choose by one of share",
        "{at: 1m, disconnect: clients, share: 5%, restart: 1m} | failures[0].restart: does not go",
        "{at: 1m, crash: gateway, zone: 1}     | failures[0].zone: does not go with 'crash'",
        "{at: 1m, vanish: gateway, for: 1m}    | failures[0].for: does not go with 'vanish'",
        "{at: 1m, crash: apns}                 | failures[0]: 'crash' of this is not modelled yet",
        "{at: 1m, lose: region, zone: 1}       | failures[0].zone: does not go with 'lose'",
        "{at: 1m, partition: [tokyo, osakka]}  | failures[0].partition: 'osakka' is no region",
        "{at: 1m, partition: [tokyo, tokyo]}   | failures[0].partition: is not two regions; it take",
        "{at: 1m, partition: tokyo}            | failures[0].partition: is not two regions; it take",
        "{at: 1m, partition: [tokyo, osaka], share: 5%} | failures[0].share: does not go with 'part",
        "{at: 1m, degrade: clients, latency: x10} | failures[0]: 'degrade' of this is not modelled",
        "{at: 1m, degrade: apns, share: 30%}   | failures[0].share: does not go with 'degrade'",
        "{at: 1m, drain: gateway, for: 1m}     | failures[0].for: does not go with 'drain'",
        "{at: 1m, crash: gateway, repeat: 2}   | failures[0].repeat: is a value; it takes a map",
        "{at: 1m, crash: gateway, repeat: {every: 1us}} | failures[0].repeat: would happen 5400000",
        "{at: 1m, crash: gateway, repeat: {every: 0s}} | failures[0].repeat.every:",
        "{at: 1m, degrade: gateway, errors: 20%, latency: x2} | failures[0].errors: does not go with",
        "{at: 1m, degrade: gateway}            | failures[0].latency: is missing; say how slow",
        "{at: 1m, degrade: broker, latency: x0} | failures[0].latency: is out of range for hosts",
        "{at: 1m, degrade: gateway, latency: x2, zone: 0, index: 1} | names a host and a zone",
        "{at: 1m, pause: gateway}              | failures[0].for: is missing; say how long",
        "{at: 1m, pause: gateway, for: 11s}    | by clients.heartbeat-timeout; at most 10s",
        "{at: 1m, pause: broker, for: 8s}      | by kafka.broker-timeout; at most 7s, or vanish",
        "{at: 1m, pause: worker, for: 43s}     | by kafka.session-timeout; at most 42s, or vanish",
        "{at: 1m, pause: redis, for: 16s}      | by redis.node-timeout; at most 15s, or vanish",
        "{at: 1m, pause: store, for: 41s}      | by store.session-timeout; at most 40s, or vanish",
        "{at: 1m, pause: apns, for: 1s}        | failures[0]: 'pause' of this is not modelled yet",
        "{at: 1m, lose: gateway}               | failures[0].lose: 'gateway' is no component; known",
        "{at: 1m, crash: [gateway]}            | failures[0].crash: is a list; it takes a text",
        "[]                                    | failures[0]: is a list; it takes a map",
        "x                                     | failures[0]: is a value; it takes a map"
      })
  void whatCannotHappenIsRefused(String failure, String expected) {
    List<Problem> problems = ScenarioTexts.parse(folder, with(failure)).problems();
    assertTrue(
        problems.stream().anyMatch(problem -> problem.toString().contains(expected)),
        problems::toString);
  }

  @Test
  void hostsThatAreSlowOrStandStillAreChosenAsThoseThatDie() {
    List<FailureSpec> failures =
        failures(
            "{at: 1m, pause: gateway, index: 3, for: 1.4s, repeat: {every: 1m, times: 2}},"
                + " {at: 4m, pause: relay, for: 5m},"
                + " {at: 5m, degrade: store, latency: x10, zone: 1, for: 1m},"
                + " {at: 6m, degrade: broker, latency: x2, share: 50%}");
    assertEquals(
        List.of(1_400_000_000L, 1_400_000_000L, 300_000_000_000L, 60_000_000_000L, -1L),
        failures.stream().map(FailureSpec::lastsNs).toList());
    assertEquals(new FailureSpec.Which(-1, -1, -1, 1), failures.get(3).which());
    assertEquals(10, failures.get(3).effect().latencyFactor());
    assertEquals(which(0.5, -1, -1), failures.get(4).which());
  }

  @Test
  void aPauseMayBeLongWhereNobodyBeats() {
    String text = with("{at: 1m, pause: gateway, for: 5m}");
    assertEquals(1, ScenarioTexts.parse(folder, text).problems().size());
    assertEquals(
        1, ScenarioTexts.valid(folder, text + "clients: {heartbeat: never}\n").failures().size());
  }

  @Test
  void amongSeveralRegionsOneMustBeNamed() {
    String text =
        with("{at: 1m, crash: gateway}")
                .replace("regions:\n", "regions:\n  osaka: {users: 1M, connected: 40%}\n")
            + "network: {between: {osaka-tokyo: 8ms}}\n";
    List<Problem> problems = ScenarioTexts.parse(folder, text).problems();
    assertEquals(1, problems.size());
    assertEquals("failures[0].region", problems.get(0).path());
    String named = text.replace("crash: gateway", "crash: gateway, region: tokyo");
    assertEquals(1, ScenarioTexts.valid(folder, named).failures().get(0).region());
  }

  private static FailureSpec.Which which(double share, int count, int index) {
    return new FailureSpec.Which(share, count, index, -1);
  }

  private static FailureSpec spec(
      String verb, String component, long atNs, long lastsNs, FailureSpec.Which which) {
    String label = verb + " " + component + " in tokyo";
    FailureSpec.Effect plain = FailureSpec.Effect.PLAIN;
    return new FailureSpec(verb, component, 0, -1, atNs, lastsNs, which, plain, label);
  }

  private List<FailureSpec> failures(String list) {
    return ScenarioTexts.valid(folder, with(list)).failures();
  }

  private static String with(String list) {
    return ScenarioTexts.SMALL + "gateways: {per-region: 4}\nfailures: [" + list + "]\n";
  }
}
