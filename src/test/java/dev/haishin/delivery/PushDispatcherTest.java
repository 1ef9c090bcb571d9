package dev.haishin.delivery;

import static dev.haishin.delivery.PushOutcome.ACCEPTED;
import static dev.haishin.delivery.PushOutcome.ERROR;
import static dev.haishin.delivery.PushOutcome.INVALID_TOKEN;
import static dev.haishin.delivery.PushOutcome.THROTTLED;
import static dev.haishin.delivery.PushRules.Overflow.DROP_NEWEST;
import static dev.haishin.delivery.PushRules.Overflow.DROP_OLDEST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PushDispatcherTest {
  private static final RetryPolicy DOUBLING = new RetryPolicy(Backoff.EXPONENTIAL, 10, 40, 4);
  private static final long NEVER = Long.MAX_VALUE;

  private final List<String> calls = new ArrayList<>();

  @Test
  void anAcceptedPushEnds() {
    PushDispatcher dispatcher = dispatcher(8, DROP_OLDEST, true);
    dispatcher.offer(70, 0, NEVER, 0);
    dispatcher.onOutcome(0, ACCEPTED, 0, 5, 0);
    assertEquals(List.of("send 70 #1", "70 ACCEPTED"), calls);
    assertEquals(0, dispatcher.size());
  }

  @Test
  void failuresAreRetriedByThePolicyAndThenFallBack() {
    PushDispatcher dispatcher = dispatcher(8, DROP_OLDEST, true);
    dispatcher.offer(70, 0, NEVER, 0);
    dispatcher.onOutcome(0, ERROR, 0, 100, 0);
    dispatcher.wake(0, 110);
    dispatcher.onOutcome(0, ERROR, 0, 200, 0);
    dispatcher.wake(0, 220);
    dispatcher.onOutcome(0, ERROR, 0, 300, 0);
    dispatcher.wake(0, 340);
    dispatcher.onOutcome(0, ERROR, 0, 400, 0);
    assertEquals(
        List.of(
            "send 70 #1",
            "retry at 110",
            "send 70 #2",
            "retry at 220",
            "send 70 #3",
            "retry at 340",
            "send 70 #4",
            "70 FALLBACK"),
        calls);
  }

  @Test
  void withoutAFallbackAPushExpires() {
    PushDispatcher dispatcher = dispatcher(8, DROP_OLDEST, false);
    dispatcher.offer(70, 0, 100, 0);
    dispatcher.onOutcome(0, ERROR, 0, 100, 0);
    assertEquals(List.of("send 70 #1", "70 EXPIRED"), calls);
  }

  @Test
  void aRetryBeyondTheDeadlineBecomesTheDeadline() {
    PushDispatcher dispatcher = dispatcher(8, DROP_OLDEST, true);
    dispatcher.offer(70, 0, 105, 0);
    dispatcher.onOutcome(0, ERROR, 0, 100, 0);
    dispatcher.wake(0, 105);
    assertEquals(List.of("send 70 #1", "retry at 105", "70 FALLBACK"), calls);
  }

  @Test
  void theProvidersRetryAfterComesBeforeTheBackoff() {
    PushDispatcher dispatcher = dispatcher(8, DROP_OLDEST, true);
    dispatcher.offer(70, 0, NEVER, 0);
    dispatcher.onOutcome(0, THROTTLED, 60, 100, 0);
    assertEquals(List.of("send 70 #1", "retry at 170"), calls);
  }

  @Test
  void anInvalidTokenIsNotTriedAgain() {
    PushDispatcher dispatcher = dispatcher(8, DROP_OLDEST, true);
    dispatcher.offer(70, 0, NEVER, 0);
    dispatcher.onOutcome(0, INVALID_TOKEN, 0, 5, 0);
    assertEquals(List.of("send 70 #1", "70 INVALID_TOKEN"), calls);
  }

  @Test
  void decorrelatedDelaysGrowFromThePreviousOne() {
    RetryPolicy policy = new RetryPolicy(Backoff.DECORRELATED, 10, 1000, 4);
    PushDispatcher dispatcher =
        new PushDispatcher(new PushRules(8, DROP_OLDEST, policy, true), 1, new Log(calls));
    dispatcher.offer(70, 0, NEVER, 0);
    dispatcher.onOutcome(0, ERROR, 0, 0, -1);
    dispatcher.wake(0, 30);
    dispatcher.onOutcome(0, ERROR, 0, 30, -1);
    assertEquals("retry at 120", calls.get(calls.size() - 1));
  }

  @Test
  void aFullQueueDropsTheOneThatWaitsLongest() {
    PushDispatcher dispatcher = dispatcher(3, DROP_OLDEST, true);
    for (long push = 70; push < 73; push++) {
      dispatcher.offer(push, 0, NEVER, 0);
    }
    dispatcher.onOutcome(2, ERROR, 0, 100, 0);
    dispatcher.onOutcome(0, ERROR, 0, 101, 0);
    calls.clear();
    dispatcher.offer(73, 0, NEVER, 0);
    dispatcher.offer(74, 0, NEVER, 0);
    assertEquals(List.of("72 DROPPED", "send 73 #1", "70 DROPPED", "send 74 #1"), calls);
    assertEquals(3, dispatcher.size());
  }

  @Test
  void whatIsOnItsWayCannotBeDropped() {
    PushDispatcher dispatcher = dispatcher(1, DROP_OLDEST, true);
    dispatcher.offer(70, 0, NEVER, 0);
    dispatcher.offer(71, 0, NEVER, 0);
    assertEquals(List.of("send 70 #1", "71 DROPPED"), calls);
  }

  @Test
  void aFullQueueMayDropTheNewestInstead() {
    PushDispatcher dispatcher = dispatcher(1, DROP_NEWEST, true);
    dispatcher.offer(70, 0, NEVER, 0);
    dispatcher.onOutcome(0, ERROR, 0, 100, 0);
    dispatcher.offer(71, 0, NEVER, 0);
    assertEquals(List.of("send 70 #1", "retry at 110", "71 DROPPED"), calls);
  }

  @Test
  void aWakeUpOfADroppedPushDoesNotDisturbItsSuccessor() {
    PushDispatcher dispatcher = dispatcher(1, DROP_OLDEST, true);
    dispatcher.offer(70, 0, NEVER, 0);
    dispatcher.onOutcome(0, ERROR, 0, 100, 0);
    dispatcher.offer(71, 0, NEVER, 0);
    calls.clear();
    dispatcher.wake(0, 110);
    assertEquals(List.of(), calls);
    dispatcher.onOutcome(0, ERROR, 0, 108, 0);
    dispatcher.wake(0, 110);
    dispatcher.wake(0, 118);
    assertEquals(List.of("retry at 118", "send 71 #2"), calls);
  }

  @Test
  void whatIsHeldIsAbandonedWithTheProcess() {
    PushDispatcher dispatcher = dispatcher(8, DROP_OLDEST, true);
    dispatcher.offer(70, 0, NEVER, 0);
    dispatcher.offer(71, 0, NEVER, 0);
    dispatcher.offer(72, 0, NEVER, 0);
    dispatcher.onOutcome(1, ERROR, 0, 100, 0);
    dispatcher.onOutcome(0, ACCEPTED, 0, 100, 0);
    calls.clear();
    dispatcher.abandonAll();
    assertEquals(List.of("71 ABANDONED", "72 ABANDONED"), calls);
    assertEquals(0, dispatcher.size());
    dispatcher.offer(73, 0, NEVER, 0);
    assertEquals(1, dispatcher.size());
  }

  @Test
  void anOutcomeWithoutAnAttemptIsRefused() {
    PushDispatcher dispatcher = dispatcher(8, DROP_OLDEST, true);
    dispatcher.offer(70, 0, NEVER, 0);
    dispatcher.onOutcome(0, ERROR, 0, 100, 0);
    assertThrows(IllegalStateException.class, () -> dispatcher.onOutcome(0, ACCEPTED, 0, 101, 0));
    assertThrows(IllegalStateException.class, () -> dispatcher.onOutcome(5, ACCEPTED, 0, 101, 0));
  }

  @Test
  void aProviderThatFailsIsLeftAloneAndProbed() {
    RetryPolicy patient = new RetryPolicy(Backoff.EXPONENTIAL, 1_000, 1_000, 9);
    BreakerRules breaker = new BreakerRules(0.5, 4, 100, 1);
    PushRules rules = new PushRules(8, DROP_OLDEST, patient, true, breaker);
    PushDispatcher dispatcher = new PushDispatcher(rules, 2, new Log(calls));
    for (int push = 0; push < 4; push++) {
      dispatcher.offer(push, 1, NEVER, 0);
    }
    dispatcher.onOutcome(0, ACCEPTED, 0, 10, 0);
    dispatcher.onOutcome(1, THROTTLED, 0, 11, 0);
    dispatcher.onOutcome(2, ERROR, 0, 12, 0);
    calls.clear();
    dispatcher.onOutcome(3, ERROR, 0, 13, 0);
    // Open until 113; half of 100 later a push that was offered meanwhile is the probe.
    dispatcher.offer(70, 1, NEVER, 50);
    dispatcher.offer(71, 0, NEVER, 50);
    dispatcher.offer(72, 1, NEVER, 50);
    dispatcher.wake(0, 163);
    dispatcher.wake(5, 163);
    dispatcher.onOutcome(0, ACCEPTED, 0, 170, 0);
    dispatcher.wake(5, 313);
    assertEquals(
        List.of(
            "opened 1",
            "retry at 1013",
            "retry at 163",
            "send 71 #1",
            "retry at 163",
            "send 70 #1",
            "retry at 313",
            "70 ACCEPTED",
            "send 72 #1"),
        calls);
  }

  @Test
  void holdingBackUsesUpTimeButNoAttempts() {
    RetryPolicy once = new RetryPolicy(Backoff.EXPONENTIAL, 10, 10, 2);
    PushRules rules = new PushRules(8, DROP_OLDEST, once, true, new BreakerRules(1, 1, 100, 1));
    PushDispatcher dispatcher = new PushDispatcher(rules, 1, new Log(calls));
    dispatcher.offer(70, 0, 400, 0);
    dispatcher.onOutcome(0, ERROR, 0, 10, 0);
    dispatcher.wake(0, 20);
    dispatcher.wake(0, 160);
    dispatcher.offer(71, 0, 200, 170);
    dispatcher.wake(1, 200);
    assertEquals(
        List.of(
            "send 70 #1",
            "opened 0",
            "retry at 20",
            "retry at 160",
            "send 70 #2",
            "retry at 200",
            "71 FALLBACK"),
        calls);
  }

  @Test
  void aQueueNeedsRoom() {
    assertThrows(
        IllegalArgumentException.class, () -> new PushRules(0, DROP_OLDEST, DOUBLING, true));
  }

  private PushDispatcher dispatcher(int capacity, PushRules.Overflow overflow, boolean fallback) {
    return new PushDispatcher(
        new PushRules(capacity, overflow, DOUBLING, fallback), 1, new Log(calls));
  }

  private record Log(List<String> calls) implements PushSink {
    @Override
    public void send(int row, long push, int attempt) {
      calls.add("send " + push + " #" + attempt);
    }

    @Override
    public void scheduleRetry(int row, long atNs) {
      calls.add("retry at " + atNs);
    }

    @Override
    public long holdBits(long push) {
      return 1L << 63;
    }

    @Override
    public void breakerOpened(int provider) {
      calls.add("opened " + provider);
    }

    @Override
    public void ended(long push, PushEnd end) {
      calls.add(push + " " + end);
    }
  }
}
