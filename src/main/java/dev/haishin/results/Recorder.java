package dev.haishin.results;

import java.util.Arrays;
import java.util.List;

/**
 * Takes down what happens in one partition of a run. One thread at a time uses it.
 *
 * <p>Times are simulated nanoseconds from the start of the run. A latency belongs to the time of
 * its tap and is kept if the tap came after the warm-up and the end of it before the end of the
 * run: what is known in advance to happen later has not happened. Counters, levels and busy time
 * belong to their own time; the warm-up's part of them is seen in the timeline only. Calls may come
 * in any order of time.
 *
 * <p>Calls allocate nothing, but for memory that grows with the hosts, intervals and traces in use.
 */
@SuppressWarnings("EnumOrdinal") // Enums index arrays here: one load, no map, no boxing.
public final class Recorder {
  private static final LatencyMetric[] LATENCIES = LatencyMetric.values();
  private static final Stage[] STAGES = Stage.values();

  private final RecordingPlan plan;
  private final Intervals intervals;
  private final LatencyTrack[] latencies = new LatencyTrack[LATENCIES.length];
  private final LatencyTrack[] waits = new LatencyTrack[STAGES.length];
  private final LatencyTrack[] services = new LatencyTrack[STAGES.length];
  private final long[][] counts;
  private final StationTrack[] stations = new StationTrack[Utilization.values().length];
  private final LevelTrack[] levels = new LevelTrack[Level.values().length];
  private final Traces traces;
  private final Reach reach;
  private final BorderTrack borders;
  private final CutOffs cutOffs;
  private final Ledger ledger = new Ledger();

  /** A recorder that has seen nothing; all recorders of a run are given the same plan. */
  public Recorder(RecordingPlan plan) {
    this.plan = plan;
    intervals = new Intervals(plan);
    traces = new Traces(plan);
    reach = new Reach(plan.regions());
    borders = new BorderTrack(plan.regions(), intervals.count());
    cutOffs = new CutOffs(intervals);
    for (LatencyMetric metric : LATENCIES) {
      latencies[metric.ordinal()] =
          new LatencyTrack(metric.path(), plan, intervals, metric.overTime());
    }
    for (Stage stage : STAGES) {
      waits[stage.ordinal()] = new LatencyTrack(stage.waitPath(), plan, intervals, false);
      services[stage.ordinal()] = new LatencyTrack(stage.servicePath(), plan, intervals, false);
    }
    counts = new long[Counter.values().length][intervals.count()];
  }

  /**
   * Declares the hosts of a component, before the run; all recorders are told the same.
   *
   * @param capacityServers busy time that one host can take a unit of time: its servers
   * @param hostNames by host number, each beginning with its region's name and a slash
   */
  public void declareHosts(
      Utilization utilization, int hostCount, double capacityServers, String[] hostNames) {
    double[] servers = new double[hostCount];
    Arrays.fill(servers, capacityServers);
    declareHosts(utilization, servers, hostNames);
  }

  /** Declares the hosts of a component that are not all alike: the servers of each. */
  public void declareHosts(Utilization utilization, double[] servers, String[] hostNames) {
    Hosts hosts = Hosts.of(utilization.path(), plan, servers, hostNames);
    stations[utilization.ordinal()] = new StationTrack(hosts, intervals);
  }

  /**
   * Declares the hosts whose level is followed, before the run; all recorders are told the same.
   *
   * @param capacity what a value is divided by: the host's memory in bytes where the level is a
   *     share of it, else 1
   * @param hostNames by host number, each beginning with its region's name and a slash
   */
  public void declareHosts(Level level, int hostCount, double capacity, String[] hostNames) {
    double[] capacities = new double[hostCount];
    Arrays.fill(capacities, capacity);
    Hosts hosts = Hosts.of(level.path(), plan, capacities, hostNames);
    levels[level.ordinal()] = new LevelTrack(level, hosts, plan.regions().size(), intervals);
  }

  /**
   * A latency that is known.
   *
   * @param facet whose it is: the recipient's, by {@link Facet}
   * @param tapNs when it began
   * @param valueNs how long it took
   */
  public void latency(LatencyMetric metric, int facet, long tapNs, long valueNs) {
    if (isMeasured(tapNs, tapNs + valueNs)) {
      latencies[metric.ordinal()].record(facet, tapNs, valueNs);
    }
  }

  /**
   * Says that a latency should become known for so many pairs of one facet; called once for each
   * message. What never does is a miss.
   */
  public void intended(LatencyMetric metric, int facet, long tapNs, long pairs) {
    if (tapNs >= plan.warmupNs()) {
      latencies[metric.ordinal()].intended(facet, tapNs, pairs);
    }
  }

