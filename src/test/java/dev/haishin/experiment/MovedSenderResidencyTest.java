package dev.haishin.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.model.Plans;
import dev.haishin.model.World;
import dev.haishin.model.WorldPlan;
import dev.haishin.results.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The 2,000 people of Osaka are at the gateways of Nagoya, which has 1,000 of its own, from 75 s
 * on. Both have their home in Tokyo, and write to people of Sapporo, whose home it is.
 */
class MovedSenderResidencyTest {
  private static final double NEAR = 0.15;

  @TempDir Path folder;

  @Test
  void whoHasGoneElsewhereKeepsTheRuleOfTheOwnRegion() throws IOException {
    assertAsBefore(run("body: home", "body: any", ""));
    assertAsBefore(run("metadata: home", "metadata: any", ", typing: {per-message: 2}"));
  }

  @Test
  void andDoesNotGetThatOfTheOther() throws IOException {
    assertAsBefore(run("body: any", "body: home", ""));
    assertAsBefore(run("metadata: any", "metadata: home", ", typing: {per-message: 2}"));
  }

  private static void assertAsBefore(RunResult result) {
    double before = broken(result, "[20s..60s]");
    double after = broken(result, "[80s..140s]");
    assertTrue(before > 2, () -> before + " broken a second");
    assertEquals(1, after / before, NEAR, () -> before + " then " + after);
  }

  private RunResult run(String ofOsaka, String ofNagoya, String more) throws IOException {
    String text =
        """
        name: moved
        duration: 140s
        warmup: 10s
        regions:
          tokyo: {users: 1k, connected: 100%%}
          osaka: {users: 2k, connected: 100%%, home: tokyo, failover: nagoya, residency: {%s}}
          nagoya: {users: 1k, connected: 100%%, home: tokyo, residency: {%s}}
          sapporo: {users: 1k, connected: 100%%}
        network:
          between:
            tokyo-osaka: 8ms
            tokyo-nagoya: 6ms
            osaka-nagoya: 5ms
            tokyo-sapporo: 9ms
            osaka-sapporo: 9ms
            nagoya-sapporo: 9ms
        clients: {heartbeat: 5s, session: static}
        chats: {locality: 20%%, direct: {share: 100%%}}
        traffic: {messages: {rate: 100/s}%s}
        failures:
          - {at: 60s, lose: region, region: osaka}
        """
            .formatted(ofOsaka, ofNagoya, more);
    Path file = Files.writeString(folder.resolve("moved.yaml"), text);
    WorldPlan plan =
        Plans.of(TrialScenario.read(file, Trial.BASELINE, List.of(), List.of()), List.of());
    return World.build(plan, 1).run((atNs, endNs, events) -> {});
  }

  private static double broken(RunResult result, String window) {
    return result.value("residency.violations.per-second" + window).value().orElseThrow();
  }
}
