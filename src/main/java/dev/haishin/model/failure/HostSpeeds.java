package dev.haishin.model.failure;

import dev.haishin.engine.Capacity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What slows the hosts of a component in a region, gathered before a run.
 *
 * <p>What overlaps multiplies. Pauses that run into each other are one, and it lasts no longer than
 * a host can be still without being taken for dead: sessions and what follows their loss are not
 * part of a pause.
 */
public final class HostSpeeds {
  private final List<List<Capacity.Spell>> slow = new ArrayList<>();
  private final List<List<long[]>> pauses = new ArrayList<>();
  private double background;
  private long mostPauseNs = Long.MAX_VALUE / 2;

  HostSpeeds(int hosts) {
    for (int i = 0; i < hosts; i++) {
      slow.add(new ArrayList<>());
      pauses.add(new ArrayList<>());
    }
  }

  void slow(int[] hosts, long fromNs, long untilNs, double factor) {
    for (int host : hosts) {
      slow.get(host).add(new Capacity.Spell(fromNs, untilNs, 1 / factor));
    }
  }

  void pause(int[] hosts, long fromNs, long untilNs, long mostNs) {
    mostPauseNs = Math.min(mostPauseNs, mostNs);
    for (int host : hosts) {
      pauses.get(host).add(new long[] {fromNs, untilNs});
    }
  }

  void burden(FailurePlan.Burden burden, String[] names, long seed, long endNs) {
    background = burden.background();
    if (burden.pauses() != null) {
      mostPauseNs = Math.min(mostPauseNs, burden.pauses().mostNs());
      for (int host = 0; host < names.length; host++) {
        pauses.get(host).addAll(burden.pauses().draw(seed, names[host], endNs));
      }
    }
  }

  /**
   * By host.
   *
   * @param ofProcessors whether other work on the host counts
   */
  public Capacity[] capacities(boolean ofProcessors) {
    Capacity[] capacities = new Capacity[slow.size()];
    for (int host = 0; host < capacities.length; host++) {
      List<Capacity.Spell> spells = new ArrayList<>(slow.get(host));
      for (long[] pause : joined(pauses.get(host))) {
        spells.add(new Capacity.Spell(pause[0], pause[1], 0));
      }
      if (ofProcessors && background > 0) {
        spells.add(new Capacity.Spell(Long.MIN_VALUE, Long.MAX_VALUE, 1 - background));
      }
      capacities[host] = Capacity.of(spells);
    }
    return capacities;
  }

  private List<long[]> joined(List<long[]> all) {
    List<long[]> inOrder = new ArrayList<>(all);
    inOrder.sort(
        Comparator.<long[]>comparingLong(pause -> pause[0]).thenComparingLong(pause -> pause[1]));
    List<long[]> joined = new ArrayList<>();
    long[] last = null;
    for (long[] pause : inOrder) {
      if (last == null || pause[0] > last[1]) {
        last = pause.clone();
        joined.add(last);
      }
      last[1] = Math.min(last[0] + mostPauseNs, Math.max(last[1], pause[1]));
    }
    return joined;
  }
}