  /**
   * Says that a message should reach so many recipients; called once for each message. Who they are
   * is asked for where {@link #tellsRecipientsApart}.
   *
   * @param facet of the chat alone
   */
  public void intendedToReach(int facet, long tapNs, long pairs) {
    if (tapNs >= plan.warmupNs()) {
      latencies[LatencyMetric.DELIVERY_ANY.ordinal()].intendedForMany(facet, tapNs, pairs);
    }
  }

  /** Whether {@link #intendedToReach} is to be followed by {@link #intendedFor}. */
  public boolean tellsRecipientsApart() {
    return latencies[LatencyMetric.DELIVERY_ANY.ordinal()].tellsRecipientsApart();
  }

  /** Says who some of a message's recipients are: those of one facet. */
  public void intendedFor(int facet, long tapNs, long pairs) {
    if (tapNs >= plan.warmupNs()) {
      latencies[LatencyMetric.DELIVERY_ANY.ordinal()].intendedFor(facet, tapNs, pairs);
    }
  }

  /**
   * Somebody has sent a message.
   *
   * @param facet the sender's
   */
  public void attempted(int facet, long tapNs) {
    if (isMeasured(tapNs, tapNs)) {
      reach.attempted(facet);
    }
  }

  /** The sender of a message knows that it is durable. */
  public void acknowledged(int facet, long tapNs, long nowNs) {
    if (isMeasured(tapNs, nowNs)) {
      latencies[LatencyMetric.SEND_ACK.ordinal()].record(facet, tapNs, nowNs - tapNs);
      reach.accepted(facet);
    }
  }

  /** Pairs that stand at the end in a recipient's inbox, neither seen nor pushed. */
  public void neverReached(int facet, long pairs) {
    reach.never(facet, pairs);
  }

  /**
   * Whose pairs are lost, beside what the ledger is told; fewer than none where a loss turns out to
   * be none.
   */
  public void lostFor(int facet, long pairs) {
    reach.lost(facet, pairs);
  }

  /**
   * A message has reached a recipient, on a screen or by a push, for the first time.
   *
   * @param facet the recipient's, platform included
   */
  public void reached(int facet, long tapNs, long valueNs) {
    if (isMeasured(tapNs, tapNs + valueNs)) {
      latencies[LatencyMetric.DELIVERY_ANY.ordinal()].record(facet, tapNs, valueNs);
      reach.record(facet, valueNs);
    }
  }

  /**
   * A message's wait and service at a station.
   *
   * @param atNs when it came to the station
   */
  public void stage(Stage stage, long atNs, long waitNs, long serviceNs) {
    if (isMeasured(atNs, atNs + waitNs + serviceNs)) {
      waits[stage.ordinal()].record(ViewTally.ALL_REGIONS, atNs, waitNs);
      services[stage.ordinal()].record(ViewTally.ALL_REGIONS, atNs, serviceNs);
    }
  }

  /** Counts {@code n} things that happen at an instant; nothing once the run is over. */
  public void count(Counter counter, long nowNs, long n) {
    if (nowNs < plan.durationNs()) {
      counts[counter.ordinal()][intervals.index(nowNs)] += n;
    }
  }

  /**
   * Bytes that leave a region for another; nothing once the run is over.
   *
   * @param from number of the region, as {@code to}
   */
  public void crossed(int from, int to, DataKind kind, long nowNs, long bytes) {
    if (nowNs < plan.durationNs()) {
      borders.add(from, to, kind, intervals.index(nowNs), bytes);
      count(Counter.CROSS_BORDER_BYTES, nowNs, bytes);
    }
  }

  /**
   * One job on one server of a host's station.
   *
   * @param arriveNs when it came
   * @param startNs when its service began
   * @param departNs when it left, be it after the end of the run
   */
  public void visit(Utilization utilization, int host, long arriveNs, long startNs, long departNs) {
    stations[utilization.ordinal()].visit(host, arriveNs, startNs, departNs);
  }

  /**
   * The end of the stretch of time around an instant within which jobs can be recorded together.
   */
  public long stretchEndNs(long atNs) {
    return intervals.stretchEndNs(atNs);
  }

  /**
   * Jobs of a host's station that came and left within the stretch around an instant, together.
   *
   * @param busyNs sum of their services
   * @param sojournNs sum of their stays
   */
  public void visitsIn(
      Utilization utilization, int host, long atNs, long jobs, long busyNs, long sojournNs) {
    stations[utilization.ordinal()].visitsIn(host, atNs, jobs, busyNs, sojournNs);
  }

  /** Busy time within the stretch around an instant that no queueing job stands behind. */
  public void busyIn(Utilization utilization, int host, long atNs, long busyNs) {
    stations[utilization.ordinal()].busyIn(host, atNs, busyNs);
  }

