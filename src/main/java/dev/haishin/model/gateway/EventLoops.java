package dev.haishin.model.gateway;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.FifoStation;
import dev.haishin.engine.RandomStream;
import dev.haishin.results.Recorder;
import dev.haishin.results.Utilization;

/** A gateway's event loops as FIFO servers: one queue a loop, or one queue for all. */
final class EventLoops {
  private final FifoStation[] stations;
  private final RandomStream service;
  private final Recorder recorder;
  private final int host;
  private final int firstLoop;
  private long startNs;
  private long serviceNs;

  EventLoops(
      int cores, boolean shared, int host, int firstLoop, RandomStream service, Recorder recorder) {
    stations = new FifoStation[shared ? 1 : cores];
    for (int i = 0; i < stations.length; i++) {
      stations[i] = new FifoStation(shared ? cores : 1);
    }
    this.firstLoop = firstLoop;
    this.host = host;
    this.service = service;
    this.recorder = recorder;
  }

  int count() {
    return stations.length;
  }

  /**
   * One frame of a connection.
   *
   * @return when its loop is done with it
   */
  long run(int slot, long nowNs, Distribution cost) {
    return run(slot % stations.length, nowNs, cost.sample(service));
  }

  /** A given amount of work on a given loop. */
  long run(int loop, long nowNs, long workNs) {
    serviceNs = workNs;
    long doneNs = stations[loop].arrive(nowNs, workNs);
    startNs = doneNs - workNs;
    recorder.visit(Utilization.GATEWAY_CPU, host, nowNs, startNs, doneNs);
    recorder.busy(Utilization.GATEWAY_LOOP, firstLoop + loop, startNs, doneNs);
    return doneNs;
  }

  /** When the last frame's service began. */
  long startNs() {
    return startNs;
  }

  /** How long the last frame's service takes. */
  long serviceNs() {
    return serviceNs;
  }

  void reset(long nowNs) {
    for (FifoStation station : stations) {
      station.reset(nowNs);
    }
  }
}
