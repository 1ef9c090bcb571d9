package dev.haishin.experiment.compare;

import dev.haishin.scenario.RegionSpec;
import dev.haishin.scenario.ScenarioSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A bound that no fan-out and no session directory can beat: the same people, taps, failures,
 * network, gateways and log, with copies that cost nothing to make and lookups that cost nothing to
 * answer.
 *
 * <p>Every message is written to its recipients, by workers and into a store that take no time, and
 * every session is looked up in a directory whose commands take no time. What stays is what no
 * strategy can save: the way through the network, the log and the gateways. It is made of settings
 * alone, so {@code run} shows the same world when it is given them.
 */
public final class Oracle {
  /** Its name among the contenders; no variant can have it by accident and be taken for it. */
  public static final String NAME = "oracle";

  private static final List<String> FREE =
      List.of(
          "kafka.fanout-workers.record-cost=0us",
          "kafka.fanout-workers.recipient-cost=0us",
          "redis.command-cost=0us",
          "store.put=0ms",
          "store.get=0ms",
          "store.op-cost=0us");

  private Oracle() {}

  /** The bound of a scenario. */
  public static Contender of(ScenarioSpec scenario, Contender reference) {
    List<String> settings = new ArrayList<>(reference.settings());
    settings.addAll(settings(scenario));
    return new Contender(NAME, reference.variant(), settings, false);
  }

  /** What makes a scenario its own bound; a region may have costs of its own. */
  static List<String> settings(ScenarioSpec scenario) {
    List<String> settings = new ArrayList<>();
    settings.add("delivery.fanout.strategy=write");
    settings.addAll(FREE);
    for (RegionSpec region : scenario.regions()) {
      for (String free : FREE) {
        settings.add("regions." + region.name() + "." + free);
      }
    }
    return settings;
  }
}