  /** Busy time of one server of a host that no queueing job stands behind. */
  public void busy(Utilization utilization, int host, long fromNs, long toNs) {
    stations[utilization.ordinal()].busy(host, fromNs, toNs);
  }

  /** A level from now on; only one recorder may set that of a host, from 0 at the start. */
  public void level(Level level, int host, long nowNs, long newValue) {
    levels[level.ordinal()].set(host, nowNs, newValue);
  }

  /** Raises a level from now on, or lowers it; any number of recorders may. */
  public void levelChange(Level level, int host, long nowNs, long change) {
    levels[level.ordinal()].change(host, nowNs, change);
  }

  /** This recorder's part of the ledger. */
  public Ledger ledger() {
    return ledger;
  }

  /** Whom failures have cut off. */
  public CutOffs cutOffs() {
    return cutOffs;
  }

  /** Whether the way of a message is to be recorded. */
  public boolean traced(long messageId) {
    return traces.includes(messageId);
  }

  /**
   * A traced message's time in a stage on the way to a delivery. Stages beside that way (a write
   * that no frame waits for) have no place here.
   *
   * @param recipient whose delivery it belongs to, or -1 for all the message's
   * @param fromNs when the message came to the stage
   * @param startNs when its service began
   * @param endNs when it was done
   */
  public void hop(
      long messageId, int recipient, Stage stage, long fromNs, long startNs, long endNs) {
    traces.hop(messageId, recipient, stage, fromNs, startNs, endNs);
  }

  /** A traced message is on the screen of a recipient who was online. */
  public void delivered(long messageId, int recipient, long tapNs, long atNs) {
    traces.delivered(messageId, recipient, tapNs, atNs, isMeasured(tapNs, atNs));
  }

  private boolean isMeasured(long tapNs, long endNs) {
    return tapNs >= plan.warmupNs() && endNs <= plan.durationNs();
  }

  /** All that several recorders of one run have seen, but for their traces. */
  static Recorder sum(RecordingPlan plan, List<Recorder> recorders) {
    Recorder sum = new Recorder(plan);
    for (Recorder recorder : recorders) {
      if (!recorder.plan.equals(plan)) {
        throw new IllegalStateException("recorders of one run follow different plans");
      }
      sum.addAll(recorder);
    }
    return sum;
  }

  Intervals intervals() {
    return intervals;
  }

  LatencyTrack latencies(LatencyMetric metric) {
    return latencies[metric.ordinal()];
  }

  LatencyTrack waits(Stage stage) {
    return waits[stage.ordinal()];
  }

  LatencyTrack services(Stage stage) {
    return services[stage.ordinal()];
  }

  long[] counts(Counter counter) {
    return counts[counter.ordinal()];
  }

  /** The station class, or null where it was not declared. */
  StationTrack station(Utilization utilization) {
    return stations[utilization.ordinal()];
  }

  /** The level, or null where it was not declared. */
  LevelTrack level(Level level) {
    return levels[level.ordinal()];
  }

  BorderTrack borders() {
    return borders;
  }

  Reach reach() {
    return reach;
  }

  Traces traces() {
    return traces;
  }

  private void addAll(Recorder other) {
    for (int i = 0; i < latencies.length; i++) {
      latencies[i].addAll(other.latencies[i]);
    }
    for (int i = 0; i < waits.length; i++) {
      waits[i].addAll(other.waits[i]);
      services[i].addAll(other.services[i]);
    }
    for (int i = 0; i < counts.length; i++) {
      for (int row = 0; row < counts[i].length; row++) {
        counts[i][row] += other.counts[i][row];
      }
    }
    for (Utilization utilization : Utilization.values()) {
      addStation(utilization, other.stations[utilization.ordinal()]);
    }
    for (Level level : Level.values()) {
      addLevel(level, other.levels[level.ordinal()]);
    }
    reach.addAll(other.reach);
    borders.addAll(other.borders);
    cutOffs.addAll(other.cutOffs);
    ledger.addAll(other.ledger);
  }

  private void addStation(Utilization utilization, StationTrack other) {
    if (other == null) {
      return;
    }
    int index = utilization.ordinal();
    if (stations[index] == null) {
      stations[index] = new StationTrack(other.hosts(), intervals);
    }
    stations[index].hosts().checkSame(utilization.path(), other.hosts());
    stations[index].addAll(other);
  }

  private void addLevel(Level level, LevelTrack other) {
    if (other == null) {
      return;
    }
    int index = level.ordinal();
    if (levels[index] == null) {
      levels[index] = new LevelTrack(level, other.hosts(), plan.regions().size(), intervals);
    }
    levels[index].hosts().checkSame(level.path(), other.hosts());
    levels[index].addAll(other);
  }
}
