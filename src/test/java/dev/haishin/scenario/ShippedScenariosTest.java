package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedScenariosTest {
  private static final Path NEW_YEAR = Path.of("scenarios/new-year.yaml");

  static Stream<Path> shipped() {
    return ScenarioTexts.shipped();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void eachIsAScenario(Path file) {
    ParseOptions options = new ParseOptions("", ScenarioTexts.settings(file));
    ParseResult result = ScenarioTexts.parser().parse(file, options);
    assertEquals(List.of(), result.problems());
    ScenarioSpec scenario = ScenarioTexts.valid(result);
    assertEquals(file.getFileName().toString(), scenario.name() + ".yaml");
    assertTrue(scenario.expectations().size() >= 2, "expectations of " + file);
  }

  @ParameterizedTest
  @CsvSource({
    "new-year, write, write",
    "new-year, read, read",
    "new-year, no-jitter, hybrid",
    "new-year, cost-based, cost-based",
    "quickstart, write, write",
    "quickstart, read, read",
    "heartbeats-300m, cohort, write",
    "worker-rebalance, eager, hybrid",
    "redis-failover, no-replica, hybrid",
    "mm1-gateway, '', write"
  })
  void eachVariantIsAScenario(String name, String variant, String strategy) {
    Path file = ScenarioTexts.SHIPPED.resolve(name + ".yaml");
    ParseOptions options = new ParseOptions(variant, ScenarioTexts.settings(file));
    ScenarioSpec scenario = ScenarioTexts.valid(ScenarioTexts.parser().parse(file, options));
    Section fanout = scenario.delivery().get(Keys.Delivery.FANOUT);
    assertEquals(strategy, fanout.get(Keys.Delivery.STRATEGY));
    Section clients = scenario.regions().get(0).clients();
    assertEquals(
        variant.equals("cohort") ? "cohort" : "individual", clients.get(ClientKeys.HEARTBEATS));
    Section reconnect = clients.get(ClientKeys.RECONNECT);
    assertEquals(
        variant.equals("no-jitter") ? "none" : "full-jitter", reconnect.get(ClientKeys.BACKOFF));
  }

  @Test
  void aVariantThatNoFileHasIsNamed() {
    ParseOptions options = new ParseOptions("wriet", ScenarioTexts.NO_FAILURES);
    ParseResult result = ScenarioTexts.parser().parse(NEW_YEAR, options);
    assertEquals(1, result.problems().size());
    assertEquals("has no 'wriet'", result.problems().get(0).wrong());
    assertEquals("known are write, read, cost-based, no-jitter", result.problems().get(0).right());
  }

  @Test
  void aBadFileIsToldEverythingInOneGo() {
    Path file = Path.of("src/test/resources/dev/haishin/scenario/bad-file.yaml");
    ParseResult result = ScenarioTexts.parser().parse(file, ParseOptions.none());
    assertTrue(result.scenario().isEmpty());
    assertEquals(
        List.of(
            "2:7 name",
            "4:9 warmup",
            "6:33 regions.tokyo.connected",
            "7:3 network.between",
            "7:18 regions.osaka.users",
            "9:3 chats",
            "11:9 kafka.brokrs",
            "11:49 kafka.replication",
            "12:1 kafka",
            "13:28 traffic.messages.rate",
            "15:10 failures[0].at",
            "15:22 failures[0].crash",
            "15:38 failures[0].region",
            "17:3 expect.delivery.online.p98",
            "18:20 expect.gateway.cpu.max"),
        ScenarioTexts.places(result));
    assertEquals(
        file + ":11:9: kafka.brokrs: is no key; did you mean 'brokers'?",
        result.problems().get(6).toString());
  }
}
