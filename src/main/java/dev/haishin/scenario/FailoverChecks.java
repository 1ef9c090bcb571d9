package dev.haishin.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks {@code regions.R.failover} and {@code standby}: people can go where they beat in the same
 * way, as long as something serves their data; a home's own data can go to a second site.
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
    standby(region);
    List<String> names = region.section().find(Language.FAILOVER).orElse(List.of());
    if (names.isEmpty()) {
      return;
    }
    boolean isOwnHome = region.home().equals(region.name());
    if (isOwnHome && region.section().find(Language.STANDBY).isEmpty()) {
      wrong(
          region,
          "cannot be: " + region.name() + " holds its own data, which nothing serves elsewhere",
          "give regions." + region.name() + ".standby, a second site for its data, or a home");
      return;
    }
    for (String name : names) {
      check(region, name);
    }
  }

  private void standby(RegionDraft region) {
    Section standby = region.section().find(Language.STANDBY).orElse(null);
    String name = standby == null ? null : standby.find(StandbyKeys.REGION).orElse(null);
    if (name == null) {
      return;
    }
    Position position = standby.position(StandbyKeys.REGION);
    String path = "regions." + region.name() + ".standby.region";
    if (!region.home().equals(region.name())) {
      problems.add(
          region.section().position(Language.STANDBY),
          "regions." + region.name() + ".standby",
          region.name() + " holds no data: that is in " + region.home(),
          "give it to " + region.home());
    } else if (name.equals(region.name())) {
      problems.add(
          position, path, "'" + name + "' is the region itself", "name one of " + others(region));
    } else if (regions.stream().noneMatch(other -> other.name().equals(name))) {
      problems.add(position, path, "'" + name + "' is no region", "name one of " + others(region));
    } else {
      staysHome(region, name);
    }
  }

  /** What must stay home has no second site elsewhere. */
  private void staysHome(RegionDraft region, String name) {
    for (RegionDraft of : regions) {
      Section rules = of.isWhole() ? of.section().find(Language.RESIDENCY).orElse(null) : null;
      boolean isBound =
          rules != null
              && of.home().equals(region.name())
              && List.of(ResidencyKeys.BODY, ResidencyKeys.METADATA, ResidencyKeys.KEYS).stream()
                  .anyMatch(key -> rules.find(key).orElse("any").equals("home"));
      if (isBound) {
        problems.add(
            region.section().position(Language.STANDBY),
            "regions." + region.name() + ".standby",
            "regions."
                + of.name()
                + ".residency keeps data in "
                + region.name()
                + ", and a site in "
                + name
                + " would hold a copy",
            "leave out one of the two");
      }
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
    } else if (!beatAlike(region, there)) {
      wrong(
          region,
          "the clients of '" + name + "' beat in another way",
          "give both regions the same heartbeat, heartbeat-timeout and heartbeats of clients");
    }
  }

  /** All but the region itself. */
  private String others(RegionDraft region) {
    List<String> names = new ArrayList<>();
    for (RegionDraft other : regions) {
      if (other != region) {
        names.add(other.name());
      }
    }
    return names.isEmpty() ? "none, as there is no other" : String.join(", ", names);
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
