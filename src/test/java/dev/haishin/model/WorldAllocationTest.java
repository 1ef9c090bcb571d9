package dev.haishin.model;

import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** A world that has settled takes memory for its messages and for nothing else. */
class WorldAllocationTest {
  private static final int SECONDS = 30;
  private static final int SETTLED = 15;

  /**
   * What may grow for good, a message: its row (24 B), some 10 traced hops (40 B each) and 3 traced
   * deliveries (32 B), 3 entries of missed messages or of push (up to 60 B, and as much again for
   * doubled arrays): 0.9 kB, on at least 24 events a message. One object of the least size (16 B)
   * an event more would be beyond it.
   */
  private static final double MOST_BYTES_PER_EVENT = 38;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final long[] bytes = new long[SECONDS + 1];
  private final long[] events = new long[SECONDS + 1];

  @Test
  void anEventAllocatesNothingOnceTheWorldHasSettled() {
    WorldSketch sketch = new WorldSketch().lasting(SECONDS * SECOND);
    sketch.messagesPerSecond = 1_000;
    World world = sketch.world(1);
    world.run(
        (at, end, dispatched) -> {
          int second = (int) (at / SECOND);
          bytes[second] = threads.getCurrentThreadAllocatedBytes();
          events[second] = dispatched;
        });
    double perEvent =
        (double) (bytes[SECONDS] - bytes[SETTLED]) / (events[SECONDS] - events[SETTLED]);
    assertTrue(events[SECONDS] - events[SETTLED] > 300_000);
    assertTrue(perEvent < MOST_BYTES_PER_EVENT, () -> perEvent + " B an event");
  }
}
