package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryOnceRouterTest {
  private static final long PAIR = 7;
  private static final long OLD_GATEWAY = 41;
  private static final long NEW_GATEWAY = 42;

  private final List<String> calls = new ArrayList<>();
  private final SessionRouter router = new RetryOnceRouter(new Log(calls));

  @Test
  void sendsToTheGatewayOfAConnectedRecipient() {
    int state = router.begin(PAIR);
    state = router.onRoute(state, PAIR, 0, NEW_GATEWAY);
    assertFalse(router.isSettled(state));
    state = router.onDelivered(state);
    assertTrue(router.isSettled(state));
    assertEquals(List.of("look up #0", "send 42 #0"), calls);
  }

  @Test
  void pushesARecipientWithoutASession() {
    int state = router.onRoute(router.begin(PAIR), PAIR, 0, SessionRouter.NO_ROUTE);
    assertTrue(router.isSettled(state));
    assertEquals(List.of("look up #0", "push OFFLINE"), calls);
  }

  @Test
  void retriesOnceOnAStaleRoute() {
    int state = router.onRoute(router.begin(PAIR), PAIR, 0, OLD_GATEWAY);
    state = router.onNotHere(state, PAIR, 0);
    assertEquals(1, router.attempt(state));
    state = router.onRoute(state, PAIR, 1, NEW_GATEWAY);
    state = router.onNotHere(state, PAIR, 1);
    assertTrue(router.isSettled(state));
    assertEquals(
        List.of("look up #0", "send 41 #0", "look up #1", "send 42 #1", "push UNREACHABLE"), calls);
  }

  @Test
  void retriesOnceOnASilentGateway() {
    int state = router.onRoute(router.begin(PAIR), PAIR, 0, OLD_GATEWAY);
    state = router.onTimeout(state, PAIR, 0);
    state = router.onRoute(state, PAIR, 1, OLD_GATEWAY);
    state = router.onTimeout(state, PAIR, 1);
    assertTrue(router.isSettled(state));
    assertEquals(
        List.of("look up #0", "send 41 #0", "look up #1", "send 41 #1", "push UNREACHABLE"), calls);
  }

  @Test
  void retriesOnceOnASilentDirectory() {
    int state = router.onTimeout(router.begin(PAIR), PAIR, 0);
    state = router.onTimeout(state, PAIR, 1);
    assertTrue(router.isSettled(state));
    assertEquals(List.of("look up #0", "look up #1", "push UNREACHABLE"), calls);
  }

  @Test
  void theSecondLookUpMayFindThatTheRecipientHasLeft() {
    int state = router.onRoute(router.begin(PAIR), PAIR, 0, OLD_GATEWAY);
    state = router.onNotHere(state, PAIR, 0);
    state = router.onRoute(state, PAIR, 1, SessionRouter.NO_ROUTE);
    assertTrue(router.isSettled(state));
    assertEquals("push OFFLINE", calls.get(calls.size() - 1));
  }

  @Test
  void answersToAnEarlierAttemptChangeNothing() {
    int first = router.onRoute(router.begin(PAIR), PAIR, 0, OLD_GATEWAY);
    int second = router.onTimeout(first, PAIR, 0);
    List<String> before = List.copyOf(calls);
    assertEquals(second, router.onRoute(second, PAIR, 0, OLD_GATEWAY));
    assertEquals(second, router.onNotHere(second, PAIR, 0));
    assertEquals(second, router.onTimeout(second, PAIR, 0));
    assertEquals(before, calls);
  }

  @Test
  void aLateDeliveryStillCounts() {
    int state = router.onRoute(router.begin(PAIR), PAIR, 0, OLD_GATEWAY);
    state = router.onTimeout(state, PAIR, 0);
    state = router.onDelivered(state);
    List<String> before = List.copyOf(calls);
    state = router.onRoute(state, PAIR, 1, NEW_GATEWAY);
    state = router.onTimeout(state, PAIR, 1);
    assertTrue(router.isSettled(state));
    assertEquals(before, calls);
  }

  @Test
  void nothingHappensAfterTheEnd() {
    int state = router.onRoute(router.begin(PAIR), PAIR, 0, SessionRouter.NO_ROUTE);
    List<String> before = List.copyOf(calls);
    assertEquals(state, router.onTimeout(state, PAIR, 0));
    assertEquals(state, router.onNotHere(state, PAIR, 0));
    assertEquals(state, router.onRoute(state, PAIR, 0, NEW_GATEWAY));
    assertEquals(before, calls);
  }

  @Test
  void aStateOfZeroHasNotBegun() {
    assertFalse(router.isSettled(0));
    assertEquals(0, router.onTimeout(0, PAIR, 0));
    assertEquals(0, router.onRoute(0, PAIR, 0, NEW_GATEWAY));
    assertTrue(calls.isEmpty());
  }

  private record Log(List<String> calls) implements RouteSink {
    @Override
    public void lookUp(long pair, int attempt) {
      assertEquals(PAIR, pair);
      calls.add("look up #" + attempt);
    }

    @Override
    public void send(long pair, long route, int attempt) {
      assertEquals(PAIR, pair);
      calls.add("send " + route + " #" + attempt);
    }

    @Override
    public void push(long pair, PushReason reason) {
      assertEquals(PAIR, pair);
      calls.add("push " + reason);
    }
  }
}
