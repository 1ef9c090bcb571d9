package dev.haishin.model.gateway;

import dev.haishin.engine.ByteRateStation;
import dev.haishin.engine.Distribution;
import dev.haishin.results.Counter;
import dev.haishin.results.Recorder;
import dev.haishin.results.Utilization;

/**
 * The way out of a gateway: a frame takes its loop's time, then the NIC's.
 *
 * <p>Frames of different loops meet the NIC in the order in which they reached the gateway; they
 * could only overtake each other by their waits at the loops, which the NIC's own queue hides when
 * it is busy.
 */
final class Egress {
  private final EventLoops loops;
  private final ByteRateStation nic;
  private final Recorder recorder;
  private final int host;
  private long nicReadyNs;

  Egress(EventLoops loops, double nicBytesPerSecond, int host, Recorder recorder) {
    this.loops = loops;
    this.nic = new ByteRateStation(Math.max(1, Math.round(nicBytesPerSecond)));
    this.host = host;
    this.recorder = recorder;
  }

  /**
   * One frame out.
   *
   * @return when its last byte has left
   */
  long frame(int slot, long nowNs, Distribution cost, long bytes) {
    long doneNs = loops.run(slot, nowNs, cost);
    return bytesOnly(doneNs, bytes);
  }

  /** Bytes that no loop has to work for, such as the answer to a beat. */
  long bytesOnly(long readyNs, long bytes) {
    nicReadyNs = Math.max(nicReadyNs, readyNs);
    long leftNs = nic.arrive(nicReadyNs, bytes);
    recorder.busy(Utilization.GATEWAY_NIC, host, nic.lastStartNs(), leftNs);
    recorder.count(Counter.WIRE_BYTES_DOWN, leftNs, bytes);
    return leftNs;
  }

  void reset(long nowNs) {
    nic.reset(nowNs);
    nicReadyNs = nowNs;
  }
}
