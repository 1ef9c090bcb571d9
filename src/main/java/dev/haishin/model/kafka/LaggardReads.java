package dev.haishin.model.kafka;

/** What a consumer that lags beyond the page cache has a broker read from its disk. */
final class LaggardReads {
  private final Disk disk;

  LaggardReads(Disk disk) {
    this.disk = disk;
  }

  /** Reads what a fetch is to bring and the cache has not; returns when all of it is in memory. */
  long read(FetchSession session, long nowNs) {
    long cachedFromNs = disk.cachedFromNs();
    int room = session.limits.records();
    int partitions = 0;
    long bytes = 0;
    for (int i = 0; i < session.readyCount() && room > 0; i++) {
      int slot = session.readySlot(i);
      PartitionLog log = session.leader(slot).log;
      long from = session.nextOffset(slot);
      long end = session.isWanted(slot) ? log.readable(nowNs) : from;
      if (from < end) {
        long limit = Math.min(end, from + room);
        long until = log.reach(from, limit, session.limits.partitionBytes());
        long evicted = evictedBytes(log, from, until, cachedFromNs);
        partitions += evicted > 0 ? 1 : 0;
        bytes += evicted;
        room -= (int) (until - from);
      }
    }
    return bytes == 0 ? nowNs : disk.read(nowNs, partitions, bytes);
  }

  private static long evictedBytes(PartitionLog log, long from, long until, long cachedFromNs) {
    long cached = from;
    while (cached < until && log.sinceNs(cached) < cachedFromNs) {
      cached++;
    }
    return log.bytesBetween(from, cached);
  }
}
