package dev.haishin.engine;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
 * The hold model through the kernel: each event sends one to a process chosen uniformly, after an
 * exponential delay of mean one second. The figure to read is {@code events}.
 *
 * <p>One event is pending a process up to a million processes; beyond, a million processes share
 * what is pending, because a simulation numbers its processes with 20 bits.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx6g", "-XX:+UseSerialGC", "-XX:+UseTransparentHugePages"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PholdBenchmark {
  private static final double MEAN_NS = 1e9;
  private static final int MOST_PROCESSES = 1_000_000;
  private static final int EVENTS_A_CALL = 100_000;

  /** The queues compared. */
  public enum Queue {
    HEAP(HeapQueue::new),
    LADDER(LadderQueue::new);

    private final Supplier<EventQueue> supplier;

    Queue(Supplier<EventQueue> supplier) {
      this.supplier = supplier;
    }
  }

  /** Events handled, as a rate. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Handled {
    public long events;
  }

  @Param({"1000", "100000", "1000000", "10000000"})
  public int pending;

  @Param public Queue queue;

  private final RandomStream random = RandomStream.of(1, "hold", "phold");
  private final ExponentialNs delayNs = new ExponentialNs(MEAN_NS);
  private Simulation simulation;
  private int processes;
  private long windowNs;

  @Setup(Level.Trial)
  public void build() {
    processes = Math.min(pending, MOST_PROCESSES);
    simulation = new Simulation(new Links(1).connect(0, 0, 1), 1, queue.supplier);
    Holder[] holders = new Holder[processes];
    for (int i = 0; i < processes; i++) {
      holders[i] = simulation.add(new Holder("holder/" + i), 0);
    }
    simulation.seal();
    for (int i = 0; i < pending; i++) {
      holders[i % processes].start();
    }
    windowNs = (long) (MEAN_NS * EVENTS_A_CALL / pending);
    simulation.runBefore((long) (2 * MEAN_NS));
  }

  @Benchmark
  public void hold(Handled handled) {
    long before = simulation.dispatched();
    simulation.runBefore(simulation.nowNs() + windowNs);
    handled.events += simulation.dispatched() - before;
  }

  /** Passes on what it gets. */
  private final class Holder extends LogicalProcess {
    Holder(String name) {
      super(name, 0);
    }

    void start() {
      port().at(delayNs.of(random.nextLong()), 0, 0, 0);
    }

    @Override
    protected void receive(Event event) {
      long atNs = event.timeNs() + 1 + delayNs.of(random.nextLong());
      send(random.nextInt(processes), atNs, 0, event.a() + 1, event.b());
    }
  }
}
