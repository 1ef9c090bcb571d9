package dev.haishin.model.gateway;

import dev.haishin.delivery.HeartbeatPolicy;
import dev.haishin.engine.Capacity;
import dev.haishin.engine.Distributions;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.network.AccessNetwork;
import dev.haishin.model.population.Heartbeat;
import dev.haishin.results.Recorder;
import dev.haishin.results.RecordingPlan;
import dev.haishin.results.Utilization;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Heartbeats of gateways with 500,000 connections each, in tables larger than any cache, worked off
 * gateway by gateway as events come by: 120 ms, or 300 beats, at a time. The figure to read is
 * {@code beats}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx4g", "-XX:+UseSerialGC", "-XX:+UseTransparentHugePages"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class BeatsBenchmark {
  private static final int GATEWAYS = 256;
  private static final int CONNECTIONS = 500_000;
  private static final int LOOPS = 16;
  private static final long SECOND = 1_000_000_000;
  private static final long PERIOD_NS = 200 * SECOND;
  private static final long STEP_NS = 120_000_000;
  private static final long RUN_NS = 1_000_000 * SECOND;

  /** Beats worked off, as a rate. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class WorkedOff {
    public long beats;
  }

  @Param({"individual", "cohort"})
  public String heartbeats;

  private final Beats[] gateways = new Beats[GATEWAYS];
  private final BeatAnswers[] answers = new BeatAnswers[GATEWAYS];
  private Recorder recorder;
  private long nowNs;
  private int next;

  @Setup(Level.Trial)
  public void build() {
    recorder =
        new Recorder(
            new RecordingPlan(RUN_NS, 0, 1_000 * SECOND, List.of("world"), List.of(), 0, 0));
    recorder.declareHosts(Utilization.GATEWAY_CPU, GATEWAYS, LOOPS, names("gateway", GATEWAYS));
    recorder.declareHosts(Utilization.GATEWAY_NIC, GATEWAYS, 1, names("gateway", GATEWAYS));
    recorder.declareHosts(
        Utilization.GATEWAY_LOOP, GATEWAYS * LOOPS, 1, names("loop", GATEWAYS * LOOPS));
    AccessNetwork access =
        new AccessNetwork(Distributions.fixed(25_000_000), GATEWAYS * CONNECTIONS, 1);
    Heartbeat heartbeat = new Heartbeat(HeartbeatPolicy.of(PERIOD_NS, SECOND), 1);
    BeatClock clock = new BeatClock(heartbeat, access);
    for (int gateway = 0; gateway < GATEWAYS; gateway++) {
      ConnectionTable table = new ConnectionTable(CONNECTIONS, clock);
      table.expect(CONNECTIONS);
      for (int i = 0; i < CONNECTIONS; i++) {
        table.load(i * GATEWAYS + gateway, 1);
      }
      table.loaded();
      RandomStream service = RandomStream.of(1, "service", "gateway/" + gateway);
      EventLoops loops =
          new EventLoops(LOOPS, false, Capacity.FULL, gateway, gateway * LOOPS, service, recorder);
      Egress egress = new Egress(loops, 1.25e9, Framing.BINARY, gateway, recorder);
      answers[gateway] =
          new BeatAnswers(
              loops, egress, Distributions.fixed(4_000), service, Framing.BINARY, recorder);
      gateways[gateway] =
          heartbeats.equals("cohort")
              ? new CohortBeats(table, heartbeat, LOOPS, answers[gateway])
              : new IndividualBeats(table, clock, access, answers[gateway]);
    }
  }

  @Benchmark
  public void workOff(WorkedOff workedOff) {
    if (next == GATEWAYS) {
      next = 0;
      nowNs += STEP_NS;
    }
    gateways[next++].advance(nowNs);
    workedOff.beats += CONNECTIONS * STEP_NS / PERIOD_NS;
  }

  private static String[] names(String of, int count) {
    String[] names = new String[count];
    for (int i = 0; i < count; i++) {
      names[i] = of + "/" + i;
    }
    return names;
  }
}
