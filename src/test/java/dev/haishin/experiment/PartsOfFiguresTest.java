package dev.haishin.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.trial.InvalidScenarioException;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialResult;
import dev.haishin.experiment.trial.TrialRunner;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.results.Judgement;
import dev.haishin.results.file.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures narrowed to a region, a kind of chat or a platform: the parts make up the whole. */
class PartsOfFiguresTest {
  private static final String WORLD =
      """
      name: parts
      duration: 8s
      warmup: 1s
      regions:
        tokyo: {users: 3k, connected: 60%, platforms: {ios: 70%, android: 30%}}
        osaka: {users: 2k, connected: 40%, platforms: {ios: 20%, android: 80%}}
      network: {between: {tokyo-osaka: 80ms}}
      chats:
        direct: {share: 50%}
        group: {share: 40%, size: powerlaw(alpha=2.3 min=3 max=40)}
        open: {share: 10%, size: powerlaw(alpha=1.8 min=20 max=90)}
        locality: 60%
      traffic: {messages: {rate: 200/s}}
      """;

  @TempDir Path folder;

  @Test
  void partsAddUpToTheWhole() throws IOException {
    for (String metric : List.of("delivery.online", "delivery.any", "send.ack")) {
      List<String> paths = new ArrayList<>(List.of(metric + ".count"));
      for (String region : List.of("tokyo", "osaka")) {
        for (String chat : List.of("direct", "group", "open")) {
          for (String platform : List.of("ios", "android")) {
            paths.add(
                metric + ".count{chat=%s,platform=%s,region=%s}".formatted(chat, platform, region));
          }
        }
      }
      TreeMap<String, Double> values = values(paths);
      double whole = values.remove(metric + ".count");
      assertTrue(values.values().stream().allMatch(part -> part > 0), values::toString);
      assertEquals(whole, values.values().stream().mapToDouble(Double::doubleValue).sum());
    }
  }

  @Test
  void aRegionsShareIsOfItsOwnRecipients() throws IOException {
    // More of Tokyo's people are connected, and who is not is reached by a push, later.
    TreeMap<String, Double> values =
        values(
            List.of(
                "delivery.any.within(2s)",
                "delivery.any.within(2s){region=tokyo}",
                "delivery.any.within(2s){region=osaka}"));
    double all = values.get("delivery.any.within(2s)");
    double tokyo = values.get("delivery.any.within(2s){region=tokyo}");
    double osaka = values.get("delivery.any.within(2s){region=osaka}");
    assertTrue(osaka < all && all < tokyo && tokyo < 1, values::toString);
  }

  @Test
  void whatAScenarioReportsIsAmongTheFiguresOfTheRunAndOfItsReplications() throws IOException {
    String group = "delivery.online.p50{chat=group,region=osaka}[2s..6.5s]";
    Path file =
        Files.writeString(
            folder.resolve("asked.yaml"),
            WORLD
                + "expect: {\""
                + group
                + "\": \">= 0s\"}\n"
                + "report: [\"delivery.any.within(1s)\", \"%s\", ".formatted(group)
                + "\"send.ack.p50[failure+0s..failure+1s]\", \"gateway.cpu.mean[2s..4s]\"]\n");
    Trial trial = Trial.of(file, Trial.BASELINE, List.of(), 0);
    RunExperiment.Outcome outcome =
        new RunExperiment(1, "test", () -> 0)
            .run(TrialScenario.of(trial), "baseline", (atNs, endNs, events) -> {});
    Summary summary = outcome.summary();
    Summary.MetricLine line =
        summary.metrics().get("delivery.online{chat=group,region=osaka}[2s..6.5s]");
    assertEquals(summary.expectations().get(0).value(), line.value("p50"));
    assertTrue(line.value("p50").orElse(0) > 1, line::toString);
    assertTrue(summary.metrics().get("delivery.any").value("within(1s)").isPresent());
    assertTrue(summary.metrics().get("gateway.cpu[2s..4s]").value("mean").isPresent());
    assertTrue(summary.metrics().keySet().stream().noneMatch(path -> path.contains("[0s")));
    TrialResult result = TrialRunner.of(trial, TrialScenario.of(trial), outcome);
    assertTrue(result.value(group).isKnown(), result.value(group)::reason);
  }

  @Test
  void aRegionThatIsNotThereIsAnErrorWithItsPlace() {
    InvalidScenarioException wrong =
        assertThrows(
            InvalidScenarioException.class,
            () -> values(List.of("delivery.online.p99{region=kyoto}")));
    assertEquals(1, wrong.errors().size());
    assertTrue(
        wrong.errors().get(0).contains("'kyoto' is no region; there are tokyo, osaka"),
        wrong::getMessage);
  }

  /** The values of the figures that are known. */
  private TreeMap<String, Double> values(List<String> paths) throws IOException {
    StringBuilder text = new StringBuilder(WORLD).append("expect:\n");
    paths.forEach(path -> text.append("  \"").append(path).append("\": \">= 0\"\n"));
    Path file = Files.writeString(folder.resolve("parts.yaml"), text);
    TreeMap<String, Double> values = new TreeMap<>();
    RunExperiment.Outcome outcome =
        new RunExperiment(1, "test", () -> 0)
            .run(
                TrialScenario.read(file, "baseline", List.of(), List.of()),
                "baseline",
                (atNs, endNs, events) -> {});
    for (Judgement judgement : outcome.judgements()) {
      judgement
          .reading()
          .value()
          .ifPresent(value -> values.put(judgement.expectation().path(), value));
    }
    return values;
  }
}
