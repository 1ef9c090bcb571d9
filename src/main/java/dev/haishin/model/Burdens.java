package dev.haishin.model;

import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.PauseLaw;
import dev.haishin.scenario.HostKeys;
import dev.haishin.scenario.KafkaKeys;
import dev.haishin.scenario.PushKeys;
import dev.haishin.scenario.RegionSpec;
import dev.haishin.scenario.ScenarioSpec;
import dev.haishin.scenario.Section;
import java.util.List;

/** What a scenario says of work beside a region's components and of pauses that hosts make. */
final class Burdens {
  private final RegionSpec region;
  private final int number;

  Burdens(ScenarioSpec scenario, int number) {
    this.region = scenario.regions().get(number);
    this.number = number;
  }

  void addTo(List<FailurePlan> plans) {
    add("gateway", region.gateways(), plans);
    if (region.home() == number) {
      add("broker", region.kafka(), plans);
      add("worker", region.kafka().get(KafkaKeys.WORKERS), plans);
      add("redis", region.redis(), plans);
      add("store", region.store(), plans);
      add("relay", region.push().get(PushKeys.RELAYS), plans);
    }
  }

  private void add(String component, Section keys, List<FailurePlan> plans) {
    double background = keys.find(HostKeys.BACKGROUND).orElse(0.0);
    PauseLaw pauses =
        keys.find(HostKeys.PAUSES)
            .map(
                section ->
                    new PauseLaw(
                        section.get(HostKeys.EVERY).distribution(),
                        section.get(HostKeys.FOR).distribution(),
                        region.longestPauseNs(component)))
            .orElse(null);
    if (background > 0 || pauses != null) {
      plans.add(
          new FailurePlan.Burden(FailurePlans.component(component), number, background, pauses));
    }
  }
}
