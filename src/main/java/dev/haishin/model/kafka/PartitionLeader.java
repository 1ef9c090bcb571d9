package dev.haishin.model.kafka;

/**
 * What the leader of a partition knows of it: the log, how far each follower has it, who fetches
 * it, and which produce requests wait for the high watermark.
 */
final class PartitionLeader {
  final int partition;
  final PartitionLog log = new PartitionLog();
  private final FetchSession[] followers;
  private final int[] slots;
  private final long[] followerEnd;
  private FetchSession group;
  private int groupSlot;
  private long[] waiting = new long[2 * 8];
  private int firstWaiting;
  private int waitingCount;

  /** A partition with so many followers, to be added by {@link #follow}. */
  PartitionLeader(int partition, int followers) {
    this.partition = partition;
    this.followers = new FetchSession[followers];
    slots = new int[followers];
    followerEnd = new long[followers];
  }

  /** Joins a follower, by its rank from 0. */
  void follow(int rank, FetchSession session) {
    followers[rank] = session;
    slots[rank] = session.add(this);
  }

  /** Joins the consumer of the group that has this partition from now on. */
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

  /** How many followers it has. */
  int followers() {
    return followers.length;
  }

  FetchSession follower(int rank) {
    return followers[rank];
  }

  /** The slot of the partition in a follower's session. */
  int slotOf(int rank) {
    return slots[rank];
  }

  /** The rank of one of its followers, from 0. */
  int rankOf(FetchSession session) {
    int rank = 0;
    while (followers[rank] != session) {
      rank++;
    }
    return rank;
  }

  /** The offset of the next record that the group gets. */
  long position() {
    return group == null ? 0 : group.nextOffset(groupSlot);
  }

  /** A follower has everything before an offset. */
  void reported(int rank, long endOffset) {
    followerEnd[rank] = endOffset;
  }

  /** The first offset that some replica lacks. */
  long replicatedTo() {
    long least = log.endOffset();
    for (long end : followerEnd) {
      least = Math.min(least, end);
    }
    return least;
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

  /** Takes the answer that waited longest. */
  int takeDue() {
    int answer = (int) waiting[firstWaiting * 2 + 1];
    firstWaiting = firstWaiting + 1 & (waiting.length / 2 - 1);
    waitingCount--;
    return answer;
  }

  /** Pairs of the accepted and relayed records that no consumer has got yet. */
  long heldPairs(RecordPairs pairs, int home, long firstUnseen) {
    long sum = 0;
    for (long offset = firstUnseen; offset < log.endOffset(); offset++) {
      if (log.acceptedNs(offset) > 0) {
        sum += pairs.pairs(log.messageId(offset), home);
      }
    }
    return sum;
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
