package dev.haishin.model.failure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that fails in a run, by who has to know: fixed before the run and read-only during it.
 *
 * <p>Host i of a component stands in zone i mod zones. A zone that is lost takes all its hosts,
 * each of which vanishes.
 */
public final class Failures {
  private final List<FailurePlan> plans;
  private final int[] zones;

  /**
   * What fails.
   *
   * @param zones of each region
   */
  public Failures(List<FailurePlan> plans, int[] zones) {
    List<FailurePlan> inOrder = new ArrayList<>(plans);
    inOrder.sort(Comparator.comparingLong(FailurePlan::atNs));
    this.plans = List.copyOf(inOrder);
    this.zones = zones.clone();
  }

  /** In the order of their time. */
  public List<FailurePlan> plans() {
    return plans;
  }

  /**
   * When each host of a component is down in a region.
   *
   * @param hosts how many there are
   */
  public Outages outages(int component, int region, int hosts) {
    Outages outages = new Outages(hosts);
    for (FailurePlan plan : plans) {
      if (plan instanceof FailurePlan.HostsDown down
          && down.component() == component
          && down.region() == region) {
        for (int host : down.hosts()) {
          outages.add(host, down.atNs(), down.upNs(), down.silent());
        }
      } else if (plan instanceof FailurePlan.ZoneLost lost && lost.region() == region) {
        for (int host = lost.zone(); host < hosts; host += zones[region]) {
          outages.add(host, lost.atNs(), lost.upNs(), true);
        }
      }
    }
    return outages;
  }

  /** When each zone of a region is dark, a zone being a host. */
  public Outages zones(int region) {
    Outages outages = new Outages(zones[region]);
    for (FailurePlan plan : plans) {
      if (plan instanceof FailurePlan.ZoneLost lost && lost.region() == region) {
        outages.add(lost.zone(), lost.atNs(), lost.upNs(), true);
      }
    }
    return outages;
  }
}
