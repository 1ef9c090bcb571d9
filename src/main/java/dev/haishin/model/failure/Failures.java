package dev.haishin.model.failure;

import dev.haishin.model.network.Cuts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All that fails in a run, by who has to know: fixed before the run and read-only during it.
 *
 * <p>Host i of a component stands in zone i mod zones. A zone that is lost takes all its hosts,
 * each of which vanishes. Where all zones of a home with a second site are dark together until it
 * is promoted, the hosts of the home's back end are those of that site from then on.
 */
public final class Failures {
  private final List<FailurePlan> plans;
  private final int[] zones;
  private final Takeover[] takeovers;

  /** What fails where no region has a second site. */
  public Failures(List<FailurePlan> plans, int[] zones) {
    this(plans, zones, new Standby[zones.length]);
  }

  /**
   * What fails.
   *
   * @param zones of each region
   * @param standbys of each region, null for those without
   */
  public Failures(List<FailurePlan> plans, int[] zones, Standby[] standbys) {
    List<FailurePlan> inOrder = new ArrayList<>(plans);
    inOrder.sort(Comparator.comparingLong(FailurePlan::atNs));
    this.plans = List.copyOf(inOrder);
    this.zones = zones.clone();
    this.takeovers = new Takeover[zones.length];
    for (int r = 0; r < zones.length; r++) {
      takeovers[r] = standbys[r] == null ? null : takeover(r, standbys[r]);
    }
  }

  /** When a region's second site takes its place, null if it does not. */
  public Takeover takeover(int region) {
    return takeovers[region];
  }

  /** The first time that all zones are dark, and stay so until the second site is promoted. */
  private Takeover takeover(int region, Standby standby) {
    Outages dark = zones(region);
    for (FailurePlan.ZoneLost lost : of(FailurePlan.ZoneLost.class)) {
      long atNs = lost.atNs();
      long promotedNs = atNs + standby.promoteAfterNs();
      boolean isLost =
          lost.region() == region
              && IntStream.range(0, zones[region])
                  .allMatch(
                      zone -> {
                        int index = dark.indexAt(zone, atNs);
                        return index >= 0 && dark.upNs(zone, index) > promotedNs;
                      });
      if (isLost) {
        return new Takeover(standby.region(), atNs, promotedNs, standby.lagNs());
      }
    }
    return null;
  }

  /** In the order of their time. */
  public List<FailurePlan> plans() {
    return plans;
  }

  /**
   * When each host of a component is down in a region.
   *
   * @param hosts how many there are
   * @param isBackEnd whether the second site has as many
   */
  public Outages outages(int component, int region, int hosts, boolean isBackEnd) {
    Takeover takeover = isBackEnd ? takeovers[region] : null;
    List<FailurePlan.HostsDown> downs = new ArrayList<>();
    for (FailurePlan plan : plans) {
      FailurePlan.HostsDown down =
          takeover != null && plan instanceof FailurePlan.ZoneLost lost
              ? asDown(lost, component, region, hosts, takeover)
              : asDown(plan, component, region, hosts);
      if (down != null && down.component() == component && down.region() == region) {
        downs.add(down);
      }
    }
    downs.sort(Comparator.comparingLong(FailurePlan.HostsDown::atNs));
    Outages outages = new Outages(hosts);
    for (FailurePlan.HostsDown down : downs) {
      for (int host : down.hosts()) {
        outages.add(host, down.atNs(), down.upNs(), down.silent());
      }
    }
    return outages;
  }

  /**
   * How each host of a component does worse than it should in a region.
   *
   * @param region -1 for services of the whole world
   * @param hosts how many there are
   */
  public Degradation[] degradations(int component, int region, int hosts) {
    Degradation[] degradations = new Degradation[hosts];
    Arrays.fill(degradations, new Degradation());
    for (FailurePlan plan : plans) {
      if (plan instanceof FailurePlan.Degraded worse
          && worse.component() == component
          && worse.region() == region) {
        for (int host : worse.hosts()) {
          degradations[host] = degradations[host].and(worse.atNs(), worse.untilNs(), worse.step());
        }
      }
    }
    return degradations;
  }

