package dev.haishin.model.population;

import dev.haishin.results.CutOffs;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;

/**
 * Which of a shard's users have lost service, since when, and who of them by which failure: a
 * connection that a NAT has cut is nobody's failure.
 */
final class Interruptions {
  private final CutOffs cutOffs;
  private final Int2LongOpenHashMap sinceNs = new Int2LongOpenHashMap();
  private final Int2LongOpenHashMap failureNs = new Int2LongOpenHashMap();

  Interruptions(CutOffs cutOffs) {
    this.cutOffs = cutOffs;
    sinceNs.defaultReturnValue(-1);
    failureNs.defaultReturnValue(-1);
  }

  /** A NAT has cut a connection. */
  void cutByNat(int row, long nowNs) {
    sinceNs.putIfAbsent(row, nowNs);
  }

  /**
   * A failure has broken a connection. Whom an earlier one has cut off stays that one's.
   *
   * @param ofNs the instant of the failure, not after now
   */
  void cut(int row, long ofNs, long nowNs) {
    sinceNs.put(row, nowNs);
    if (failureNs.putIfAbsent(row, ofNs) < 0) {
      cutOffs.cut(ofNs);
    }
  }

  /** Since when a user is without service, or -1. */
  long sinceNs(int row) {
    return sinceNs.get(row);
  }

  /** A user has service again, or wants none. */
  void over(int row, long nowNs) {
    sinceNs.remove(row);
    long ofNs = failureNs.remove(row);
    if (ofNs >= 0) {
      cutOffs.over(ofNs, nowNs);
    }
  }
}
