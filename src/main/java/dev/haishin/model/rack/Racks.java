package dev.haishin.model.rack;

/**
 * Which racks hold the hosts of one component in one region: host i stands in rack i mod racks, as
 * host i stands in zone i mod zones. Guests, numbered after the hosts, are further processes that
 * run on hosts (replicas of others' data). Immutable, known to everyone who asks.
 */
public final class Racks {
  private final int[] processes;
  private final int hosts;
  private final int[] guestRacks;
  private final int[] guestPlaces;
  private final int[] guests;

  /**
   * A layout without guests.
   *
   * @param processes the racks' process numbers, at least one and none without a host
   * @param hosts how many hosts they hold together
   */
  public Racks(int[] processes, int hosts) {
    this(processes, hosts, new int[0]);
  }

  private Racks(int[] processes, int hosts, int[] guestMachines) {
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
    guestRacks = new int[guestMachines.length];
    guestPlaces = new int[guestMachines.length];
    guests = new int[processes.length];
    for (int guest = 0; guest < guestMachines.length; guest++) {
      int rack = rack(guestMachines[guest]);
      guestRacks[guest] = rack;
      guestPlaces[guest] = hosts(rack) + guests[rack]++;
    }
  }

  /** The same racks with guests, each on a host. */
  public Racks withGuests(int[] machines) {
    return new Racks(processes, hosts, machines);
  }

  /** Hosts and guests together. */
  public int members() {
    return hosts + guestRacks.length;
  }

  /** Hosts and guests in a rack: the places that it has. */
  public int places(int rack) {
    return hosts(rack) + guests[rack];
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

  /** The rack that holds a host or guest. */
  public int rack(int host) {
    return host < hosts ? host % processes.length : guestRacks[host - hosts];
  }

  /** The host at a place of a rack. */
  public int host(int rack, int place) {
    return place * processes.length + rack;
  }

  /** The place of a host or guest in its rack. */
  public int place(int host) {
    return host < hosts ? host / processes.length : guestPlaces[host - hosts];
  }
}
