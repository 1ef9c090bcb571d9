package dev.haishin.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which partition runs which process. No result depends on it, only how long a run takes.
 *
 * <p>Partitions meet once in the least latency that crosses them, so hosts that are near each other
 * stay together as long as the work can be shared out: first only client shards (an access link
 * away) and regions are taken apart, then the zones of a region, then hosts. Pieces go, the largest
 * first, to the partition that has the least to do.
 */
final class Partitioning {
  /** Events a message by component, measured on the New Year at 1% (background/performance.md). */
  private static final double[] EVENTS = {12.7, 9.7, 1.7, 2.7, 2.2, 4.2, 0.5};

  /** How much more than the mean the busiest partition may have to do. */
  private static final double UNEVEN = 1.3;

  /** How finely hosts are taken apart. */
  private enum Grain {
    REGION,
    ZONE,
    HOST
  }

  private final WorldPlan plan;
  private final Layout layout;
  private final int partitions;
  private final int[][][] chosen;
  private double[] busy;

  /** Shares the processes of a layout out. */
  Partitioning(WorldPlan plan, Layout layout, int partitions) {
    this.plan = plan;
    this.layout = layout;
    this.partitions = partitions;
    chosen = new int[Component.COUNT][plan.regions().size()][];
    for (Grain grain : Grain.values()) {
      share(grain);
      if (unevenness() <= UNEVEN) {
        break;
      }
    }
  }

  /** The partition of a process of a component: a host, or the rack that holds hosts. */
  int of(int component, int region, int number) {
    return chosen[component][region][number];
  }

  private void share(Grain grain) {
    List<Piece> pieces = new ArrayList<>();
    for (int r = 0; r < plan.regions().size(); r++) {
      addClients(r, pieces);
      addHosts(r, grain, pieces);
    }
    pieces.sort(Comparator.comparingDouble((Piece piece) -> -piece.work));
    busy = new double[partitions];
    for (Piece piece : pieces) {
      int idlest = 0;
      for (int p = 1; p < partitions; p++) {
        idlest = busy[p] < busy[idlest] ? p : idlest;
      }
      busy[idlest] += piece.work;
      for (int[] place : piece.places) {
        chosen[place[0]][place[1]][place[2]] = idlest;
      }
    }
  }

  private double unevenness() {
    double sum = 0;
    double most = 0;
    for (double work : busy) {
      sum += work;
      most = Math.max(most, work);
    }
    return most * partitions / sum;
  }

  private void addClients(int region, List<Piece> pieces) {
    int shards = processes(Component.CLIENTS, region);
    for (int i = 0; i < shards; i++) {
      Piece piece = new Piece();
      piece.add(Component.CLIENTS, region, i, EVENTS[Component.CLIENTS] * people(region) / shards);
      pieces.add(piece);
    }
  }

  private void addHosts(int region, Grain grain, List<Piece> pieces) {
    int zones = grain == Grain.REGION ? 1 : plan.regions().get(region).zones();
    Piece[] byZone = new Piece[zones];
    for (int z = 0; z < zones; z++) {
      byZone[z] = new Piece();
      pieces.add(byZone[z]);
    }
    for (int component = Component.GATEWAYS; component < Component.COUNT; component++) {
      boolean together = isTogether(component);
      int count = processes(component, region);
      double work = EVENTS[component] * people(component, region) / Math.max(1, count);
      for (int i = 0; i < count; i++) {
        Piece piece = byZone[together ? 0 : i % zones];
        if (grain == Grain.HOST && !together) {
          piece = new Piece();
          pieces.add(piece);
        }
        piece.add(component, region, i, work);
      }
    }
  }

  /** Brokers and relays share agendas, and a slot of Redis moves from one host to another. */
  private static boolean isTogether(int component) {
    return component == Component.BROKERS
        || component == Component.RELAYS
        || component == Component.SHARDS;
  }

  /** Makes room for the processes of a component in a region, and says how many there are. */
  private int processes(int component, int region) {
    int count = layout.processes(component, region).length;
    chosen[component][region] = new int[count];
    return count;
  }

  /** Whom a component of a region works for: those there, or those whose home it is. */
  private double people(int component, int region) {
    if (component == Component.GATEWAYS) {
      return people(region);
    }
    double sum = 0;
    for (int r = 0; r < plan.regions().size(); r++) {
      sum += plan.regions().get(r).home() == region ? people(r) : 0;
    }
    return sum;
  }

  private double people(int region) {
    RegionPlan at = plan.regions().get(region);
    return at.users() * Math.max(1e-6, at.clients().connectedShare());
  }

  /** Processes that stay together. */
  private static final class Piece {
    private final List<int[]> places = new ArrayList<>();
    private double work;

    private void add(int component, int region, int number, double itsWork) {
      places.add(new int[] {component, region, number});
      work += itsWork;
    }
  }
}
