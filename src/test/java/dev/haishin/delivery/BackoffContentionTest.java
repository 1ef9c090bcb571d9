package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The experiment behind the AWS article: a hundred clients read a version and write it back, and a
 * write that meets another version fails. Expected figures come from running the published
 * simulator (awslabs/aws-arch-backoff-simulator), 200 trials a rule.
 */
class BackoffContentionTest {
  private static final long MS = 1_000_000L;
  private static final int CLIENTS = 100;
  private static final int TRIALS = 100;

  /** The published simulator's first retry uses base x 2, ours base x 1. */
  private static final int THEIR_OFFSET = 1;

  private static Result exponential;
  private static Result equal;
  private static Result full;

  @BeforeAll
  static void runOnce() {
    exponential = contend(Backoff.EXPONENTIAL, THEIR_OFFSET);
    equal = contend(Backoff.EQUAL_JITTER, THEIR_OFFSET);
    full = contend(Backoff.FULL_JITTER, THEIR_OFFSET);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, 2417.6, 2021",
    "EXPONENTIAL, 1848.9, 63412",
    "EQUAL_JITTER, 811.9, 6595",
    "FULL_JITTER, 795.5, 4949",
    "DECORRELATED, 1005.5, 4626"
  })
  void reproducesThePublishedCallsAndCompletion(Backoff backoff, double calls, double completion) {
    Result result = contend(backoff, THEIR_OFFSET);
    assertEquals(calls, result.meanCalls(), 0.02 * calls);
    assertEquals(completion, result.meanCompletionMs(), 0.04 * completion);
  }

  @Test
  void fullJitterHalvesTheCallsOfUnjitteredBackoff() {
    assertEquals(0.430, full.meanCalls() / exponential.meanCalls(), 0.009);
  }

  @Test
  void fullJitterFinishesInATwelfthOfTheTime() {
    double ratio = full.meanCompletionMs() / exponential.meanCompletionMs();
    assertEquals(0.078, ratio, 0.004);
    double neighbour = equal.meanCompletionMs() / exponential.meanCompletionMs();
    assertTrue(Math.abs(neighbour - 0.078) > 0.012, () -> "equal jitter gives " + neighbour);
  }

  @Test
  void anotherFirstExponentWouldBeNoticed() {
    Result ours = contend(Backoff.FULL_JITTER, 0);
    assertTrue(Math.abs(ours.meanCalls() - 795.5) > 0.04 * 795.5, () -> "calls " + ours);
  }

  private record Result(double meanCalls, double meanCompletionMs) {}

  private static Result contend(Backoff backoff, int exponentOffset) {
    SplittableRandom random = new SplittableRandom(12345);
    long calls = 0;
    double completionMs = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Contention contention = new Contention(backoff, exponentOffset, random);
      contention.run();
      calls += contention.calls;
      completionMs += (double) contention.nowNs / MS;
    }
    return new Result((double) calls / TRIALS, completionMs / TRIALS);
  }

  /** What a message on the wire is. */
  private enum Kind {
    READ,
    VERSION,
    WRITE,
    WRITTEN
  }

  private record Message(long atNs, int client, Kind kind, int version, boolean success) {}

  /** One trial. Every hop takes |N(10 ms, 2 ms)|. */
  private static final class Contention {
    private final Backoff backoff;
    private final int exponentOffset;
    private final SplittableRandom random;
    private final PriorityQueue<Message> wire =
        new PriorityQueue<>((a, b) -> Long.compare(a.atNs, b.atNs));
    private final int[] failures = new int[CLIENTS];
    private final long[] previousNs = new long[CLIENTS];
    private int version;
    private int calls;
    private long nowNs;

    Contention(Backoff backoff, int exponentOffset, SplittableRandom random) {
      this.backoff = backoff;
      this.exponentOffset = exponentOffset;
      this.random = random;
    }

    void run() {
      for (int client = 0; client < CLIENTS; client++) {
        send(0, client, Kind.READ, 0, false);
      }
      while (!wire.isEmpty()) {
        Message message = wire.poll();
        nowNs = message.atNs;
        receive(message);
      }
    }

    private void receive(Message message) {
      int client = message.client;
      switch (message.kind) {
        case READ -> send(0, client, Kind.VERSION, version, false);
        case VERSION -> send(0, client, Kind.WRITE, message.version, false);
        case WRITE -> {
          calls++;
          boolean success = message.version == version;
          version += success ? 1 : 0;
          send(0, client, Kind.WRITTEN, 0, success);
        }
        case WRITTEN -> {
          if (!message.success) {
            send(nextDelayNs(client), client, Kind.READ, 0, false);
          }
        }
      }
    }

    private long nextDelayNs(int client) {
      int retry = failures[client]++ + exponentOffset;
      previousNs[client] =
          backoff.delayNs(retry, 5 * MS, 2000 * MS, previousNs[client], random.nextLong());
      return previousNs[client];
    }

    private void send(long waitNs, int client, Kind kind, int stamp, boolean success) {
      double radius = Math.sqrt(-2 * StrictMath.log(1 - fraction()));
      double normal = radius * StrictMath.cos(2 * Math.PI * fraction());
      long hopNs = (long) (Math.abs(10 + 2 * normal) * MS);
      wire.add(new Message(nowNs + waitNs + hopNs, client, kind, stamp, success));
    }

    private double fraction() {
      return (random.nextLong() >>> 11) * 0x1.0p-53;
    }
  }
}
