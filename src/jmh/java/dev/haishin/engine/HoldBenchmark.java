package dev.haishin.engine;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The hold model on queues alone, without processes: each event taken puts one back after an
 * exponential delay of mean one second, addressed to a number drawn uniformly. Beside {@link
 * PholdBenchmark} it shows what the kernel adds to its queue; beside each other the queues show
 * what the choice of one is worth, and {@link TrialLadder} how far it is from one that is told
 * everything.
 *
 * <p>A queue is first checked to take events in the order of {@link HeapQueue}. For 10^8 pending,
 * give {@code -p pending=100000000} and a heap of 16 GiB.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx6g", "-XX:+UseSerialGC", "-XX:+UseTransparentHugePages"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class HoldBenchmark {
  private static final double MEAN_NS = 1e9;
  private static final int EVENTS_A_CALL = 100_000;

  /** The queues compared. */
  public enum Queue {
    HEAP((pending, meanNs) -> new OfKernel(new HeapQueue())),
    LADDER((pending, meanNs) -> new OfKernel(new LadderQueue())),
    RADIX_HEAP((pending, meanNs) -> new TrialRadixHeap()),
    TIMING_WHEEL(TrialTimingWheel::new),
    TRIAL_LADDER(OfTrialLadder::new);

    private final Maker maker;

    Queue(Maker maker) {
      this.maker = maker;
    }

    private HoldQueue make(int pending, double meanNs) {
      return maker.make(pending, meanNs);
    }
  }

  @Param({"1000", "100000", "1000000", "10000000"})
  public int pending;

  @Param public Queue queue;

  private final RandomStream random = RandomStream.of(1, "hold", "queue");
  private final ExponentialNs delayNs = new ExponentialNs(MEAN_NS);
  private final Event event = new Event();
  private HoldQueue events;
  private long sequence;

  @Setup(Level.Trial)
  public void checkAndFill() {
    HoldCheck.check(
        () -> queue.make(HoldCheck.PENDING, HoldCheck.MEAN_NS), queue != Queue.TRIAL_LADDER);
    events = queue.make(pending, MEAN_NS);
    while (sequence < pending) {
      events.add(delayNs.of(random.nextLong()), sequence++, 0, 0, 0);
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS_A_CALL)
  public long hold() {
    for (int i = 0; i < EVENTS_A_CALL; i++) {
      events.take(event);
      long atNs = event.timeNs + 1 + delayNs.of(random.nextLong());
      events.add(atNs, sequence++, random.nextInt(pending), event.a + 1, event.b);
    }
    return event.timeNs;
  }

  /** Makes a queue for so many events with delays of a mean. */
  private interface Maker {
    HoldQueue make(int pending, double meanNs);
  }

  /** A queue that the kernel can run on. */
  private record OfKernel(EventQueue queue) implements HoldQueue {
    @Override
    public void add(long timeNs, long key, long envelope, long a, long b) {
      queue.add(timeNs, key, envelope, a, b);
    }

    @Override
    public void take(Event into) {
      queue.pollBefore(Long.MAX_VALUE, into);
    }
  }

  /** The trial ladder, which has no far future. */
  private record OfTrialLadder(TrialLadder queue) implements HoldQueue {
    OfTrialLadder(int pending, double meanNs) {
      this(new TrialLadder(pending, meanNs));
    }

    @Override
    public void add(long timeNs, long key, long envelope, long a, long b) {
      queue.add(timeNs, key, envelope, a, b);
    }

    @Override
    public void take(Event into) {
      queue.take(into);
    }
  }
}
