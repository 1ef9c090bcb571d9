package dev.haishin.model.kafka;

import dev.haishin.engine.FifoStation;
import dev.haishin.results.Recorder;
import dev.haishin.results.Utilization;

/**
 * A broker's request-handler threads and its disk: a first-come-first-served station of c servers,
 * and the time for which the bytes appended keep the disk busy.
 *
 * <p>What the replica fetcher threads spend on appends is spent here too, so that the handlers
 * stand for all CPU of the broker.
 */
final class RequestHandlers {
  private static final long NANOS = 1_000_000_000L;

  private final FifoStation station;
  private final BrokerCosts costs;
  private final Recorder recorder;
  private final int host;
  private long diskFreeNs;

  RequestHandlers(int threads, BrokerCosts costs, Recorder recorder, int host) {
    station = new FifoStation(threads);
    this.costs = costs;
    this.recorder = recorder;
    this.host = host;
  }

  /** Takes a fetch request; returns when a handler is done with it. */
  long fetch(long nowNs) {
    return serve(nowNs, costs.fetchNs());
  }

  /** How long an append occupies a handler. */
  long appendNs(long records, long bytes) {
    return costs.appendNs(records, bytes);
  }

  /** Takes records to be appended; returns when they are. */
  long append(long nowNs, long records, long bytes) {
    return serve(nowNs, appendNs(records, bytes));
  }

  /** Writes appended bytes behind, once the disk has written those before. */
  void writeBehind(long nowNs, long bytes) {
    long startNs = Math.max(nowNs, diskFreeNs);
    diskFreeNs = startNs + bytes * NANOS / costs.diskBytesPerSecond();
    recorder.busy(Utilization.KAFKA_DISK, host, startNs, diskFreeNs);
  }

  private long serve(long nowNs, long serviceNs) {
    long departNs = station.arrive(nowNs, serviceNs);
    recorder.visit(Utilization.KAFKA_CPU, host, nowNs, station.lastStartNs(), departNs);
    return departNs;
  }
}
