package dev.haishin.model.network;

import dev.haishin.engine.Distribution;
import java.util.Arrays;

/**
 * One-way latencies from host to host: same zone, same region, or half the round trip between
 * regions.
 *
 * <p>The least latency is constant for a pair of hosts. Between regions there may be jitter and
 * cuts on top of it, which do not change the order of what one process sends to another. A home's
 * back end may move once, at an instant from which on it is dark for longer than anything is under
 * way. Not modelled: bandwidth between regions.
 */
public final class Network {
  private static final int STAYS = -1;

  private final long sameZoneNs;
  private final long sameRegionNs;
  private final long[][] betweenNs;
  private int[] regions = new int[1024];
  private int[] zones = new int[1024];
  private Move[] moves;
  private int[] movingHome;
  private LongLines lines;
  private Borders borders;

  /**
   * A network with no hosts yet.
   *
   * @param sameZoneNs one way within a zone
   * @param sameRegionNs one way between zones of a region
   * @param betweenNs one way between regions, symmetric
   */
  public Network(long sameZoneNs, long sameRegionNs, long[][] betweenNs) {
    this.sameZoneNs = sameZoneNs;
    this.sameRegionNs = sameRegionNs;
    this.betweenNs = betweenNs;
  }

  /** Says where a process stands. */
  public void place(int process, int region, int zone) {
    if (process >= regions.length) {
      int length = Math.max(process + 1, regions.length * 2);
      regions = Arrays.copyOf(regions, length);
      zones = Arrays.copyOf(zones, length);
    }
    regions[process] = region;
    zones[process] = zone;
  }

  /**
   * Has the processes placed from one number to another move together; before the run.
   *
   * @param home index of the region whose back end they are
   * @param toRegion where they go
   * @param zonesThere of that region
   * @param atNs when
   */
  public void move(int home, int firstProcess, int end, int toRegion, int zonesThere, long atNs) {
    if (moves == null) {
      moves = new Move[betweenNs.length];
      movingHome = new int[0];
    }
    moves[home] = new Move(toRegion, zonesThere, atNs);
    int known = movingHome.length;
    if (end > known) {
      movingHome = Arrays.copyOf(movingHome, end);
      Arrays.fill(movingHome, known, end, STAYS);
    }
    Arrays.fill(movingHome, firstProcess, end, home);
  }

  /** Where the back end of a home stands at an instant. */
  public int seat(int home, long atNs) {
    boolean hasMoved = moves != null && moves[home] != null && atNs >= moves[home].atNs;
    return hasMoved ? moves[home].region : home;
  }

  /**
   * Lets ways between regions take longer than the least; once, when all processes are placed.
   *
   * @param jitter on top of a way between regions, nanoseconds; null for none
   * @param rtoNs first time-out of a retransmission beyond the round trip, nanoseconds
   * @param processes how many there are
   */
  public void disturb(Cuts cuts, Distribution jitter, long seed, long rtoNs, int processes) {
    if (jitter != null || cuts.any()) {
      lines = new LongLines(cuts, jitter, seed, rtoNs, processes);
    }
  }

  /** Says what may cross between regions; once, before the run. */
  public void bound(Borders rules) {
    borders = rules;
  }

  /** What may cross between regions. */
  public Borders borders() {
    return borders;
  }

  /**
   * The sender closes its connection to another process, whose silence has lasted too long: what it
   * sends from now on goes by a new one, which a cut holds up from then on.
   */
  public void reconnect(int fromProcess, int toProcess) {
    if (lines != null) {
      lines.reconnect(fromProcess, toProcess);
    }
  }

  /** Whether ways between regions may take longer than the least. */
  public boolean isDisturbed() {
    return lines != null;
  }

  /**
   * When what a process sends to another arrives; to be asked by the sender, once for each send, in
   * the order of sending.
   *
   * @param leaveNs when it leaves, nanoseconds
   */
  public long arrivalNs(int fromProcess, int toProcess, long leaveNs) {
    long wayNs = latencyNs(fromProcess, toProcess, leaveNs);
    if (lines == null) {
      return leaveNs + wayNs;
    }
    int from = region(fromProcess, leaveNs);
    int to = region(toProcess, leaveNs);
    return from == to
        ? leaveNs + wayNs
        : lines.arrivalNs(fromProcess, from, toProcess, to, leaveNs, wayNs);
  }

  /**
   * Whether what a process sends to another may be held up because their regions are parted, and
   * who asks has to do without an answer.
   */
  public boolean parts(int oneProcess, int otherProcess, long atNs) {
    return lines != null && lines.parts(region(oneProcess, atNs), region(otherProcess, atNs));
  }

  /** Whether two regions are parted at an instant. */
  public boolean isCut(int fromRegion, int toRegion, long atNs) {
    return lines != null && lines.isCut(fromRegion, toRegion, atNs);
  }

  /** Since when two regions are parted at an instant; {@code Long.MAX_VALUE} if they are not. */
  public long cutSinceNs(int fromRegion, int toRegion, long atNs) {
    return lines == null ? Long.MAX_VALUE : lines.cutSinceNs(fromRegion, toRegion, atNs);
  }

  /** The least way between two placed processes at an instant, nanoseconds. */
  public long latencyNs(int fromProcess, int toProcess, long atNs) {
    int from = region(fromProcess, atNs);
    int to = region(toProcess, atNs);
    if (from != to) {
      return betweenNs[from][to];
    }
    return zone(fromProcess, atNs) == zone(toProcess, atNs) ? sameZoneNs : sameRegionNs;
  }

  /** The least way between two placed processes in all of the run, nanoseconds. */
  public long leastNs(int fromProcess, int toProcess) {
    long leastNs = latencyNs(fromProcess, toProcess, 0);
    for (int home = 0; moves != null && home < moves.length; home++) {
      if (moves[home] != null) {
        leastNs = Math.min(leastNs, latencyNs(fromProcess, toProcess, moves[home].atNs));
      }
    }
    return leastNs;
  }

  /** The region a process stands in at an instant. */
  public int region(int process, long atNs) {
    Move move = move(process, atNs);
    return move == null ? regions[process] : move.region;
  }

  /** The zone a process stands in at an instant, numbered within its region. */
  public int zone(int process, long atNs) {
    Move move = move(process, atNs);
    return move == null ? zones[process] : zones[process] % move.zones;
  }

  private Move move(int process, long atNs) {
    if (moves == null || process >= movingHome.length || movingHome[process] == STAYS) {
      return null;
    }
    Move move = moves[movingHome[process]];
    return atNs >= move.atNs ? move : null;
  }

  /** Where a back end goes, and when. */
  private record Move(int region, int zones, long atNs) {}
}
