package dev.haishin.experiment.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.sweep.Grid;
import dev.haishin.experiment.sweep.Variation;
import dev.haishin.experiment.trial.LocalTrials;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.experiment.trial.TrialRunner;
import dev.haishin.results.file.SizePlan;
import dev.haishin.results.file.SweepTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeExperimentTest {
  private static final double FRAMES_PER_SECOND = 1000;
  private static final String MEAN_WAIT = "stage.gateway-in.wait.mean";

  /** A gateway whose event loops share one queue: M/M/c, with as many servers as cores. */
  private static final String GATEWAY =
      """
      name: servers
      seed: 3
      duration: 2s
      warmup: 500ms
      regions: {lab: {users: 500, connected: 100%, zones: 1}}
      network: {access: 5ms}
      clients: {heartbeat: never, session: static}
      chats: {direct: {share: 100%}}
      traffic: {messages: {rate: 1000/s}, payload: 100B}
      kafka: {brokers: 1, partitions: 1, replication: 1, min-insync: 1, linger: 200ms}
      redis: {shards: 1}
      store: {region-servers: 1}
      """;

  @TempDir Path folder;

  /** Servers and mean wait in mean services for a load in erlang: the usual table of M/M/c. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 2,  0.066667",
    "0.8, 2,  0.190476",
    "1,   2,  0.333333",
    "1,   3,  0.045455",
    "2,   3,  0.444444",
    "2,   4,  0.086957",
    "3,   4,  0.509434",
    "3,   5,  0.118076",
    "5,   7,  0.162075",
    "8,   10, 0.204590"
  })
  void asManyServersAreFoundAsErlangsTableSays(double load, int servers, double wait)
      throws IOException {
    assertEquals(wait, ErlangC.meanWait(servers, load), 1e-6);
    double tooLong = Math.min(4, ErlangC.meanWait(servers - 1, load));
    double limit = Math.sqrt(wait * tooLong);
    SizePlan plan = sized(gateway(load, limit), Spare.NONE, List.of(), "gateways.cores=1..16");
    SizePlan.Choice cores = plan.steps().get(0).choices().get(0);
    assertEquals(Integer.toString(servers), cores.value(), plan.steps().get(0).tried().toString());
    assertEquals(Integer.toString(servers - 1), cores.below());
    assertEquals("missed", cores.breaks().orElseThrow().verdict());
    assertEquals(MEAN_WAIT, plan.steps().get(0).binding().orElseThrow().path());
  }

  @Test
  void theHeadroomIsWhereErlangsWaitReachesTheLimit() throws IOException {
    double limit = ErlangC.meanWait(4, 2.4);
    SizePlan plan = sized(gateway(2, limit), Spare.NONE, List.of(), "gateways.cores=1..16");
    assertEquals("4", plan.steps().get(0).choices().get(0).value());
    assertEquals(1.2, plan.steps().get(0).headroom().orElseThrow(), 0.1001);
  }

  @Test
  void aPlanHasAsManyServersAStepAsTheLoadOfEachTakes() throws IOException {
    Variation growth = new Variation("load", List.of("x1", "x2"));
    SizePlan plan = sized(gateway(1, 1), Spare.NONE, List.of(growth), "gateways.cores=1..16");
    assertEquals(
        List.of(erlangs(1), erlangs(2)),
        plan.steps().stream().map(step -> step.choices().get(0).value()).toList());
    assertEquals(List.of("load=x2"), plan.steps().get(1).at());
  }

  private static String erlangs(double load) {
    int servers = 1;
    while (ErlangC.meanWait(servers, load) > 1) {
      servers++;
    }
    return Integer.toString(servers);
  }

  @Test
  void theGreatestLoadIsFoundThatServersCarry() throws IOException {
    double limit = ErlangC.meanWait(4, 3);
    SizePlan plan = sized(gateway(1, limit), Spare.NONE, List.of(), "load=x1..x6 step x0.25");
    SizePlan.Choice load = plan.steps().get(0).choices().get(0);
    assertTrue(load.most());
    double found = Double.parseDouble(load.value().substring(1));
    assertEquals(3, found, 0.5);
    assertTrue(plan.steps().get(0).headroom().isEmpty());
  }

  private String gateway(double load, double limit) {
    return GATEWAY
        + String.format(
            Locale.ROOT,
            "gateways: {per-region: 1, cores: 4, loops: shared, frame-in-cost: exp(%.6fms),"
                + " frame-out-cost: 0us, ack-cost: 0us}%nexpect: {%s: \"<= %.6fms\"}%n",
            1e3 * load / FRAMES_PER_SECOND,
            MEAN_WAIT,
            1e3 * limit * load / FRAMES_PER_SECOND);
  }

  private SizePlan sized(String text, Spare spare, List<Variation> variations, String... finds)
      throws IOException {
    Path file = Files.writeString(folder.resolve("scenario.yaml"), text);
    Trial base = Trial.of(file, Trial.BASELINE, List.of(), 0);
    List<SizeRange> ranges = new ArrayList<>();
    for (String find : finds) {
      String path = find.substring(0, find.indexOf('='));
      String range = find.substring(path.length() + 1);
      ranges.add(SizeRange.read(path, range, SizeRange.isMoreLess(path), why -> {}).orElseThrow());
    }
    Grid steps = new Grid(List.of(Trial.BASELINE), variations);
    SizeTask task =
        SizeTask.read(base, ranges, spare, steps.points(), (title, world, fits) -> List.of());
    SweepTable.Origin origin = new SweepTable.Origin("any", "", List.of(), 12, "test", "abc");
    TrialEngine engine =
        new LocalTrials(2, Long.MAX_VALUE, new TrialRunner("test"), (trial, at, end, events) -> {});
    Path out = folder.resolve("out");
    try (SizeExperiment experiment = SizeExperiment.open(task, out, origin)) {
      return experiment.run(engine);
    }
  }
}
