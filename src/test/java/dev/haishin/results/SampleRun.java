package dev.haishin.results;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * A made-up run of 40 s that touches everything that can be recorded. Which recorder is told what
 * does not matter to what is recorded.
 */
public final class SampleRun {
  private static final long MS = Plans.MS;
  private static final long SECOND = Plans.SECOND;
  private static final int MESSAGES = 4_000;

  private SampleRun() {}

  /** The run's plan. */
  public static RecordingPlan plan() {
    List<View> views = expectations().stream().flatMap(e -> e.view().stream()).toList();
    return new RecordingPlan(
        40 * SECOND, 5_500 * MS, SECOND, Plans.REGIONS, views, MESSAGES, 3 * MESSAGES);
  }

  /** What is expected of it: one of each verdict, and views. */
  public static List<Expectation> expectations() {
    MetricRegistry metrics = MetricRegistry.standard();
    MetricQuery spike =
        metrics.parse("delivery.online.p50{region=tokyo}").during(10 * SECOND, 20 * SECOND);
    return List.of(
        new Expectation(
            "delivery.online.p50{region=tokyo}[10s..20s]",
            spike,
            Comparison.AT_MOST,
            80 * MS,
            80 * MS,
            "80ms"),
        new Expectation(
            "delivery.any.within(100ms)",
            metrics.parse("delivery.any.within(100ms)"),
            Comparison.AT_LEAST,
            0.999,
            0.999,
            "99.9%"),
        new Expectation(
            "delivery.online.p99.99",
            metrics.parse("delivery.online.p99.99"),
            Comparison.BETWEEN,
            MS,
            SECOND,
            "1ms..1s"));
  }

  /** The run as that many recorders saw it, added up. */
  public static RunResult recordedBy(int recorders) {
    RecordingPlan plan = plan();
    Recorder[] all = new Recorder[recorders];
    for (int i = 0; i < recorders; i++) {
      all[i] = new Recorder(plan);
      declare(all[i]);
    }
    for (int message = 0; message < MESSAGES; message++) {
      for (int part = 0; part < 4; part++) {
        record(all[(message * 7 + part) % recorders], message, part);
      }
    }
    for (int host = 0; host < 3; host++) {
      for (int second = 0; second < 40; second++) {
        long connections = 1_000 + Hash64.mix(second * 3L + host) % 100;
        all[host % recorders].level(
            Level.GATEWAY_CONNECTIONS, host, second * SECOND + 3 * MS, connections);
      }
    }
    Map<Derived, Double> known = new EnumMap<>(Derived.class);
    known.put(Derived.COST_PER_MONTH, 1234.5);
    known.put(Derived.ENGINE_EVENTS, 123_456_789.0);
    return RunResult.of(plan, List.of(all), known, EnumSet.of(Counter.CROSS_BORDER_BYTES));
  }

  private static void declare(Recorder recorder) {
    String[] gateways = {"tokyo/gateway-0", "tokyo/gateway-1", "taipei/gateway-0"};
    recorder.declareHosts(Utilization.GATEWAY_CPU, 3, 2, gateways);
    recorder.declareHosts(Utilization.FANOUT_CPU, 1, 1, Plans.names("tokyo", "worker", 1));
    recorder.declareHosts(Level.GATEWAY_CONNECTIONS, 3, 1, gateways);
    recorder.declareHosts(Level.CLIENTS_CONNECTED, 2, 1, new String[] {"tokyo/0", "taipei/0"});
  }

  private static void record(Recorder recorder, int message, int part) {
    long tapNs = 10 * MS * message;
    long inNs = tapNs + 5 * MS;
    long workNs = MS + Math.floorMod(Hash64.mix(message), 8 * MS);
    long outNs = inNs + workNs;
    long arriveNs = outNs + 20 * MS + Math.floorMod(Hash64.mix(message + 17L), 70 * MS);
    switch (part) {
      case 0 -> {
        recorder.count(Counter.SEND_ATTEMPTED, tapNs, 1);
        recorder.count(Counter.WIRE_BYTES_UP, tapNs, 120);
        recorder.count(Counter.MESSAGES_ACCEPTED, outNs, 1);
        recorder.intended(LatencyMetric.SEND_ACK, 0, tapNs, 1);
        recorder.latency(LatencyMetric.SEND_ACK, 0, tapNs, outNs - tapNs);
        recorder.ledger().add(LedgerColumn.INTENDED, 2);
        recorder.ledger().add(LedgerColumn.PENDING, 2);
      }
      case 1 -> {
        recorder.visit(Utilization.GATEWAY_CPU, message % 3, tapNs + MS, inNs - MS, inNs);
        recorder.stage(Stage.GATEWAY_IN, tapNs + MS, 3 * MS, MS);
        recorder.hop(message, -1, Stage.GATEWAY_IN, tapNs + MS, inNs - MS, inNs);
      }
      case 2 -> {
        recorder.visit(Utilization.FANOUT_CPU, 0, inNs, inNs + MS / 2, outNs);
        recorder.stage(Stage.FANOUT, inNs, MS / 2, workNs - MS / 2);
        recorder.hop(message, -1, Stage.FANOUT, inNs, inNs + MS / 2, outNs);
        recorder.count(Counter.FANOUT_INBOX_WRITES, outNs, 2);
      }
      default -> deliver(recorder, message, tapNs, arriveNs);
    }
  }

  private static void deliver(Recorder recorder, int message, long tapNs, long arriveNs) {
    int region = message % 4 == 0 ? 1 : 0;
    for (int recipient = 0; recipient < 2; recipient++) {
      long tookNs = arriveNs - tapNs + recipient * 3 * MS;
      recorder.latency(LatencyMetric.DELIVERY_ONLINE, region, tapNs, tookNs);
      recorder.reached(Facet.of(region, recipient == 0), tapNs, tookNs);
    }
    recorder.intended(LatencyMetric.DELIVERY_ONLINE, region, tapNs, 2);
    recorder.intended(LatencyMetric.DELIVERY_ANY, region, tapNs, 2);
    recorder.delivered(message, 1, tapNs, arriveNs);
    recorder.delivered(message, 2, tapNs, arriveNs + 3 * MS);
    recorder.levelChange(Level.CLIENTS_CONNECTED, region, tapNs, 1);
    recorder.ledger().add(LedgerColumn.PENDING, -2);
    recorder.ledger().add(LedgerColumn.LIVE, 2);
  }
}
