package dev.haishin.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.results.RunResult;
import dev.haishin.scenario.ParseOptions;
import dev.haishin.scenario.ScenarioParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What kept data costs, by hand: direct messages of 237 B and 63 B of sealing, each in a batch of
 * its own. A message is 300 + 21 + 61 = 382 B in Kafka, three times for 7 days, and 300 B in one
 * inbox, three times for 180 days. At 0.03 USD a GB and month that is 20.79 USD for each 1,000
 * messages a second in Kafka, and 419.9 USD in the store.
 */
class CostsTest {
  private static final double IN_KAFKA = 382 * 3 * 7 * 86_400.0;
  private static final double IN_STORE = 300 * 3 * 180 * 86_400.0;
  private static final double USD_PER_BYTE = 0.03 / 1e9;

  @TempDir Path folder;

  @Test
  void keptDataIsPaidForAsLongAsItIsKept() throws IOException {
    assertEquals(20.79, 1000 * IN_KAFKA * USD_PER_BYTE, 0.01);
    assertEquals(419.9, 1000 * IN_STORE * USD_PER_BYTE, 0.1);
    RunResult result = run();
    double wanted = value(result, "messages.accepted.per-second") * (IN_KAFKA + IN_STORE);
    assertEquals(
        wanted * USD_PER_BYTE, value(result, "cost.storage"), 0.002 * wanted * USD_PER_BYTE);
  }

  @Test
  void lessIsKeptOfMonthsWithLessTraffic() throws IOException {
    double whole = value(run(), "cost.storage");
    assertEquals(whole / 10, value(run("costs.traffic-hours=73h"), "cost.storage"), 1e-6 * whole);
  }

  @Test
  void itIsAPartOfTheMonth() throws IOException {
    RunResult free = run("costs.storage=0 USD/GB-month");
    RunResult paid = run("kafka.retention=70d", "store.retention=0s");
    double kafka = value(paid, "messages.accepted.per-second") * 10 * IN_KAFKA * USD_PER_BYTE;
    assertEquals(0, value(free, "cost.storage"));
    assertEquals(kafka, value(paid, "cost.storage"), 0.002 * kafka);
    double more = value(paid, "cost.per-month") - value(free, "cost.per-month");
    assertEquals(value(paid, "cost.storage"), more, 1e-6 * value(free, "cost.per-month"));
  }

  private RunResult run(String... settings) throws IOException {
    Path file = folder.resolve("costs.yaml");
    Files.writeString(
        file,
        """
        name: costs
        duration: 70s
        warmup: 10s
        regions: {tokyo: {users: 5k, connected: 50%}}
        clients: {session: static}
        traffic: {messages: {rate: 50/s}, payload: 237B}
        delivery: {fanout: {strategy: write}}
        gateways: {per-region: 3}
        kafka: {linger: 0ms}
        """);
    ParseOptions options = new ParseOptions("", List.of(settings));
    return new RunExperiment(1, "test", () -> 0)
        .run(
            new ScenarioParser(new StandardMetrics()).parse(file, options).scenario().orElseThrow(),
            "baseline",
            (at, end, events) -> {})
        .result();
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElseThrow();
  }
}
