package dev.haishin.engine;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * M/M/1 at utilisation 0.9 through the public kernel API, one event a customer: the departure is
 * known on arrival. The figure to read is {@code customers}; a mean wait that is not 9 service
 * times fails the run.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SingleServerBenchmark {
  private static final double SERVICE_NS = 1e6;
  private static final double MEAN_WAIT = 9;
  private static final double WAIT_TOLERANCE = 0.3;
  private static final long ENOUGH_CUSTOMERS = 50_000_000;
  private static final long WINDOW_NS = 100_000 * (long) SERVICE_NS;

  /** Customers served, as a rate. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Served {
    public long customers;
  }

  private Simulation simulation;
  private Counter counter;

  @Setup(Level.Trial)
  public void build() {
    simulation = new Simulation(new Links(1).connect(0, 0, 1), 1, EventQueues::standard);
    counter = simulation.add(new Counter(), 0);
    simulation.seal();
    counter.open();
  }

  @Benchmark
  public void serve(Served served) {
    long before = simulation.dispatched();
    simulation.runBefore(simulation.nowNs() + WINDOW_NS);
    served.customers += simulation.dispatched() - before;
  }

  @TearDown(Level.Trial)
  public void checkWait() {
    double meanWait = counter.waitedNs / SERVICE_NS / counter.customers;
    if (counter.customers > ENOUGH_CUSTOMERS && Math.abs(meanWait - MEAN_WAIT) > WAIT_TOLERANCE) {
      throw new IllegalStateException("mean wait " + meanWait + " service times, not 9");
    }
  }

  /** Customers come to it, one event each. */
  private static final class Counter extends LogicalProcess {
    private static final int ARRIVAL = 0;

    private final RandomStream arrivals = RandomStream.of(1, "arrivals", "counter");
    private final RandomStream services = RandomStream.of(1, "services", "counter");
    private final ExponentialNs gapNs = new ExponentialNs(SERVICE_NS / 0.9);
    private final ExponentialNs serviceNs = new ExponentialNs(SERVICE_NS);
    private final FifoStation station = new FifoStation(1);
    private long customers;
    private double waitedNs;

    Counter() {
      super("counter", 0);
    }

    void open() {
      port().at(0, ARRIVAL, 0, 0);
    }

    @Override
    protected void receive(Event event) {
      long nowNs = event.timeNs();
      station.arrive(nowNs, serviceNs.of(services.nextLong()));
      waitedNs += station.lastStartNs() - nowNs;
      customers++;
      port().at(nowNs + gapNs.of(arrivals.nextLong()), ARRIVAL, 0, 0);
    }
  }
}
