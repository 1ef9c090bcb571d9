package dev.haishin.model.rack;

/**
 * Which racks hold the hosts of one component in one region: host i stands in rack i mod racks, as
 * host i stands in zone i mod zones. Immutable, known to everyone who asks.
 */
public final class Racks {
  private final int[] processes;
  private final int hosts;

  /**
   * A layout.
   *
   * @param processes the racks' process numbers, at least one and none without a host
   * @param hosts how many hosts they hold together
   */
  public Racks(int[] processes, int hosts) {
    if (processes.length < 1 || hosts < processes.length) {
      throw new IllegalArgumentException(
          processes.length + " racks cannot hold " + hosts + " hosts");
    }
    if (hosts > Command.MOST_HOSTS) {
      throw new IllegalArgumentException(
          "racks hold at most " + Command.MOST_HOSTS + " hosts, not " + hosts);
    }
    this.processes = processes.clone();
    this.hosts = hosts;
  }

  /** How many hosts there are. */
  public int hosts() {
    return hosts;
  }

  /** How many racks there are. */
  public int racks() {
    return processes.length;
  }

  /** How many hosts stand in a rack. */
  public int hosts(int rack) {
    return (hosts - rack + processes.length - 1) / processes.length;
  }

  /** The process number of a rack. */
  public int process(int rack) {
    return processes[rack];
  }

  /** The rack that holds a host. */
  public int rack(int host) {
    return host % processes.length;
  }

  /** The host at a place of a rack. */
  public int host(int rack, int place) {
    return place * processes.length + rack;
  }

  /** The host's place in its rack. */
  public int place(int host) {
    return host / processes.length;
  }
}
