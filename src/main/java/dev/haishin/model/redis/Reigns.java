package dev.haishin.model.redis;

import java.util.Arrays;

/**
 * Which node is master of each shard of a cluster, and from when: the whole course of a run, known
 * before it and immutable. A shard's first reign, number 0, is that of its node 0 from t = 0.
 *
 * <p>Hosts act by it. Clients must not look ahead in it: they may know what was so at an instant at
 * which a node could have told them.
 */
public final class Reigns {
  private static final long[] NONE = {};

  private final long[][] fromNs;
  private final int[][] node;
  private final boolean[][] empty;
  private long[] closedFromNs = NONE;
  private long[] closedUntilNs = NONE;
  private boolean quiet = true;

  /** Every shard keeps its first master. */
  public Reigns(int shards) {
    fromNs = new long[shards][];
    node = new int[shards][];
    empty = new boolean[shards][];
    Arrays.fill(fromNs, NONE);
  }

  /** A further reign of a shard; in order of time. */
  void add(int shard, long atNs, int ofNode, boolean isEmpty) {
    int count = fromNs[shard].length;
    fromNs[shard] = Arrays.copyOf(fromNs[shard], count + 1);
    node[shard] = count == 0 ? new int[1] : Arrays.copyOf(node[shard], count + 1);
    empty[shard] = count == 0 ? new boolean[1] : Arrays.copyOf(empty[shard], count + 1);
    fromNs[shard][count] = atNs;
    node[shard][count] = ofNode;
    empty[shard][count] = isEmpty;
    quiet = false;
  }

  /** The cluster answers nothing from an instant until another; in any order. */
  void close(long fromInstantNs, long untilNs) {
    closedFromNs = Arrays.copyOf(closedFromNs, closedFromNs.length + 1);
    closedUntilNs = Arrays.copyOf(closedUntilNs, closedUntilNs.length + 1);
    closedFromNs[closedFromNs.length - 1] = fromInstantNs;
    closedUntilNs[closedUntilNs.length - 1] = untilNs;
    quiet = false;
  }

  /** Whether nothing ever changes. */
  boolean isQuiet() {
    return quiet;
  }

  /** Whether the whole cluster is closed at an instant. */
  boolean isClosed(long atNs) {
    for (int i = 0; i < closedFromNs.length; i++) {
      if (atNs >= closedFromNs[i] && atNs < closedUntilNs[i]) {
        return true;
      }
    }
    return false;
  }

  /** Whether the whole cluster is ever closed. */
  boolean everCloses() {
    return closedFromNs.length > 0;
  }

  /** The last reign of a shard. */
  int last(int shard) {
    return fromNs[shard].length;
  }

  /** The reign of a shard at an instant; it lasts, master or no master, until the next begins. */
  int at(int shard, long atNs) {
    int reign = 0;
    while (reign < fromNs[shard].length && fromNs[shard][reign] <= atNs) {
      reign++;
    }
    return reign;
  }

  /** When a reign begins. */
  long fromNs(int shard, int reign) {
    return reign == 0 ? 0 : fromNs[shard][reign - 1];
  }

  /** The node of a shard that is its master in a reign. */
  int node(int shard, int reign) {
    return reign == 0 ? 0 : node[shard][reign - 1];
  }

  /** Whether a reign begins without data: a master came back before a replica took over. */
  boolean isEmpty(int shard, int reign) {
    return reign > 0 && empty[shard][reign - 1];
  }
}
