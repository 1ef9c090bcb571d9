package dev.haishin.experiment;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * The most heap that was in use at once since a mark. Pools peak at different times, so this is an
 * upper bound.
 */
final class HeapPeak {
  private final List<MemoryPoolMXBean> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();

  /** Marks the beginning. */
  HeapPeak() {
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /**
   * What is in use by things that something still holds, bytes. Collects first, which takes as long
   * as the heap is large.
   */
  static long liveBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  long bytes() {
    return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }
}
