package dev.haishin.model.kafka;

import java.util.Arrays;

/**
 * What the leader of a partition knows of it: the log, how far each follower has it, who fetches
 * it, and which produce requests wait for the high watermark.
 */
final class PartitionLeader {
  final int partition;
  final PartitionLog log;
  final ReplicaSet set;
  private final int minInSync;
  private final FetchSession[] followers;
  private final int[] slots;
  private final long[] followerEnd;
  private final long[] fetchedNs;
  private final long[] fetchedEnd;
  private final long[] caughtUpNs;
  private FetchSession group;
  private int groupSlot;
  private long[] waiting = new long[2 * 8];
  private int firstWaiting;
  private int waitingCount;

  /**
   * What the replica that leads a partition knows from now on; {@link #follow} joins its followers.
   *
   * @param replicas of the partition, its own included
   * @param minInSync replicas in sync without which the high watermark stands still
   */
  PartitionLeader(ReplicaSet set, int replicas, int minInSync, long nowNs) {
    this.set = set;
    this.partition = set.partition;
    this.log = set.log(set.leader());
    this.minInSync = Math.min(minInSync, replicas);
    followers = new FetchSession[replicas];
    slots = new int[replicas];
    followerEnd = new long[replicas];
    fetchedNs = new long[replicas];
    fetchedEnd = new long[replicas];
    caughtUpNs = new long[replicas];
    Arrays.fill(caughtUpNs, nowNs);
  }

  /** Joins a follower, by its rank. */
  void follow(int rank, FetchSession session) {
    followers[rank] = session;
    slots[rank] = session.add(this);
  }

  /** Joins the consumer of the group that has this partition, in the place of any other. */
  void consume(FetchSession session) {
    if (group != null) {
      group.forget(groupSlot);
    }
    group = session;
    groupSlot = session.add(this);
  }

  /** Where the consumer stands in its session. */
  int groupSlot() {
    return groupSlot;
  }

  /** Who consumes it, null before the first fetch. */
  FetchSession group() {
    return group;
  }

  /** How many replicas the partition has. */
  int replicas() {
    return followers.length;
  }

  /** Where a replica fetches, null for one that does not. */
  FetchSession follower(int rank) {
    return followers[rank];
  }

  /** The slot of the partition in a follower's session. */
  int slotOf(int rank) {
    return slots[rank];
  }

  /** The rank of one of its followers, {@link ReplicaSet#NONE} for a stranger. */
  int rankOf(FetchSession session) {
    int rank = followers.length - 1;
    while (rank >= 0 && followers[rank] != session) {
      rank--;
    }
    return rank;
  }

  /** The offset of the next record that the group gets. */
  long position() {
    return group == null ? set.sentTo() : group.nextOffset(groupSlot);
  }

  /** A follower has everything before an offset; whether it is in sync again by that. */
  boolean reported(int rank, long endOffset, long nowNs) {
    followerEnd[rank] = endOffset;
    if (endOffset >= log.endOffset()) {
      caughtUpNs[rank] = nowNs;
    } else if (endOffset >= fetchedEnd[rank]) {
      caughtUpNs[rank] = Math.max(caughtUpNs[rank], fetchedNs[rank]);
    }
    fetchedEnd[rank] = log.endOffset();
    fetchedNs[rank] = nowNs;
    if (set.isInSync(rank) || endOffset < log.highWatermark()) {
      return false;
    }
    set.setInSync(rank, true);
    return true;
  }

  /** Whether a follower is in sync, but has not caught up since an instant. */
  boolean lags(int rank, long sinceNs) {
    return rank != set.leader()
        && set.isInSync(rank)
        && followerEnd[rank] < log.endOffset()
        && caughtUpNs[rank] < sinceNs;
  }

  /** Whether a record may be accepted that asks for {@code acks=all}. */
  boolean hasEnoughInSync() {
    return set.inSyncCount() >= minInSync;
  }

  /** How far the high watermark may go: to the first offset that a replica in sync lacks. */
  long replicatedTo() {
    if (!hasEnoughInSync()) {
      return log.highWatermark();
    }
    long least = log.endOffset();
    for (int rank = 0; rank < followerEnd.length; rank++) {
      if (rank != set.leader() && set.isInSync(rank)) {
        least = Math.min(least, followerEnd[rank]);
      }
    }
    return Math.max(least, log.highWatermark());
  }

  /** Makes an answer wait until the high watermark reaches the log end. */
  void await(int answer) {
    if (waitingCount * 2 == waiting.length) {
      growWaiting();
    }
    int at = (firstWaiting + waitingCount++) * 2 & (waiting.length - 1);
    waiting[at] = log.endOffset();
    waiting[at + 1] = answer;
  }

  /** Whether an answer waits for no more than the high watermark. */
  boolean hasDue() {
    return waitingCount > 0 && waiting[firstWaiting * 2] <= log.highWatermark();
  }

  /** Whether any answer waits. */
  boolean hasWaiting() {
    return waitingCount > 0;
  }

  /** Takes the answer that waited longest. */
  int takeDue() {
    int answer = (int) waiting[firstWaiting * 2 + 1];
    firstWaiting = firstWaiting + 1 & (waiting.length / 2 - 1);
    waitingCount--;
    return answer;
  }

  private void growWaiting() {
    long[] grown = new long[waiting.length * 2];
    int headLongs = waiting.length - firstWaiting * 2;
    System.arraycopy(waiting, firstWaiting * 2, grown, 0, headLongs);
    System.arraycopy(waiting, 0, grown, headLongs, firstWaiting * 2);
    waiting = grown;
    firstWaiting = 0;
  }
}
