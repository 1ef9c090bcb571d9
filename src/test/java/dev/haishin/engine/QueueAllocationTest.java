package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Queues allocate nothing once they have reached their size. */
class QueueAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 12;
  private static final int STEPS = 20_000;

  @ParameterizedTest
  @EnumSource
  void theLadderAllocatesNothingInSteadyState(ArrivalPattern pattern) {
    assertEquals(0, fewestBytes(new LadderQueue(), pattern));
  }

  @Test
  void aHeapThatGrowsWouldBeNoticed() {
    EventQueue growing = new HeapQueue();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 100_000; i++) {
      growing.add(i, i, 0, 0, 0);
    }
    assertTrue(THREADS.getCurrentThreadAllocatedBytes() - before >= 100_000 * 5L * Long.BYTES);
  }

  /** The fewest bytes of any round, so that growth and compilation do not count. */
  private static long fewestBytes(EventQueue queue, ArrivalPattern pattern) {
    RandomStream random = RandomStream.of(4, "allocation", pattern.name());
    Event event = new Event();
    long step = 0;
    while (step < pattern.population()) {
      queue.add(pattern.timeNs(0, random, step), pattern.key(random, step), 0, 0, 0);
      step++;
    }
    long fewest = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < STEPS; i++) {
        queue.nextTimeNs();
        queue.pollBefore(Long.MAX_VALUE, event);
        long timeNs = pattern.timeNs(event.timeNs, random, step);
        queue.add(timeNs, pattern.key(random, step), 0, 0, 0);
        step++;
      }
      fewest = Math.min(fewest, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return fewest;
  }
}
