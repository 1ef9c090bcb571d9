package dev.haishin.model;

import dev.haishin.engine.Links;
import dev.haishin.engine.Simulation;
import dev.haishin.model.network.Network;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.List;

/**
 * The least latency between partitions, of hosts whose places are known: regions are further apart
 * than the table of links between groups can say.
 */
final class Crossings {
  private final Simulation simulation;
  private final Network network;
  private final Links links;

  Crossings(Simulation simulation, Network network, Links links) {
    this.simulation = simulation;
    this.network = network;
    this.links = links;
  }

  /** Nanoseconds; {@code Long.MAX_VALUE} where no partition reaches another. */
  long leastNs() {
    List<Integer> samples = samples();
    long leastNs = Long.MAX_VALUE;
    for (int from : samples) {
      for (int to : samples) {
        if (simulation.partition(from) != simulation.partition(to)) {
          leastNs = Math.min(leastNs, leastNs(from, to));
        }
      }
    }
    return leastNs;
  }

  private long leastNs(int from, int to) {
    int fromGroup = simulation.process(from).group();
    int toGroup = simulation.process(to).group();
    long linkNs = links.leastNs(fromGroup, toGroup);
    boolean bothStand = stands(fromGroup) && stands(toGroup);
    return bothStand ? Math.max(linkNs, network.leastNs(from, to)) : linkNs;
  }

  /** Whether a group's processes stand somewhere, so that the network says how far they are. */
  private static boolean stands(int group) {
    return group >= Groups.GATEWAYS && group <= Groups.PUSH || group == Groups.SOURCES;
  }

  /** One process of each partition, group, region and zone. */
  private List<Integer> samples() {
    List<Integer> samples = new ArrayList<>();
    LongOpenHashSet seen = new LongOpenHashSet();
    for (int process = 0; process < simulation.nextId(); process++) {
      long kind = simulation.partition(process);
      kind = kind * Groups.COUNT + simulation.process(process).group();
      kind = kind << Short.SIZE | network.region(process, 0);
      kind = kind << Short.SIZE | network.zone(process, 0);
      if (seen.add(kind)) {
        samples.add(process);
      }
    }
    return samples;
  }
}
