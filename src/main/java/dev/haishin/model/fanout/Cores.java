package dev.haishin.model.fanout;

import dev.haishin.engine.Capacity;
import dev.haishin.engine.FifoStation;
import dev.haishin.engine.RandomStream;
import dev.haishin.results.Recorder;
import dev.haishin.results.Utilization;

/** A worker's cores, each a FIFO server with a queue of its own. */
final class Cores {
  private final FifoStation[] cores;
  private final int host;
  private final RandomStream service;
  private final Recorder recorder;
  private long startNs;

  Cores(int count, Capacity capacity, int host, RandomStream service, Recorder recorder) {
    this.cores = new FifoStation[count];
    for (int i = 0; i < count; i++) {
      cores[i] = new FifoStation(1, capacity);
    }
    this.host = host;
    this.service = service;
    this.recorder = recorder;
  }

  RandomStream service() {
    return service;
  }

  /**
   * Work for one core.
   *
   * @param key decides the core
   * @return when it is done
   */
  long run(int key, long nowNs, long workNs) {
    FifoStation core = cores[key % cores.length];
    long doneNs = core.arrive(nowNs, workNs);
    startNs = core.lastStartNs();
    recorder.visit(Utilization.FANOUT_CPU, host, nowNs, startNs, doneNs);
    return doneNs;
  }

  /** The host is back, its cores idle. */
  void reset(long nowNs) {
    for (FifoStation core : cores) {
      core.reset(nowNs);
    }
  }

  /** When the last work's service began. */
  long startNs() {
    return startNs;
  }
}
