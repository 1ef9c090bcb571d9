package dev.haishin.model.network;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Distribution;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;

/**
 * The TCP connections between processes of different regions, one for each pair and direction: what
 * is sent on one arrives in the order in which it was sent, later by jitter, and behind what a cut
 * holds up.
 *
 * <p>A segment sent while its regions are parted is sent again after the retransmission time-out:
 * {@code rto} and the round trip, twice as long each time, up to 120 s (RFC 6298, Linux's
 * TCP_RTO_MAX), until one passes; what is sent behind it waits with it. So a connection is open
 * again some time after the cut is over, at most as long as the cut lasted. What left before the
 * cut began arrives.
 *
 * <p>The state of a connection belongs to the process that sends on it.
 */
final class LongLines {
  private final Cuts cuts;
  private final Distribution jitter;
  private final long key;
  private final long rtoNs;
  private final Int2LongOpenHashMap[] openNs;
  private final Int2LongOpenHashMap[] arrivedNs;

  /**
   * Connections of a world.
   *
   * @param jitter on top of a way between regions, nanoseconds; null for none
   * @param rtoNs first time-out of a retransmission beyond the round trip
   * @param processes how many there are
   */
  LongLines(Cuts cuts, Distribution jitter, long seed, long rtoNs, int processes) {
    this.cuts = cuts;
    this.jitter = jitter;
    this.key = CounterHash.key(seed, "network-jitter", "");
    this.rtoNs = rtoNs;
    this.openNs = new Int2LongOpenHashMap[processes];
    this.arrivedNs = new Int2LongOpenHashMap[processes];
  }

  /** Whether two regions are ever parted. */
  boolean parts(int oneRegion, int otherRegion) {
    return cuts.parts(oneRegion, otherRegion);
  }

  /** Whether nothing passes between two regions at an instant. */
  boolean isCut(int fromRegion, int toRegion, long atNs) {
    return cuts.openNs(fromRegion, toRegion, atNs) != atNs;
  }

  /** Since when nothing passes between two regions; {@code Long.MAX_VALUE} where it does. */
  long cutSinceNs(int fromRegion, int toRegion, long atNs) {
    return cuts.sinceNs(fromRegion, toRegion, atNs);
  }

  /** What a process sends to another waits no more for what it has sent. */
  void reconnect(int from, int to) {
    if (openNs[from] != null) {
      openNs[from].remove(to);
    }
  }

  /** When what leaves at an instant arrives. */
  long arrivalNs(int from, int fromRegion, int to, int toRegion, long leaveNs, long wayNs) {
    long passesNs = passesNs(from, fromRegion, to, toRegion, leaveNs, wayNs);
    if (jitter == null) {
      return passesNs + wayNs;
    }
    Int2LongOpenHashMap arrived = arrivedNs[from];
    if (arrived == null) {
      arrived = new Int2LongOpenHashMap();
      arrivedNs[from] = arrived;
    }
    long bits = CounterHash.bits(key, (long) from << Integer.SIZE | to, leaveNs);
    long atNs = Math.max(arrived.get(to), passesNs + wayNs + Math.max(0, jitter.valueAt(bits)));
    arrived.put(to, atNs);
    return atNs;
  }

  /** When what is handed to a connection at an instant leaves for good. */
  private long passesNs(int from, int fromRegion, int to, int toRegion, long leaveNs, long wayNs) {
    long earliestNs = openNs[from] == null ? leaveNs : Math.max(leaveNs, openNs[from].get(to));
    long tryNs = cuts.passesNs(fromRegion, toRegion, earliestNs, rtoNs + 2 * wayNs);
    if (tryNs == earliestNs) {
      return earliestNs;
    }
    if (openNs[from] == null) {
      openNs[from] = new Int2LongOpenHashMap();
    }
    openNs[from].put(to, tryNs);
    return tryNs;
  }
}
