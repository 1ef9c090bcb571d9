package dev.haishin.model;

import dev.haishin.model.rack.Racks;

/**
 * Which process is which: components follow each other in a fixed order, regions within a
 * component, hosts within a region, so that the numbers depend on the scenario alone.
 */
final class Layout {
  private final int[][] first;
  private final int[][] count;
  private final int[][] racks;
  private int next;

  /** No processes yet. */
  Layout(int components, int regions) {
    first = new int[components][regions];
    count = new int[components][regions];
    racks = new int[components][regions];
  }

  /** Gives the next numbers to the hosts of a component in a region, each a process. */
  void reserve(int component, int region, int hosts) {
    reserve(component, region, hosts, hosts);
  }

  /** Gives the next numbers to the racks that hold the hosts of a component in a region. */
  void reserve(int component, int region, int hosts, int inRacks) {
    first[component][region] = next;
    count[component][region] = hosts;
    racks[component][region] = inRacks;
    next += inRacks;
  }

  /** The first process of a component in a region. */
  int first(int component, int region) {
    return first[component][region];
  }

  /** Hosts of a component in a region. */
  int count(int component, int region) {
    return count[component][region];
  }

  /** Hosts of a component everywhere. */
  int total(int component) {
    int sum = 0;
    for (int hosts : count[component]) {
      sum += hosts;
    }
    return sum;
  }

  /** A host's number among all hosts of its component. */
  int host(int component, int region, int number) {
    int before = 0;
    for (int r = 0; r < region; r++) {
      before += count[component][r];
    }
    return before + number;
  }

  /** The racks that hold a component in a region. */
  Racks racks(int component, int region) {
    return new Racks(processes(component, region), count[component][region]);
  }

  /** Processes reserved so far. */
  int size() {
    return next;
  }

  /** The processes of a component in a region: its hosts, or the racks that hold them. */
  int[] processes(int component, int region) {
    int[] processes = new int[racks[component][region]];
    for (int i = 0; i < processes.length; i++) {
      processes[i] = first[component][region] + i;
    }
    return processes;
  }
}
