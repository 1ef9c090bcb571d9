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
 * PholdBenchmark} it shows what the kernel adds to its queue, and {@link TrialLadder} how far the
 * queue is from one that is told everything.
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

  @Param({"1000", "100000", "1000000", "10000000"})
  public int pending;

  private final RandomStream random = RandomStream.of(1, "hold", "queue");
  private final ExponentialNs delayNs = new ExponentialNs(MEAN_NS);
  private final Event event = new Event();
  private TrialLadder trial;
  private EventQueue ladder;
  private long sequence;

  @Setup(Level.Trial)
  public void fill() {
    trial = new TrialLadder(pending, MEAN_NS);
    ladder = new LadderQueue();
  }

  private void fillTrial() {
    while (sequence < pending) {
      trial.add(delayNs.of(random.nextLong()), sequence++, 0, 0, 0);
    }
  }

  private void fillLadder() {
    while (sequence < pending) {
      ladder.add(delayNs.of(random.nextLong()), sequence++, 0, 0, 0);
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS_A_CALL)
  public long trialLadder() {
    fillTrial();
    for (int i = 0; i < EVENTS_A_CALL; i++) {
      trial.take(event);
      long atNs = event.timeNs + 1 + delayNs.of(random.nextLong());
      trial.add(atNs, sequence++, random.nextInt(pending), event.a + 1, event.b);
    }
    return event.timeNs;
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS_A_CALL)
  public long ladderQueue() {
    fillLadder();
    for (int i = 0; i < EVENTS_A_CALL; i++) {
      ladder.pollBefore(Long.MAX_VALUE, event);
      long atNs = event.timeNs + 1 + delayNs.of(random.nextLong());
      ladder.add(atNs, sequence++, random.nextInt(pending), event.a + 1, event.b);
    }
    return event.timeNs;
  }
}
