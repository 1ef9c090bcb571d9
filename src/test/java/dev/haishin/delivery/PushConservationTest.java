package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a provider answers and in whatever order, every push ends exactly once. */
class PushConservationTest {
  private static final int PUSHES = 50_000;
  private static final int CAPACITY = 20;

  @ParameterizedTest
  @EnumSource(PushRules.Overflow.class)
  void everyPushEndsOnce(PushRules.Overflow overflow) {
    Provider provider = new Provider(overflow);
    for (int push = 0; push < PUSHES; push++) {
      provider.dispatcher.offer(push, push % 2, provider.nowNs + 150, provider.nowNs);
      provider.advanceTo(provider.nowNs + 3);
      assertTrue(provider.dispatcher.size() <= CAPACITY);
    }
    provider.advanceTo(Long.MAX_VALUE);
    assertEquals(0, provider.dispatcher.size());
    assertTrue(provider.opened > 100, () -> "breakers opened " + provider.opened);
    for (int push = 0; push < PUSHES; push++) {
      assertEquals(1, provider.ends[push], "push " + push);
    }
    assertEquals(
        EnumSet.complementOf(EnumSet.of(PushEnd.ABANDONED, PushEnd.EXPIRED)), provider.kindsOfEnds);
  }

  private record Due(long atNs, long order, int row, boolean isWakeUp) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(atNs, other.atNs);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  /** Answers each attempt at random after a random time. */
  private static final class Provider implements PushSink {
    private final SplittableRandom random = new SplittableRandom(13);
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private final int[] ends = new int[PUSHES];
    private final EnumSet<PushEnd> kindsOfEnds = EnumSet.noneOf(PushEnd.class);
    private final PushDispatcher dispatcher;
    private long nowNs;
    private long orders;
    private long opened;

    Provider(PushRules.Overflow overflow) {
      RetryPolicy retry = new RetryPolicy(Backoff.FULL_JITTER, 20, 200, 4);
      dispatcher = new PushDispatcher(rules(overflow, retry), 2, this);
    }

    private static PushRules rules(PushRules.Overflow overflow, RetryPolicy retry) {
      return new PushRules(CAPACITY, overflow, retry, true, new BreakerRules(0.6, 4, 30, 2));
    }

    void advanceTo(long untilNs) {
      while (!due.isEmpty() && due.peek().atNs <= untilNs) {
        Due next = due.poll();
        nowNs = next.atNs;
        if (next.isWakeUp) {
          dispatcher.wake(next.row, nowNs);
        } else {
          int draw = (int) Math.floorMod(random.nextLong(), 8L);
          PushOutcome outcome =
              switch (draw) {
                case 0 -> PushOutcome.INVALID_TOKEN;
                case 1, 2 -> PushOutcome.THROTTLED;
                case 3, 4 -> PushOutcome.ERROR;
                default -> PushOutcome.ACCEPTED;
              };
          dispatcher.onOutcome(next.row, outcome, draw == 1 ? 30 : 0, nowNs, random.nextLong());
        }
      }
      nowNs = Math.max(nowNs, untilNs);
    }

    @Override
    public void send(int row, long push, int attempt) {
      due.add(new Due(nowNs + 1 + (random.nextLong() >>> 58), orders++, row, false));
    }

    @Override
    public void scheduleRetry(int row, long atNs) {
      due.add(new Due(atNs, orders++, row, true));
    }

    @Override
    public long holdBits(long push) {
      return random.nextLong();
    }

    @Override
    public void breakerOpened(int provider) {
      opened++;
    }

    @Override
    public void ended(long push, PushEnd end) {
      ends[(int) push]++;
      kindsOfEnds.add(end);
    }
  }
}
