package dev.haishin.model.kafka;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Who has led each partition of a cluster, version by version: immutable tables, to which the
 * cluster's controller appends and which clients read.
 *
 * <p>A client may look into a version only when an answer has named it; whoever asks for more reads
 * what has not reached it yet. Events name versions, so what a client sees never depends on the
 * number of threads.
 */
public final class Metadata {
  /** No broker: the partition is offline. */
  public static final int NO_LEADER = -1;

  /** The version of the start, in which each partition has its preferred leader. */
  public static final int FIRST = 0;

  private final AtomicReference<int[][]> versions;

  /** The version of the start. */
  Metadata(int[] leaders) {
    versions = new AtomicReference<>(new int[][] {leaders.clone()});
  }

  /** The broker that leads a partition in a version, or {@link #NO_LEADER}. */
  public int leader(int version, int partition) {
    return versions.get()[version][partition];
  }

  /** The newest version; for the brokers of the cluster only. */
  int newest() {
    return versions.get().length - 1;
  }

  /** Appends a version; for the controller of the cluster only. */
  void publish(int[] leaders) {
    int[][] known = versions.get();
    int[][] more = Arrays.copyOf(known, known.length + 1);
    more[known.length] = leaders.clone();
    versions.set(more);
  }
}
