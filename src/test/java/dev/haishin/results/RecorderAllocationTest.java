package dev.haishin.results;

import static dev.haishin.results.Plans.MS;
import static dev.haishin.results.Plans.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Recording costs no memory once hosts and intervals have been seen. */
class RecorderAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int CALLS = 20_000;

  private Object escape;

  @Test
  void recordingAllocatesNothingInSteadyState() {
    View view = new View("delivery.online", "tokyo", 2 * SECOND, 8 * SECOND, 0);
    View within = new View("delivery.online", "", 0, Long.MAX_VALUE, 200 * MS);
    Recorder recorder = new Recorder(Plans.of(10 * SECOND, SECOND, view, within));
    recorder.declareHosts(Utilization.GATEWAY_CPU, 8, 2, Plans.names("tokyo", "gateway", 8));
    recorder.declareHosts(Level.GATEWAY_CONNECTIONS, 8, 1, Plans.names("tokyo", "gateway", 8));
    record(recorder);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    long nothing = THREADS.getCurrentThreadAllocatedBytes() - before;
    before = THREADS.getCurrentThreadAllocatedBytes();
    record(recorder);
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertEquals(nothing, allocated, "bytes in " + CALLS + " rounds");
  }

  /** The meter sees one object a round. */
  @Test
  void theMeterWouldSeeAnAllocation() {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < CALLS; i++) {
      escape = new long[1];
    }
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated >= CALLS * 16L, allocated + " bytes; last was " + escape);
  }

  private static void record(Recorder recorder) {
    for (int i = 0; i < CALLS; i++) {
      long atNs = (long) i * 9 * SECOND / CALLS + SECOND / 2;
      long tookNs = (i % 100 + 1) * MS;
      int host = i % 8;
      recorder.intended(LatencyMetric.DELIVERY_ONLINE, i % 2, atNs, 3);
      recorder.latency(LatencyMetric.DELIVERY_ONLINE, i % 2, atNs, tookNs);
      recorder.reached(Facet.of(i % 2, i % 3 == 0), atNs, tookNs);
      recorder.stage(Stage.FANOUT, atNs, tookNs / 2, tookNs / 2);
      recorder.count(Counter.SEND_ATTEMPTED, atNs, 1);
      recorder.visit(Utilization.GATEWAY_CPU, host, atNs, atNs + MS, atNs + tookNs);
      recorder.busy(Utilization.GATEWAY_CPU, host, atNs, atNs + tookNs);
      recorder.level(Level.GATEWAY_CONNECTIONS, host, atNs, i);
      recorder.ledger().add(LedgerColumn.LIVE, 1);
      recorder.traced(i);
    }
  }
}
