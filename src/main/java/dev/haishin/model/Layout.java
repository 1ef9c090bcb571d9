package dev.haishin.model;

/**
 * Which process is which: components follow each other in a fixed order, regions within a
 * component, hosts within a region, so that the numbers depend on the scenario alone.
 */
final class Layout {
  private final int[][] first;
  private final int[][] count;
  private int next;

  /** No processes yet. */
  Layout(int components, int regions) {
    first = new int[components][regions];
    count = new int[components][regions];
  }

  /** Gives the next numbers to the hosts of a component in a region. */
  void reserve(int component, int region, int hosts) {
    first[component][region] = next;
    count[component][region] = hosts;
    next += hosts;
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

  /** Processes reserved so far. */
  int size() {
    return next;
  }

  /** The processes of a component in a region. */
  int[] processes(int component, int region) {
    int[] processes = new int[count[component][region]];
    for (int i = 0; i < processes.length; i++) {
      processes[i] = first[component][region] + i;
    }
    return processes;
  }
}
