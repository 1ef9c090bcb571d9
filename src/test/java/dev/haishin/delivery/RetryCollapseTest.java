package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.engine.Capacity;
import dev.haishin.engine.Capacity.Spell;
import dev.haishin.engine.FifoStation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

/**
 * A pause of a server that clients retry against, and that does not come back from it: the phase
 * diagram of happy-simulator's {@code gc_caused_collapse.py} (Apache-2.0), whose arrivals and
 * service times are constant, so that all its figures are integers.
 *
 * <p>Requests arrive at a constant rate at one server that takes 0.1 s for each. A client waits 0.5
 * s for each of its attempts and tries again after 50 ms; the server works at attempts whose client
 * has given up as at any other. An answer to any attempt ends the request while one of its attempts
 * is outstanding. At t = 30 s the server pauses once, but for the request that it is at, which it
 * ends. Requests arrive for 100 s, and what happens is counted for 110 s; a time-out comes before
 * an answer of the same instant.
 */
class RetryCollapseTest {
  private static final long MS = 1_000_000;
  private static final long SECOND = 1_000 * MS;

  /**
   * Requests a second, pause in ms, retries; then requests, attempts, completions, time-outs,
   * requests given up, attempts in the server at the end, completions from 90 to 100 s.
   */
  private static final int[][] PUBLISHED = {
    {7, 1000, 3, 700, 2149, 228, 1921, 472, 1149, 0},
    {7, 1000, 0, 700, 700, 689, 11, 11, 0, 70},
    {7, 1000, 1, 700, 1190, 217, 973, 483, 190, 0},
    {7, 600, 3, 700, 705, 700, 5, 0, 0, 70},
    {7, 300, 3, 700, 700, 700, 0, 0, 0, 70},
    {7, 300, 0, 700, 700, 700, 0, 0, 0, 70},
    {5, 600, 3, 500, 501, 500, 1, 0, 0, 50},
    {5, 2000, 0, 500, 500, 485, 15, 15, 0, 50},
    {5, 2000, 3, 500, 1550, 159, 1391, 341, 620, 0},
  };

  @Test
  void theWholePhaseDiagramIsMet() {
    for (int[] row : PUBLISHED) {
      Collapse run = new Collapse(row[0], row[1] * MS, row[2]);
      run.run();
      assertArrayEquals(
          Arrays.copyOfRange(row, 3, row.length), run.figures(), Arrays.toString(row));
    }
  }

  /** From the pause on 1, 6, 5, 4 and 3 answers a second come in time, and then none for ever. */
  @Test
  void whatIsAnsweredInTimeDwindlesToNothing() {
    Collapse run = new Collapse(7, SECOND, 3);
    run.run();
    int[] perSecond = Arrays.copyOfRange(run.perSecond, 30, 110);
    int[] published = new int[80];
    System.arraycopy(new int[] {1, 6, 5, 4, 3}, 0, published, 0, 5);
    assertArrayEquals(published, perSecond);
  }

  /** Load times attempts has to be below what the server bears, or else it stays down. */
  @Test
  void belowCapacityOverAmplificationTheServerComesBack() {
    Collapse light = new Collapse(2, 2 * SECOND, 3);
    light.run();
    assertEquals(20, light.figures()[6]);
  }

  /** Clients of one server that pauses once. */
  private static final class Collapse {
    private static final int TIMEOUT = 0;
    private static final int ANSWER = 1;
    private static final int RETRY = 2;
    private static final int ARRIVAL = 3;
    private static final long END = 110 * SECOND;

    private final PriorityQueue<Step> steps =
        new PriorityQueue<>(
            Comparator.comparingLong(Step::atNs)
                .thenComparingInt(Step::what)
                .thenComparingInt(Step::order));
    private final FifoStation server;
    private final RetryPolicy policy;
    private final int[] attemptsOf;
    private final boolean[] isOutstanding;
    private final boolean[] isDone;
    private final int[] perSecond = new int[111];
    private int order;
    private int attempts;
    private int completions;
    private int timeouts;
    private int givenUp;
    private int served;

    Collapse(int perSecond, long pauseNs, int retries) {
      Spell pause = new Spell(30_100 * MS, 30 * SECOND + pauseNs, 0);
      server = new FifoStation(1, Capacity.of(List.of(pause)));
      policy = new RetryPolicy(Backoff.EXPONENTIAL, 50 * MS, 50 * MS, retries + 1);
      int requests = 100 * perSecond;
      attemptsOf = new int[requests];
      isOutstanding = new boolean[requests];
      isDone = new boolean[requests];
      for (int i = 0; i < requests; i++) {
        add((i + 1) * SECOND / perSecond, ARRIVAL, i, 0);
      }
    }

    void run() {
      while (!steps.isEmpty() && steps.peek().atNs <= END) {
        Step step = steps.poll();
        switch (step.what) {
          case TIMEOUT -> timeout(step);
          case ANSWER -> answer(step);
          default -> attempt(step);
        }
      }
    }

    int[] figures() {
      int late = Arrays.stream(perSecond, 90, 100).sum();
      return new int[] {
        attemptsOf.length, attempts, completions, timeouts, givenUp, attempts - served, late
      };
    }

    private void attempt(Step step) {
      int request = step.request;
      if (isDone[request]) {
        return;
      }
      attempts++;
      int attempt = ++attemptsOf[request];
      isOutstanding[request] = true;
      add(server.arrive(step.atNs, 100 * MS), ANSWER, request, attempt);
      add(step.atNs + 500 * MS, TIMEOUT, request, attempt);
    }

    private void answer(Step step) {
      served++;
      if (isOutstanding[step.request]) {
        isOutstanding[step.request] = false;
        isDone[step.request] = true;
        completions++;
        perSecond[(int) (step.atNs / SECOND)]++;
      }
    }

    private void timeout(Step step) {
      int request = step.request;
      if (!isOutstanding[request] || attemptsOf[request] != step.attempt) {
        return;
      }
      isOutstanding[request] = false;
      timeouts++;
      if (policy.allowsAnother(step.attempt)) {
        add(step.atNs + policy.delayNs(step.attempt, 0, 0), RETRY, request, 0);
      } else {
        givenUp++;
      }
    }

    private void add(long atNs, int what, int request, int attempt) {
      steps.add(new Step(atNs, what, order++, request, attempt));
    }

    private record Step(long atNs, int what, int order, int request, int attempt) {}
  }
}
