package dev.haishin.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks {@code regions.R.failover}: people can go where the same home serves them, in the same way
 * of beating; the data of a home goes nowhere.
 */
final class FailoverChecks {
  private static final List<Key<?>> BEATS =
      List.of(ClientKeys.HEARTBEAT, ClientKeys.HEARTBEAT_TIMEOUT, ClientKeys.HEARTBEATS);

  private final Problems problems;
  private final List<RegionDraft> regions;

  FailoverChecks(Problems problems, List<RegionDraft> regions) {
    this.problems = problems;
    this.regions = regions;
  }

  void check(RegionDraft region) {
    List<String> names = region.section().find(Language.FAILOVER).orElse(List.of());
    if (names.isEmpty()) {
      return;
    }
    if (region.home().equals(region.name())) {
      wrong(
          region,
          "cannot be: " + region.name() + " holds its own data, which nothing serves elsewhere",
          "give " + region.name() + " a home, whose people may then go to regions of that home");
      return;
    }
    for (String name : names) {
      check(region, name);
    }
  }

  private void check(RegionDraft region, String name) {
    RegionDraft there =
        regions.stream().filter(other -> other.name().equals(name)).findFirst().orElse(null);
    if (there == null || there == region) {
      wrong(
          region,
          there == null ? "'" + name + "' is no region" : "'" + name + "' is the region itself",
          "name one of " + others(region));
    } else if (!there.home().equals(region.home())) {
      wrong(
          region,
          "the gateways of '" + name + "' serve the data of " + there.home(),
          "name a region whose home is " + region.home() + ": one of " + others(region));
    } else if (!beatAlike(region, there)) {
      wrong(
          region,
          "the clients of '" + name + "' beat in another way",
          "give both regions the same heartbeat, heartbeat-timeout and heartbeats of clients");
    }
  }

  /** Those that share the region's home. */
  private String others(RegionDraft region) {
    List<String> names = new ArrayList<>();
    for (RegionDraft other : regions) {
      if (other != region && other.home().equals(region.home())) {
        names.add(other.name());
      }
    }
    return names.isEmpty() ? "none, as no other has its home" : String.join(", ", names);
  }

  private static boolean beatAlike(RegionDraft one, RegionDraft other) {
    return one.clients() == null
        || other.clients() == null
        || BEATS.stream()
            .allMatch(key -> one.clients().find(key).equals(other.clients().find(key)));
  }

  private void wrong(RegionDraft region, String what, String right) {
    String path = "regions." + region.name() + ".failover";
    problems.add(region.section().position(Language.FAILOVER), path, what, right);
  }
}
