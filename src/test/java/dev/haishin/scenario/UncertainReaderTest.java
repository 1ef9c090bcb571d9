package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UncertainReaderTest {
  private static final long HALF = 1L << 63;

  @TempDir Path folder;

  /** The middle of each law, in the unit of its key. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gateways.frame-out-cost  | uniform(10us 30us)         | 20000ns",
        "kafka.partitions         | uniform(40 80)             | 60",
        "regions.tokyo.connected  | uniform(30% 50%)           | 0.4",
        "regions.tokyo.users      | 2M                         | 2000000",
        "traffic.messages.rate    | lognormal(p50=90/s p90=1k/s) | 90/s",
        "gateways.nic             | uniform(1Gbps 3Gbps)       | 2000000kbps",
        "gateways.bytes-per-connection | uniform(1KiB 3KiB)    | 2048B",
        "costs.gateway            | uniform(0.5 USD/h 0.7 USD/h) | 0.6 USD/h",
        "costs.egress             | uniform(0.08 USD/GB 0.1 USD/GB) | 0.09 USD/GB",
        "load                     | uniform(0.9 1.3)           | 1.1",
        "network.access           | exp(20ms)                  | 13862900ns",
        "clients.heartbeat        | uniform(100s 300s)         | 200000000000ns",
      })
  void theMedianIsWrittenAsAFileWould(String path, String law, String median) {
    List<UncertainSpec> specs =
        ScenarioTexts.valid(folder, ScenarioTexts.SMALL, "uncertain." + path + "=" + law)
            .uncertain();
    assertEquals(path, specs.get(0).path());
    assertEquals(median, specs.get(0).valueAt(HALF));
  }

  @Test
  void itsLawsAreInverseTransforms() {
    UncertainSpec spec =
        ScenarioTexts.valid(
                folder, ScenarioTexts.SMALL, "uncertain.regions.tokyo.connected=uniform(20% 40%)")
            .uncertain()
            .get(0);
    assertEquals("0.2", spec.valueAt(0));
    assertEquals("0.25", spec.valueAt(HALF >>> 1));
    assertEquals("0.35", spec.valueAt(HALF | HALF >>> 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kafka.partitons          | uniform(40 80)     | is no path of a scenario",
        "kafka                    | 4                  | is nothing to be uncertain of",
        "delivery.fanout.strategy | write              | is nothing to be uncertain of",
        "seed                     | uniform(1 9)       | is nothing to be uncertain of",
        "duration                 | uniform(1m 9m)     | is nothing to be uncertain of",
        "kafka.partitions         | uniform(4ms 8ms)   | is no unit of a count",
        "regions.tokyo.connected  | uniform(50% 150%)  | is not between 0% and 100%",
        "kafka.partitions         | uniform(0 8)       | is out of bounds",
        "kafka.partitions         | unifrom(4 8)       | is no distribution",
      })
  void whatCannotBeDrawnIsRefused(String path, String law, String problem) {
    List<Problem> problems =
        ScenarioTexts.parse(folder, ScenarioTexts.SMALL, "uncertain." + path + "=" + law)
            .problems();
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.get(0).toString().contains(problem), problems.toString());
    assertTrue(problems.get(0).toString().contains("uncertain." + path), problems.toString());
  }

  @Test
  void everyErrorIsToldAtItsPlace() {
    String text = ScenarioTexts.SMALL + "uncertain:\n  kafka.x: 1\n  redis.shards: {a: 1}\n";
    assertEquals(
        List.of("7:3 uncertain.kafka.x", "8:17 uncertain.redis.shards"),
        ScenarioTexts.places(ScenarioTexts.parse(folder, text)));
  }

  @Test
  void theResolvedScenarioKeepsThem() {
    String text = ScenarioTexts.SMALL + "uncertain: {gateways.frame-out-cost: exp(9us)}\n";
    String resolved = ScenarioTexts.valid(folder, text).resolved();
    assertEquals(
        "gateways.frame-out-cost", ScenarioTexts.valid(folder, resolved).uncertain().get(0).path());
  }
}
