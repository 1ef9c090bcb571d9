package dev.haishin.experiment;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.model.Estimate;
import dev.haishin.model.Plans;
import dev.haishin.model.World;
import dev.haishin.model.WorldPlan;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quickstart|failures=[]",
        "new-year|scale=0.1%;failures=[];duration=200s",
        "heartbeats-300m|scale=1%;failures=[];duration=100s",
        "heartbeats-300m|scale=1%;duration=300s;warmup=60s",
        "gateway-crash-storm|duration=3m",
        "mega-group|duration=60s;failures=[]",
      })
  void x(String name, String overrides) {
    WorldPlan plan =
        Plans.of(
            TrialScenario.read(
                Path.of("scenarios", name + ".yaml"),
                Trial.BASELINE,
                List.of(overrides.split(";")),
                List.of()),
            List.of());
    Estimate e = Estimate.of(plan);
    long before = live();
    World world = World.build(plan, 1);
    long[] most = {live() - before};
    long built = most[0];
    long t0 = System.nanoTime();
    world.run(
        (at, end, events) -> {
          if (at % 10_000_000_000L == 0 || at == end) {
            most[0] = Math.max(most[0], live() - before);
          }
        });
    long after = live() - before;
    System.err.printf(
        "%s %s: events %.0f/%d est people %d msg %d rec %d; built %d most %d after %d; fp %s; %d ms%n",
        name,
        overrides,
        e.events(),
        world.events(),
        e.peopleBytes(),
        e.messageBytes(),
        e.recordingBytes(),
        built,
        most[0],
        after,
        world.footprint(),
        (System.nanoTime() - t0) / 1000000);
  }

  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
