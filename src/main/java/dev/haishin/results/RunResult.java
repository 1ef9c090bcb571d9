package dev.haishin.results;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that was recorded of one run, and the answers that it gives. */
public final class RunResult {
  private static final String ONLINE = LatencyMetric.DELIVERY_ONLINE.path();
  private static final String ANY = LatencyMetric.DELIVERY_ANY.path();
  private static final int MOST_FAILURES = 50;
  private static final double NS_PER_MS = 1e6;

  private final RecordingPlan plan;
  private final Recorder recorded;
  private final Courses courses;
  private final Followed followed;
  private final Tail tail;
  private final List<LittleCheck> littleChecks;
  private final List<Bottleneck> bottlenecks;
  private final List<Hottest> hottest = new ArrayList<>();
  private final Map<Derived, Double> figures;
  private final SortedMap<String, LatencyTrack> latencies = new TreeMap<>();
  private final SortedMap<String, Stage> shares = new TreeMap<>();
  private final List<Incident> incidents = new ArrayList<>();
  private final List<Completion> broadcasts = new ArrayList<>();
  private final List<MetricQuery> asked = new ArrayList<>();
  private final SortedMap<String, Measurement> measurements = new TreeMap<>();

  private RunResult(
      RecordingPlan plan,
      List<Recorder> recorders,
      Map<Derived, Double> known,
      Set<Counter> unmodelled) {
    this.plan = plan;
    recorded = Recorder.sum(plan, recorders);
    courses = new Courses(recorded, unmodelled);
    for (LatencyMetric metric : LatencyMetric.values()) {
      latencies.put(metric.path(), recorded.latencies(metric));
    }
    for (Stage stage : Stage.values()) {
      latencies.put(stage.waitPath(), recorded.waits(stage));
      latencies.put(stage.servicePath(), recorded.services(stage));
      shares.put(stage.sharePath(), stage);
    }
    List<Traces> traces = recorders.stream().map(Recorder::traces).toList();
    followed = new Followed(traces);
    tail = tail(traces);
    littleChecks = checkLittle();
    bottlenecks = Bottlenecks.of(recorded, tail);
    Bottlenecks.hosts(recorded, tail).forEach(host -> hottest.add(hottestHost(host)));
    figures = new EnumMap<>(Derived.class);
    figures.putAll(known);
    perMessage();
  }

  /**
   * Adds up the recorders of a run that has ended; they are left as they are.
   *
   * @param known figures that only the world and the engine know, such as costs and events
   * @param unmodelled counters that nothing in the world counts: they are unknown, not 0
   * @throws IllegalStateException when the recorders were not told of the same plan and hosts
   */
  public static RunResult of(
      RecordingPlan plan,
      List<Recorder> recorders,
      Map<Derived, Double> known,
      Set<Counter> unmodelled) {
    return new RunResult(plan, recorders, known, unmodelled);
  }

  /**
   * Answers {@code path[.statistic][{key=value}]}, in canonical units.
   *
   * @throws IllegalArgumentException when no metric has that path
   */
  public Reading value(String path) {
    return value(MetricRegistry.standard().parse(path));
  }

  /** Answers a question, in canonical units. */
  public Reading value(MetricQuery query) {
    String path = query.metric().path();
    if (latencies.containsKey(path)) {
      LatencyTrack track = latencies.get(path);
      boolean isOfPairs = path.equals(ONLINE) && track.pairs() == 0;
      return new LatencyReadings(track, isOfPairs ? latencies.get(ANY) : track).read(query);
    }
    if (path.startsWith("ledger.")) {
      return ledger(query);
    }
    if (path.equals(MetricRegistry.RECOVERY)) {
      return query.isWindowed() ? wholeRunOnly() : recovery(query.qualifier("failure"));
    }
    if (path.equals(MetricRegistry.COMPLETE)) {
      String place = query.qualifier(Qualifier.BROADCAST);
      return query.isWindowed() ? wholeRunOnly() : Completion.read(broadcasts, place, plan);
    }
    if (shares.containsKey(path)) {
      return query.isWindowed() ? wholeRunOnly() : tail.share(shares.get(path));
    }
    if (!Measurement.figureOf(path).isEmpty()) {
      return query.isWindowed() ? wholeRunOnly() : fit(Measurement.figureOf(path));
    }
    return query.metric().statistics().size() == 1 ? figure(query) : overTime(query);
  }

  private Hottest hottestHost(Bottleneck found) {
    OptionalDouble mean = value(found.path() + ".mean").value();
    double times = found.utilization() / mean.orElse(0);
    return new Hottest(
        Hottest.HOST,
        found.path(),
        found.host(),
        found.utilization(),
        Double.isFinite(times) ? OptionalDouble.of(times) : OptionalDouble.empty());
  }