  /**
   * How fast each host of a component works in a region.
   *
   * @param names of the hosts; key what is drawn
   * @param endNs of the run
   */
  public HostSpeeds speeds(int component, int region, String[] names, long seed, long endNs) {
    HostSpeeds speeds = new HostSpeeds(names.length);
    for (FailurePlan plan : plans) {
      if (plan instanceof FailurePlan.Degraded worse
          && worse.component() == component
          && worse.region() == region) {
        speeds.slow(worse.hosts(), worse.atNs(), worse.untilNs(), worse.step().latencyFactor());
      } else if (plan instanceof FailurePlan.HostsPaused paused
          && paused.component() == component
          && paused.region() == region) {
        speeds.pause(paused.hosts(), paused.atNs(), paused.untilNs(), paused.mostNs());
      } else if (plan instanceof FailurePlan.Burden burden
          && burden.component() == component
          && burden.region() == region) {
        speeds.burden(burden, names, seed, endNs);
      }
    }
    return speeds;
  }

  /**
   * When which regions are parted.
   *
   * @param endNs of the run: what does not end in it ends behind it
   */
  public Cuts cuts(long endNs) {
    Cuts cuts = new Cuts(zones.length);
    for (FailurePlan.Parted parted : of(FailurePlan.Parted.class)) {
      cuts.add(
          parted.region(), parted.other(), parted.atNs(), Math.min(parted.untilNs(), endNs + 1));
    }
    return cuts;
  }

  /** The drains of a region's gateways, in the order of their time. */
  public List<FailurePlan.HostsDrained> drains(int region) {
    return of(FailurePlan.HostsDrained.class).stream()
        .filter(drain -> drain.region() == region)
        .toList();
  }

  /** The gateways that a region gets during the run, in the order of their numbers. */
  public List<FailurePlan.GatewaysAdded> added(int region) {
    return of(FailurePlan.GatewaysAdded.class).stream()
        .filter(added -> added.region() == region)
        .toList();
  }

  /** How many gateways a region gets during the run. */
  public int addedCount(int region) {
    return added(region).stream().mapToInt(FailurePlan.GatewaysAdded::count).sum();
  }

  /** When people of a region come online at once. */
  public List<FailurePlan.ClientsOpen> openings(int region) {
    return of(FailurePlan.ClientsOpen.class).stream()
        .filter(open -> open.region() == region)
        .toList();
  }

  private <P extends FailurePlan> List<P> of(Class<P> kind) {
    return plans.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private FailurePlan.HostsDown asDown(FailurePlan plan, int component, int region, int hosts) {
    if (plan instanceof FailurePlan.HostsDown down) {
      return down;
    }
    if (plan instanceof FailurePlan.HostsDrained drain) {
      return new FailurePlan.HostsDown(
          drain.component(), drain.region(), drain.hosts(), drain.stopNs(), drain.upNs(), false);
    }
    if (plan instanceof FailurePlan.ZoneLost lost && lost.region() == region) {
      return dark(component, region, inZone(lost, hosts), lost.atNs(), lost.upNs());
    }
    return null;
  }

  /** What the loss of a zone, here or there, is to a home that a second site takes over. */
  private FailurePlan.HostsDown asDown(
      FailurePlan.ZoneLost lost, int component, int region, int hosts, Takeover takeover) {
    boolean isOver = lost.upNs() <= takeover.lostNs();
    if (lost.region() == region && lost.atNs() <= takeover.lostNs()) {
      long upNs = isOver ? lost.upNs() : takeover.promotedNs();
      return dark(component, region, inZone(lost, hosts), lost.atNs(), upNs);
    }
    if (lost.region() == takeover.region() && !isOver) {
      long fromNs = Math.max(lost.atNs(), takeover.lostNs());
      return dark(component, region, inZone(lost, hosts), fromNs, lost.upNs());
    }
    return null;
  }

  private int[] inZone(FailurePlan.ZoneLost lost, int hosts) {
    int of = zones[lost.region()];
    return IntStream.range(0, hosts).filter(host -> host % of == lost.zone()).toArray();
  }

  private static FailurePlan.HostsDown dark(
      int component, int region, int[] hosts, long atNs, long upNs) {
    return new FailurePlan.HostsDown(component, region, hosts, atNs, upNs, true);
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
