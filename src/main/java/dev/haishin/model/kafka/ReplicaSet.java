package dev.haishin.model.kafka;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/**
 * One partition as the whole cluster has it: a log on the disk of each replica, which of them are
 * in sync, who leads, how far the group has got.
 *
 * <p>Logs outlive their brokers. What is kept beside them belongs to the log that counts, that of
 * the leader or of the last one: which batch of each producer it has taken last.
 */
final class ReplicaSet {
  /** No replica leads. */
  static final int NONE = -1;

  final int partition;
  private final PartitionLog[] logs;
  private final Int2LongOpenHashMap taken = new Int2LongOpenHashMap(0);
  private final Int2ObjectOpenHashMap<LongArrayList> takenBefore = new Int2ObjectOpenHashMap<>(0);
  private int leader;
  private int authority;
  private int inSync;
  private long sentTo;
  private long committed;

  /**
   * A partition that its first replica leads, all being in sync.
   *
   * @param fails whether followers need logs of their own
   */
  ReplicaSet(int partition, int replicas, boolean fails) {
    this.partition = partition;
    logs = new PartitionLog[fails ? replicas : 1];
    LogRows rows = new LogRows(fails);
    for (int rank = 0; rank < logs.length; rank++) {
      logs[rank] = new PartitionLog(rows);
    }
    inSync = (1 << replicas) - 1;
  }

  /** The log of a replica. */
  PartitionLog log(int rank) {
    return logs[rank];
  }

  /** The rank of the replica that leads, or {@link #NONE}. */
  int leader() {
    return leader;
  }

  /** The rank of the replica whose log counts: the leader, or the last there was. */
  int authority() {
    return authority;
  }

  void lead(int rank) {
    leader = rank;
    authority = rank == NONE ? authority : rank;
  }

  boolean isInSync(int rank) {
    return (inSync >>> rank & 1) != 0;
  }

  /** How many replicas are in sync. */
  int inSyncCount() {
    return Integer.bitCount(inSync);
  }

  void setInSync(int rank, boolean is) {
    inSync = is ? inSync | 1 << rank : inSync & ~(1 << rank);
  }

  /** Only one replica is in sync from now on. */
  void setOnlyInSync(int rank) {
    inSync = 1 << rank;
  }

  /** The offset of the next record for the group, as of the last leader. */
  long sentTo() {
    return sentTo;
  }

  void sentTo(long offset) {
    sentTo = offset;
  }

  /** The first offset that the group has not committed. */
  long committed() {
    return committed;
  }

  /** The group is done with everything before an offset. */
  void commit(long offset) {
    committed = Math.max(committed, offset);
    for (PartitionLog log : logs) {
      log.trimTo(Math.min(offset, log.endOffset()));
    }
  }

  /** The high watermark has passed a record, which is accepted by that at the latest. */
  void passed(long offset, long nowNs) {
    PartitionLog counts = logs[authority];
    for (PartitionLog log : logs) {
      if (log.has(offset) && log.agrees(counts, offset)) {
        log.markPassed(offset);
        if (log.acceptedNs(offset) == 0) {
          log.accept(offset, nowNs);
        }
      }
    }
  }

  /** The number of the batch that was last taken from a producer, 0 for none. */
  long lastTaken(int producer) {
    return taken.get(producer);
  }

  /** Whether a batch of a producer has been taken, of this life of the producer or another. */
  boolean hasTaken(int producer, long number) {
    long last = lastTaken(producer);
    if (RowOrigin.isOfOneLife(number, last)) {
      return number <= last;
    }
    LongArrayList ends = takenBefore.get(producer);
    for (int i = 0; ends != null && i < ends.size(); i++) {
      if (RowOrigin.isOfOneLife(number, ends.getLong(i))) {
        return number <= ends.getLong(i);
      }
    }
    return false;
  }

  void take(int producer, long number) {
    long last = taken.put(producer, number);
    if (last != 0 && !RowOrigin.isOfOneLife(number, last)) {
      takenBefore.computeIfAbsent(producer, first -> new LongArrayList()).add(last);
    }
  }

  /**
   * Another replica is about to lead: batches that only the log that counted has are not taken any
   * more, those that only the other one has are.
   *
   * @param each learns of durable records that go, with 1, and that come back, with -1
   */
  void hand(int rank, long position, Difference each) {
    PartitionLog old = logs[authority];
    PartitionLog other = logs[rank];
    long common = old.commonEnd(other);
    for (long offset = old.endOffset() - 1;
        offset >= Math.max(common, old.startOffset());
        offset--) {
      differ(old, offset, position, each, 1);
    }
    for (long offset = Math.max(common, other.startOffset());
        offset < other.endOffset();
        offset++) {
      differ(other, offset, position, each, -1);
    }
    other.leadFrom(Math.min(old.highWatermark(), other.endOffset()));
  }

  private void differ(PartitionLog log, long offset, long position, Difference each, int sign) {
    if (log.messageId(offset) == PartitionLog.NO_MESSAGE) {
      return;
    }
    long origin = log.origin(offset);
    taken.put(RowOrigin.process(origin), RowOrigin.number(origin) - (sign > 0 ? 1 : 0));
    boolean counts = log.acceptedNs(offset) > 0 && !RowOrigin.waits(origin);
    if (offset >= position && counts) {
      each.differs(log.messageId(offset), sign);
    }
  }

  /** Learns in which durable records two logs differ. */
  @FunctionalInterface
  interface Difference {
    void differs(long messageId, int records);
  }
}
