package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScalingTest {
  @TempDir Path folder;

  /**
   * Fewer hosts first, then fewer cores, then slower ones: hosts x cores / factor is what is
   * wanted.
   */
  @ParameterizedTest
  @CsvSource({
    // count, cores, scale, least: hosts, cores each, cost factor, share
    "400, 16, 1,     3,   400, 16, 1,         1",
    "400, 16, 0.01,  3,   4,   16, 1,         1",
    "400, 16, 0.005, 3,   3,   11, 1.03125,   0.6666667",
    "146, 16, 0.01,  3,   3,   8,  1.0273973, 0.4866667",
    "4,   2,  0.1,   3,   3,   1,  3.75,      0.1333333",
    "3,   8,  0.5,   3,   3,   4,  1,         0.5",
    "2,   8,  0.5,   3,   2,   4,  1,         0.5",
    "10,  16, 0.25,  1,   3,   14, 1.05,      0.8333333",
    "1,   1,  0.001, 1,   1,   1,  1000,      0.001"
  })
  void aFleetKeepsTheLoadOfItsCores(
      long count,
      long cores,
      double scale,
      long least,
      int hosts,
      int coresEach,
      double costFactor,
      double share) {
    Fleet fleet = Fleet.of(count, cores, scale, least);
    assertEquals(hosts, fleet.count());
    assertEquals(coresEach, fleet.cores());
    assertEquals(costFactor, fleet.costFactor(), 1e-7 * costFactor);
    assertEquals(share, fleet.share(), 1e-7);
    double capacity = fleet.count() * fleet.cores() / fleet.costFactor();
    assertEquals(count * cores * scale, capacity, 1e-9 * capacity);
  }

  @Test
  void newYearAtOnePercent() {
    ScenarioSpec scenario = ScenarioTexts.shipped("new-year", "failures=[]", "scale=1%");
    RegionSpec tokyo = scenario.regions().get(0);
    assertEquals(960_000, tokyo.users());
    // 36.48M connected / 250k = 145.92, so 146 gateways; 1.46 wanted, three zones: three of 8
    // cores.
    assertFleet(3, 8, 24 / 23.36, tokyo.fleets().gateways());
    // 120 brokers of 8 threads: 1.2 wanted, three kept: 9.6 threads in 3 x 4.
    assertFleet(3, 4, 12 / 9.6, tokyo.fleets().brokers());
    assertEquals(48, tokyo.fleets().partitions());
    assertFleet(6, 8, 1, tokyo.fleets().workers());
    assertFleet(6, 1, 1, tokyo.fleets().shards());
    // 240 region servers of 30 handlers: 2.4 wanted, 72 handlers in 3 x 24.
    assertFleet(3, 24, 1, tokyo.fleets().regionServers());
    // Connected: 36.48 + 16.2 + 7.7 + 1.5 + 4.8 = 66.68M.
    assertEquals(1_400 * 36.48 / 66.68, tokyo.messagesPerSecond(), 1e-9);
    double sum = scenario.regions().stream().mapToDouble(RegionSpec::messagesPerSecond).sum();
    assertEquals(1_400, sum, 1e-9);
    assertEquals(32_400, tokyo.utcOffsetSeconds());
    assertEquals(
        List.of(0, 4, 0, 4, 4), scenario.regions().stream().map(RegionSpec::home).toList());
  }

  @Test
  void quickstartAtATenth() {
    ScenarioSpec scenario = ScenarioTexts.shipped("quickstart", "scale=10%");
    RegionSpec tokyo = scenario.regions().get(0);
    assertEquals(6_000, tokyo.users());
    assertEquals(30.0, tokyo.messagesPerSecond(), 1e-12);
    assertFleet(3, 1, 3.75, tokyo.fleets().gateways());
    assertFleet(3, 1, 3 / 2.4, tokyo.fleets().brokers());
    assertFleet(3, 1, 3.75, tokyo.fleets().workers());
    assertFleet(3, 1, 10, tokyo.fleets().shards());
    assertEquals(1, tokyo.fleets().partitions());
    assertEquals(
        List.of(
            "tokyo: 1 partitions stand for 1.2",
            "tokyo: fewer partitions than fan-out workers, some workers are idle"),
        scenario.notes());
  }

  @Test
  void aCountPastTheScaledHostsIsTakenModuloAndNamed() {
    ScenarioSpec scenario =
        ScenarioTexts.shipped(
            "quickstart", "scale=10%", "failures=[{at: 30s, crash: gateway, index: 3}]");
    assertEquals(3, scenario.failures().get(0).which().index());
    assertTrue(
        scenario.notes().contains("failures[0]: tokyo has 3 gateways at this scale; taken modulo"),
        scenario.notes()::toString);
  }

  @ParameterizedTest
  @CsvSource({
    // partitions, scale, noted
    "1000, 10%, false",
    "1001, 10%, false",
    "100,  51%, false",
    "12,   30%, true",
    "12,   33%, false",
    "25,   50%, true",
    "1,    10%, true"
  })
  void partitionsThatMissByMoreThanTwoPercentAreNamed(int partitions, String scale, boolean noted) {
    List<String> notes =
        ScenarioTexts.valid(
                folder,
                ScenarioTexts.SMALL,
                "kafka.partitions=" + partitions,
                "scale=" + scale,
                "kafka.fanout-workers.count=1")
            .notes();
    assertEquals(
        noted, notes.stream().anyMatch(note -> note.contains("stand for")), () -> "" + notes);
  }

  static List<Path> shipped() {
    return ScenarioTexts.shipped().toList();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void fullScaleLeavesEverything(Path file) {
    ParseOptions options = new ParseOptions("", ScenarioTexts.settings(file));
    ScenarioSpec scenario = ScenarioTexts.valid(ScenarioTexts.parser().parse(file, options));
    assertEquals(List.of(), scenario.notes());
    for (RegionSpec region : scenario.regions()) {
      RegionSpec.Fleets fleets = region.fleets();
      for (Fleet fleet :
          List.of(
              fleets.gateways(),
              fleets.brokers(),
              fleets.workers(),
              fleets.shards(),
              fleets.regionServers(),
              fleets.relays())) {
        assertEquals(1.0, fleet.costFactor());
        assertEquals(1.0, fleet.share());
      }
      long partitions = region.kafka().get(KafkaKeys.PARTITIONS);
      assertEquals(partitions, fleets.partitions());
    }
  }

  @Test
  void lawsOfCostSlowDownWithTheHosts() {
    Law law =
        ScenarioTexts.shipped("mm1-gateway")
            .regions()
            .get(0)
            .gateways()
            .get(GatewayKeys.FRAME_IN_COST);
    assertEquals(1e6, law.mean(), 1);
    assertEquals(3.75e6, new Fleet(3, 1, 3.75, 0.1).cost(law).mean(), 10);
    assertEquals(law, new Fleet(3, 1, 1, 0.1).cost(law));
  }

  private static void assertFleet(int hosts, int cores, double costFactor, Fleet fleet) {
    assertEquals(hosts, fleet.count());
    assertEquals(cores, fleet.cores());
    assertEquals(costFactor, fleet.costFactor(), 1e-9);
  }
}
