package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredCostsTest {
  private static final String GOOD =
      """
      schema: haishin/costs/1
      source: a benchmark
      strategies:
        write: {record-cost: 41us, recipient-cost: lognormal(p50=2us p99=9us)}
        theirs: {recipient-cost: 3us}
      everywhere:
        gateways.frame-out-cost: 21us
      """;

  @TempDir Path folder;

  @Test
  void costsOfAStrategyAreSettings() {
    MeasuredCosts costs = read(GOOD);
    assertEquals(List.of(), costs.problems());
    assertEquals(
        List.of(
            "gateways.frame-out-cost=21us",
            "kafka.fanout-workers.record-cost=41us",
            "kafka.fanout-workers.recipient-cost=lognormal(p50=2us p99=9us)"),
        costs.settings("write"));
    assertTrue(costs.knows("theirs"));
  }

  @Test
  void aStrategyThatWasNotMeasuredHasWhatHoldsEverywhere() {
    MeasuredCosts costs = read(GOOD);
    assertFalse(costs.knows("read"));
    assertEquals(List.of("gateways.frame-out-cost=21us"), costs.settings("read"));
  }

  @Test
  void theSettingsAreOnesThatAScenarioTakes() {
    ScenarioSpec scenario =
        ScenarioTexts.valid(
            folder, ScenarioTexts.SMALL, read(GOOD).settings("write").toArray(String[]::new));
    assertTrue(scenario.resolved().contains("recipient-cost: lognormal(p50=2us p99=9us)"));
  }

  @Test
  void everyErrorIsToldInOneGo() {
    MeasuredCosts costs =
        read(
            """
            schema: haishin/costs/1
            sauce: a benchmark
            strategies:
              write: {record-cost: fast, shard-cost: 1us}
              read: 2us
            everywhere:
              gateways.frame-up-cost: 21us
              gateways.cores: 4
            """);
    List<String> problems = costs.problems();
    assertEquals(6, problems.size(), problems::toString);
    assertTrue(problems.get(0).contains("costs.yaml:2:1: sauce: is no key; known are schema"));
    assertTrue(problems.get(1).contains("4:24: strategies.write.record-cost"), problems.get(1));
    assertTrue(problems.get(2).contains("strategies.write.shard-cost: is no cost of a strategy"));
    assertTrue(problems.get(3).contains("strategies.read: is a value; it takes a map"));
    assertTrue(problems.get(4).contains("everywhere.gateways.frame-up-cost: is no cost"));
    assertTrue(problems.get(5).contains("everywhere.gateways.cores: is no cost"));
  }

  @Test
  void anotherKindOfFileIsRefused() {
    assertEquals(1, read("name: small\n").problems().size());
    assertTrue(read("name: small\n").problems().get(0).contains("write schema: haishin/costs/1"));
    assertEquals(1, read("- 1\n").problems().size());
    assertEquals(1, MeasuredCosts.read(folder.resolve("none.yaml")).problems().size());
  }

  private MeasuredCosts read(String text) {
    return MeasuredCosts.read(ScenarioTexts.write(folder, "costs.yaml", text));
  }
}
