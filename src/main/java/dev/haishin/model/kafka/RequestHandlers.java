package dev.haishin.model.kafka;

import dev.haishin.engine.Capacity;
import dev.haishin.engine.FifoStation;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.failure.Outages;
import dev.haishin.results.Counter;
import dev.haishin.results.Recorder;
import dev.haishin.results.Utilization;

/**
 * A broker's request-handler threads: a first-come-first-served station of c servers, with the
 * {@link Disk} beside them.
 *
 * <p>What the replica fetcher threads spend on appends is spent here too, so that the handlers
 * stand for all CPU of the broker.
 */
final class RequestHandlers {
  private final Outages outages;
  private final Capacity capacity;
  private FifoStation station;
  private final BrokerCosts costs;
  private final Recorder recorder;
  private final int host;
  private final BrokerSettings settings;
  private final int index;
  private final Disk disk;
  private final RandomStream appendCosts;
  private final RandomStream recordCosts;
  private long lastAppendNs;
  private long busyUntilNs;

  /**
   * Idle handlers.
   *
   * @param host its number among the hosts that {@code kafka.*} gauges are recorded for
   * @param rack knows when brokers of the cluster are down and how fast their hosts are
   * @param index the number of the broker in its cluster
   */
  RequestHandlers(
      String broker,
      long seed,
      BrokerSettings settings,
      Recorder recorder,
      int host,
      BrokerRack rack,
      int index) {
    outages = rack.outages();
    capacity = rack.capacity(index);
    this.index = index;
    this.settings = settings;
    appendCosts = RandomStream.of(seed, "kafka.append-cost", broker);
    recordCosts = RandomStream.of(seed, "kafka.record-cost", broker);
    station = new FifoStation(settings.handlers(), capacity);
    costs = settings.costs();
    this.recorder = recorder;
    this.host = host;
    this.disk = new Disk(costs, recorder, host, outages, index);
  }

  /** Notes that a quota holds a client up. */
  void throttled(long nowNs) {
    recorder.count(Counter.KAFKA_THROTTLED, nowNs, 1);
  }

  /** The broker's disk. */
  Disk disk() {
    return disk;
  }

  /** Takes a fetch request; returns when a handler is done with it. */
  long fetch(long nowNs) {
    return serve(nowNs, costs.fetchNs());
  }

  /** Takes records to be appended; returns when they are. */
  long append(long nowNs, long records, long bytes) {
    long serviceNs = costs.appendNs().sample(appendCosts) + bytes * costs.bytePicos() / 1000;
    for (long i = 0; i < records; i++) {
      serviceNs += costs.recordNs().sample(recordCosts);
    }
    long departNs = serve(nowNs, serviceNs);
    lastAppendNs = departNs - station.lastStartNs();
    return departNs;
  }

  /** When the last job that was taken in departs. */
  long busyUntilNs() {
    return busyUntilNs;
  }

  /** Loses all jobs. */
  void clear() {
    station = new FifoStation(settings.handlers(), capacity);
    disk.clear();
  }

  /** How long the append last taken occupies a handler. */
  long lastAppendNs() {
    return lastAppendNs;
  }

  private long serve(long nowNs, long serviceNs) {
    long departNs = station.arrive(nowNs, serviceNs);
    busyUntilNs = Math.max(busyUntilNs, departNs);
    long downNs = outages.nextDownNs(index, nowNs);
    recorder.visit(
        Utilization.KAFKA_CPU,
        host,
        nowNs,
        Math.min(station.lastStartNs(), downNs),
        Math.min(departNs, downNs));
    return departNs;
  }
}
