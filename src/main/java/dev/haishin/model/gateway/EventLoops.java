package dev.haishin.model.gateway;

import dev.haishin.engine.Capacity;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.FifoStation;
import dev.haishin.engine.RandomStream;
import dev.haishin.engine.SingleServers;
import dev.haishin.results.Recorder;
import dev.haishin.results.Utilization;

/** A gateway's event loops as FIFO servers: one queue a loop, or one queue for all. */
final class EventLoops {
  /** A queue a loop; null if all share one. */
  private final SingleServers pinned;

  /** One queue for all loops; null if each has its own. */
  private final FifoStation shared;

  private final RandomStream service;
  private final Recorder recorder;
  private final int host;
  private final int firstLoop;
  private final long reciprocal;
  private long startNs;
  private long serviceNs;

  EventLoops(
      int cores,
      boolean shared,
      Capacity capacity,
      int host,
      int firstLoop,
      RandomStream service,
      Recorder recorder) {
    this.pinned = shared ? null : new SingleServers(cores, capacity);
    this.shared = shared ? new FifoStation(cores, capacity) : null;
    this.reciprocal = Long.divideUnsigned(-1L, count()) + 1;
    this.firstLoop = firstLoop;
    this.host = host;
    this.service = service;
    this.recorder = recorder;
  }

  /** How many queues there are. */
  int count() {
    return pinned == null ? 1 : pinned.count();
  }

  /**
   * One frame of a connection.
   *
   * @return when its loop is done with it
   */
  long run(int user, long nowNs, Distribution cost) {
    return run(loopOf(user), nowNs, work(cost));
  }

  /** A given amount of work on a given loop. */
  long run(int loop, long nowNs, long workNs) {
    long doneNs = serve(loop, nowNs, workNs);
    startNs = lastStartNs();
    serviceNs = doneNs - startNs;
    record(loop, nowNs, startNs, doneNs);
    return doneNs;
  }

  /**
   * The loop of a user's connections: the remainder of a division. (A multiplication by the
   * reciprocal leaves the fraction, and another by the divisor its numerator: Lemire, Kaser, Kurz,
   * Software: Practice and Experience 49, 2019.)
   */
  int loopOf(int user) {
    long fraction = reciprocal * user;
    long loops = count();
    return (int) (Math.multiplyHigh(fraction, loops) + (fraction >> 63 & loops));
  }

  /** How long a frame's service takes. */
  long work(Distribution cost) {
    return cost.sample(service);
  }

  /** Work whose time is not recorded yet. */
  long serve(int loop, long nowNs, long workNs) {
    return pinned == null ? shared.arrive(nowNs, workNs) : pinned.arrive(loop, nowNs, workNs);
  }

  /** Records work done. */
  void record(int loop, long nowNs, long startNs, long doneNs) {
    recorder.visit(Utilization.GATEWAY_CPU, host, nowNs, startNs, doneNs);
    recorder.busy(Utilization.GATEWAY_LOOP, firstLoop + loop, startNs, doneNs);
  }

  /** Records jobs of one stretch of time together: how many, and the work of each loop. */
  void recordStretch(long atNs, long jobs, long sojournNs, long[] workNs) {
    long sumNs = 0;
    for (int loop = 0; loop < workNs.length; loop++) {
      if (workNs[loop] > 0) {
        recorder.busyIn(Utilization.GATEWAY_LOOP, firstLoop + loop, atNs, workNs[loop]);
        sumNs += workNs[loop];
      }
    }
    recorder.visitsIn(Utilization.GATEWAY_CPU, host, atNs, jobs, sumNs, sojournNs);
  }

  /** When the last work that was given to any loop begins. */
  long lastStartNs() {
    return pinned == null ? shared.lastStartNs() : pinned.lastStartNs();
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
    if (pinned == null) {
      shared.reset(nowNs);
    } else {
      pinned.reset(nowNs);
    }
  }
}
