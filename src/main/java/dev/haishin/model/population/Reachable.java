package dev.haishin.model.population;

import dev.haishin.model.failure.Outages;
import dev.haishin.model.gateway.Balancer;
import dev.haishin.model.network.RegionWay;
import java.util.List;

/**
 * The gateways that the people of a region may dial, as one client shard sees them: those of their
 * own region, and while none of these is up, those of the first region of their fail-over list in
 * which one is, unless it is parted from the own.
 *
 * <p>Nobody is called home: who is connected elsewhere stays until the connection ends, and dials
 * the own region again then. If no gateway is up anywhere, the own region is dialled.
 */
public final class Reachable {
  private final List<Front> fronts;

  /**
   * Gateways by region, in the order of preference.
   *
   * @param fronts the own region's first, at least that one
   */
  public Reachable(List<Front> fronts) {
    this.fronts = List.copyOf(fronts);
  }

  /** The own region's gateways. */
  Front own() {
    return fronts.get(0);
  }

  /** Whether nobody goes to another region. */
  boolean isOwnOnly() {
    return fronts.size() == 1;
  }

  /** The number of a gateway among all that are listed here, region after region. */
  int number(int gatewayProcess) {
    int before = 0;
    for (int i = 0; i < fronts.size() - 1; i++) {
      if (fronts.get(i).holds(gatewayProcess)) {
        return before + gatewayProcess - fronts.get(i).firstGateway();
      }
      before += fronts.get(i).outages().hosts();
    }
    return before + gatewayProcess - fronts.get(fronts.size() - 1).firstGateway();
  }

  /** The process of a gateway by its {@link #number}. */
  int process(int number) {
    int within = number;
    for (int i = 0; i < fronts.size() - 1; i++) {
      int hosts = fronts.get(i).outages().hosts();
      if (within < hosts) {
        return fronts.get(i).firstGateway() + within;
      }
      within -= hosts;
    }
    return fronts.get(fronts.size() - 1).firstGateway() + within;
  }

  /** The process of the gateway for a connection that is begun at an instant. */
  int choose(int user, int generation, long nowNs) {
    Front chosen = own();
    for (int i = 0; !isOwnOnly() && i < fronts.size(); i++) {
      if (fronts.get(i).balancer().isAnyUp(nowNs) && !fronts.get(i).way().isCut(nowNs)) {
        chosen = fronts.get(i);
        break;
      }
    }
    return chosen.firstGateway() + chosen.balancer().choose(user, generation, nowNs);
  }

  /** Whether a gateway is down at an instant. */
  boolean isDown(int gatewayProcess, long atNs) {
    Front front = of(gatewayProcess);
    return front.outages().isDown(gatewayProcess - front.firstGateway(), atNs);
  }

  /** Whether a gateway is dark at an instant. */
  boolean isDark(int gatewayProcess, long atNs) {
    Front front = of(gatewayProcess);
    return front.outages().isDark(gatewayProcess - front.firstGateway(), atNs);
  }

  /** Since when a gateway that is dark at an instant is so, or -1 if it is not. */
  long darkSinceNs(int gatewayProcess, long atNs) {
    Front front = of(gatewayProcess);
    int number = gatewayProcess - front.firstGateway();
    return front.outages().isDark(number, atNs)
        ? front.outages().downNs(number, front.outages().indexAt(number, atNs))
        : -1;
  }

  /** The way from the own region to a gateway's. */
  RegionWay way(int gatewayProcess) {
    return of(gatewayProcess).way();
  }

  /** Whether a way from the own region to another's gateways is ever cut. */
  boolean mayBeCut() {
    return fronts.stream().anyMatch(front -> front.way().isEverCut());
  }

  private Front of(int gatewayProcess) {
    for (int i = 1; i < fronts.size(); i++) {
      if (fronts.get(i).holds(gatewayProcess)) {
        return fronts.get(i);
      }
    }
    return own();
  }

  /**
   * The gateways of one region.
   *
   * @param firstGateway its first gateway process; the others follow it
   * @param outages of them, by their number in the region
   * @param balancer which of them is dialled
   * @param way from the people's own region to this one
   */
  public record Front(int firstGateway, Outages outages, Balancer balancer, RegionWay way) {
    private boolean holds(int gatewayProcess) {
      int number = gatewayProcess - firstGateway;
      return number >= 0 && number < outages.hosts();
    }
  }
}