  /** Adds what only the world knows the name of: the hottest partition or chat. */
  public void add(Hottest found) {
    hottest.add(found);
  }

  /** The hottest host of each capacity, and the hottest partitions and chats, by name. */
  public List<Hottest> hottest() {
    return List.copyOf(hottest);
  }

  /** Adds a figure that follows from others of this result, such as a cost. */
  public void add(Derived figure, double value) {
    figures.put(figure, value);
  }

  /** Adds what was measured of a figure in the real world. */
  public void add(Measurement measurement) {
    measurements.put(measurement.path(), measurement);
  }

  /** Adds a question that somebody has, whose answer belongs to the run's figures. */
  public void ask(MetricQuery question) {
    asked.add(question);
  }

  /** What was asked, in that order. */
  public List<MetricQuery> asked() {
    return List.copyOf(asked);
  }

  /**
   * The figures that this run has beyond those of every run: what was asked, in that order, how
   * long after each failure things were as before, how long each broadcast took, and how far
   * figures are from what was measured of them.
   */
  public List<MetricQuery> ownFigures() {
    List<MetricQuery> all = new ArrayList<>(asked);
    for (int failure = 1; failure <= Math.min(incidents.size(), MOST_FAILURES); failure++) {
      all.add(
          MetricRegistry.standard().parse(MetricRegistry.RECOVERY + "{failure=" + failure + "}"));
    }
    all.addAll(Completion.queries(broadcasts.size()));
    all.addAll(courses.crossings());
    for (String path : measurements.keySet()) {
      all.add(MetricRegistry.standard().parse(Measurement.errorPath(path)));
    }
    return all;
  }

  /** Adds what fails, in the order of the time. */
  public void fail(List<Incident> failures) {
    incidents.addAll(failures);
  }

  /** Adds how far broadcasts came, in the order of the scenario. */
  public void add(List<Completion> completions) {
    broadcasts.addAll(completions);
  }

  /** How long each failure was felt, and by whom. */
  public List<Aftermath> aftermaths() {
    return incidents.isEmpty() ? List.of() : Aftermath.of(timeline(), recorded, incidents);
  }

  private Reading recovery(String failure) {
    int number = failure.isEmpty() ? 1 : Integer.parseInt(failure);
    return number > incidents.size()
        ? Reading.unknown("there is no such failure in this run")
        : recorded
            .latencies(LatencyMetric.DELIVERY_ANY)
            .recovery()
            .timeNs(incidents.get(number - 1).atNs());
  }

  private Reading fit(String path) {
    Measurement measurement = measurements.get(path);
    if (measurement == null) {
      return Reading.unknown("nothing was measured of it");
    }
    MetricQuery query = MetricRegistry.standard().parse(path);
    for (LatencyMetric metric : LatencyMetric.values()) {
      LatencyTrack track = recorded.latencies(metric);
      boolean isPercentile = query.statistic().type() == Statistic.Type.PERCENTILE;
      if (metric.path().equals(query.metric().path()) && isPercentile && track.hasCourse()) {
        double percentile = query.statistic().percentile();
        Measurement.Simulated over =
            (from, to) -> track.percentileNs(percentile, from, to) / NS_PER_MS;
        return measurement.error(over, plan.warmupNs());
      }
    }
    return measurement.error(simulated(), plan.warmupNs());
  }

  /** The plan that the run was recorded by. */
  public RecordingPlan plan() {
    return plan;
  }

  /** The account of all pairs; a run whose ledger does not balance is a failed run. */
  public Ledger ledger() {
    return recorded.ledger();
  }

  /** Little's law, on every class of stations with visits. */
  public List<LittleCheck> littleChecks() {
    return littleChecks;
  }

  /** Up to three components that came closest to their capacity, the busiest first. */
  public List<Bottleneck> bottlenecks() {
    return bottlenecks;
  }

  /** Whom messages reached and how soon, by region and platform. */
  public List<ReachLine> reach() {
    return recorded.reach().lines();
  }

  /** Where the slowest deliveries spent their time. */
  public Tail tail() {
    return tail;
  }

  /** The way of one delivery, if it is among those whose ways were recorded. */
  public Optional<Waterfall> follow(Follow follow) {
    Latencies measured = recorded.latencies(LatencyMetric.DELIVERY_ONLINE).total();
    return followed.find(follow, measured == null ? 0 : measured.count());
  }

  /** The distributions of all latency metrics of which anything was recorded, by path. */
  public SortedMap<String, Latencies> latencies() {
    SortedMap<String, Latencies> recordedOnes = new TreeMap<>();
    latencies.forEach(
        (path, track) -> {
          if (track.total() != null) {
            recordedOnes.put(path, track.total());
          }
        });
    return recordedOnes;
  }

