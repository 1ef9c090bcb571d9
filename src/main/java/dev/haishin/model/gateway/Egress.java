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
  private final Framing framing;
  private long nicReadyNs;

  Egress(EventLoops loops, double nicBytesPerSecond, Framing framing, int host, Recorder recorder) {
    this.loops = loops;
    this.nic = new ByteRateStation(Math.max(1, Math.round(nicBytesPerSecond)));
    this.framing = framing;
    this.host = host;
    this.recorder = recorder;
  }

  /**
   * One frame out.
   *
   * @return when its last byte has left
   */
  long frame(int user, long nowNs, Distribution cost, long bytes) {
    long doneNs = loops.run(user, nowNs, cost);
    return bytesOnly(doneNs, bytes);
  }

  /**
   * A body in one frame of the protocol.
   *
   * @return when its last byte has left
   */
  long message(int user, long nowNs, Distribution cost, int bodyBytes) {
    long leftNs = frame(user, nowNs, cost, framing.down(bodyBytes));
    if (framing.saves()) {
      recorder.count(Counter.WIRE_SAVED_BYTES, leftNs, framing.savedDownBytes());
    }
    return leftNs;
  }

  /** Bytes that no loop has to work for, such as the answer to a beat. */
  long bytesOnly(long readyNs, long bytes) {
    long leftNs = transmit(readyNs, bytes);
    recordLast(leftNs, bytes);
    return leftNs;
  }

  /** Bytes whose time is not recorded yet. */
  long transmit(long readyNs, long bytes) {
    nicReadyNs = Math.max(nicReadyNs, readyNs);
    return nic.arrive(nicReadyNs, bytes);
  }

  /** When the first of the last bytes left. */
  long lastStartNs() {
    return nic.lastStartNs();
  }

  /** Records the last bytes. */
  void recordLast(long leftNs, long bytes) {
    recorder.busy(Utilization.GATEWAY_NIC, host, nic.lastStartNs(), leftNs);
    recorder.count(Counter.WIRE_BYTES_DOWN, leftNs, bytes);
  }

  /** Records bytes that left in one stretch of time together. */
  void recordStretch(long atNs, long busyNs, long bytes) {
    recorder.busyIn(Utilization.GATEWAY_NIC, host, atNs, busyNs);
    recorder.count(Counter.WIRE_BYTES_DOWN, atNs, bytes);
  }

  void reset(long nowNs) {
    nic.reset(nowNs);
    nicReadyNs = nowNs;
  }
}
