package dev.haishin.model.kafka;

/** What the answer to a consumer's fetch is going to bring, looked at before it is made. */
final class FetchPlan {
  private long bytes;
  private long evictedBytes;
  private int evictedPartitions;

  /**
   * Looks at a fetch.
   *
   * @param cachedFromNs what was appended before is not in memory
   */
  void look(FetchSession session, long nowNs, long cachedFromNs) {
    bytes = 0;
    evictedBytes = 0;
    evictedPartitions = 0;
    int room = session.limits.records();
    for (int i = 0; i < session.readyCount() && room > 0; i++) {
      int slot = session.readySlot(i);
      PartitionLog log = session.leader(slot).log;
      long from = session.nextOffset(slot);
      long end = session.isWanted(slot) ? log.readable(nowNs) : from;
      if (from < end) {
        long limit = Math.min(end, from + room);
        long until = log.reach(from, limit, session.limits.partitionBytes());
        add(log, from, until, cachedFromNs);
        room -= (int) (until - from);
      }
    }
  }

  /** All bytes of it. */
  long bytes() {
    return bytes;
  }

  /** Bytes that have to be read from the disk. */
  long evictedBytes() {
    return evictedBytes;
  }

  /** Partitions that those are of. */
  int evictedPartitions() {
    return evictedPartitions;
  }

  private void add(PartitionLog log, long from, long until, long cachedFromNs) {
    long cached = from;
    while (cached < until && log.sinceNs(cached) < cachedFromNs) {
      cached++;
    }
    bytes += log.bytesBetween(from, until);
    evictedBytes += log.bytesBetween(from, cached);
    evictedPartitions += cached > from ? 1 : 0;
  }
}