  /** A latency metric's distribution in each interval that has one, in the order of time. */
  public List<IntervalDistribution> overTime(LatencyMetric metric) {
    LatencyTrack track = recorded.latencies(metric);
    List<IntervalDistribution> distributions = new ArrayList<>();
    Intervals intervals = recorded.intervals();
    for (int i = 0; i < intervals.count(); i++) {
      IntervalCounts counts = track.intervalOrNull(i);
      if (counts != null) {
        distributions.add(
            new IntervalDistribution(
                intervals.startNs(i), intervals.endNs(i), counts.maxNs(), counts.histogram()));
      }
    }
    return distributions;
  }

  /** The run over time, the warm-up's load included, and beside it what was measured. */
  public Timeline timeline() {
    Timeline simulated = simulated();
    List<Timeline.Column> columns = new ArrayList<>(simulated.columns());
    measurements
        .values()
        .forEach(measured -> columns.add(measured.column(simulated.startSeconds())));
    return new Timeline(simulated.startSeconds(), columns);
  }

  private Timeline simulated() {
    return TimelineColumns.of(recorded, courses);
  }

  private Tail tail(List<Traces> traces) {
    MetricQuery p99 =
        MetricRegistry.standard().parse(LatencyMetric.DELIVERY_ONLINE.path() + ".p99");
    Reading reading = value(p99);
    if (!reading.isKnown()) {
      return Tail.unknown(reading.reason());
    }
    // The histogram names the upper edge of p99's bucket; the tail begins at the lower one.
    long atLeastNs =
        recorded
            .latencies(LatencyMetric.DELIVERY_ONLINE)
            .total()
            .histogram()
            .lowestEquivalentValue((long) reading.value().getAsDouble());
    return Tail.of(traces, atLeastNs);
  }

  private List<LittleCheck> checkLittle() {
    List<LittleCheck> checks = new ArrayList<>();
    for (Utilization utilization : Utilization.values()) {
      StationTrack station = recorded.station(utilization);
      if (station != null && station.occupancy().arrivals() > 0) {
        checks.add(station.occupancy().check(utilization.path()));
      }
    }
    return List.copyOf(checks);
  }

  private void perMessage() {
    double messages = total(Counter.MESSAGES_ACCEPTED);
    if (messages > 0) {
      double writes = total(Counter.FANOUT_INBOX_WRITES) + total(Counter.FANOUT_LOG_APPENDS);
      long pairs = recorded.latencies(LatencyMetric.DELIVERY_ANY).pairs();
      figures.putIfAbsent(Derived.WRITE_AMPLIFICATION, writes / messages);
      figures.putIfAbsent(Derived.RECIPIENTS_PER_MESSAGE, pairs / messages);
    }
  }

  private double total(Counter counter) {
    return value(counter.path()).value().orElse(0);
  }

  private Reading figure(MetricQuery query) {
    if (query.isWindowed()) {
      return wholeRunOnly();
    }
    for (Map.Entry<Derived, Double> entry : figures.entrySet()) {
      if (entry.getKey().path().equals(query.metric().path())) {
        return Reading.of(entry.getValue());
      }
    }
    return Reading.unknown("nothing of the kind in this run");
  }

  private Reading ledger(MetricQuery query) {
    if (query.isWindowed()) {
      return wholeRunOnly();
    }
    String reason = query.qualifier("reason");
    if (query.metric().path().equals(MetricRegistry.LOST) && reason.isEmpty()) {
      return Reading.of(ledger().pairsLost());
    }
    for (LossReason known : LossReason.values()) {
      if (known.reasonName().equals(reason)) {
        return Reading.of(ledger().pairsLost(known));
      }
    }
    for (LedgerColumn column : LedgerColumn.values()) {
      if (column.path().equals(query.metric().path())) {
        return Reading.of(ledger().pairs(column));
      }
    }
    return Reading.unknown("no loss has the reason '" + reason + "'");
  }

  private Reading overTime(MetricQuery query) {
    int region = ViewTally.ALL_REGIONS;
    if (!query.qualifier("region").isEmpty()) {
      region = plan.regions().indexOf(query.qualifier("region"));
      if (region < 0) {
        return Reading.unknown("no region '" + query.qualifier("region") + "' in this run");
      }
    }
    String path = query.metric().path();
    if (query.metric().kind() == Kind.COUNTER) {
      CounterReadings counter =
          query.metric().qualifiers().contains(Qualifier.DATA)
              ? courses.crossed(query)
              : courses.counter(path, query.qualifier(Qualifier.DIRECTION));
      return counter == null
          ? Reading.unknown("nothing counts it in this version")
          : counter.read(query);
    }
    GaugeCourse gauge = courses.gauge(path, region);
    return gauge == null ? Reading.unknown("no such hosts in this run") : gauge.read(query);
  }

  private static Reading wholeRunOnly() {
    return Reading.unknown("known of the whole run only");
  }
}
