package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What plugged-in routers are held to. */
class CheckedRouterTest {
  private static final long PAIR = 7;
  private static final String WHERE = " (chat 57, message 107)";

  private final List<String> calls = new ArrayList<>();

  @Test
  void aRouterThatKeepsTheRulesIsLetThrough() {
    SessionRouter router = checked(RetryOnceRouter::new);
    int state = router.onRoute(router.begin(PAIR), PAIR, 0, 41);
    state = router.onNotHere(state, PAIR, 0);
    state = router.onRoute(state, PAIR, 0, 41);
    state = router.onRoute(state, PAIR, 1, 42);
    router.onTimeout(state, PAIR, 1);
    assertEquals(List.of("look-up 7", "send 41", "look-up 7", "send 42", "push 7"), calls);
  }

  @Test
  void aRecipientThatARouterDropsIsReported() {
    SessionRouter router = checked(sink -> new Changed(sink, state -> state));
    int state = router.onRoute(router.begin(PAIR), PAIR, 0, 41);
    expect("answers a stale route by nothing", () -> router.onNotHere(state, PAIR, 0));
  }

  @Test
  void aRouterThatAsksTwiceIsReported() {
    SessionRouter router =
        checked(
            sink ->
                new Changed(
                    sink,
                    state -> {
                      sink.push(PAIR, RouteSink.PushReason.UNREACHABLE);
                      sink.lookUp(PAIR, 1);
                      return state;
                    }));
    int state = router.onRoute(router.begin(PAIR), PAIR, 0, 41);
    expect("asks for look-up after push at one event", () -> router.onNotHere(state, PAIR, 0));
  }

  @Test
  void aRouterThatMeddlesWithAnotherPairIsReported() {
    SessionRouter router =
        checked(
            sink ->
                new Changed(
                    sink,
                    state -> {
                      sink.lookUp(8, 1);
                      return state;
                    }));
    int state = router.onRoute(router.begin(PAIR), PAIR, 0, 41);
    expect(
        "asks for look-up of a pair that nothing happened to",
        () -> router.onNotHere(state, PAIR, 0));
  }

  @Test
  void whatARouterThrowsIsTheCause() {
    IllegalStateException thrown = new IllegalStateException("lost");
    SessionRouter router =
        checked(
            sink ->
                new Changed(
                    sink,
                    state -> {
                      throw thrown;
                    }));
    int state = router.onRoute(router.begin(PAIR), PAIR, 0, 41);
    PluginFailure failure =
        expect(
            "threw java.lang.IllegalStateException: lost", () -> router.onNotHere(state, PAIR, 0));
    assertSame(thrown, failure.getCause());
  }

  private PluginFailure expect(String what, Runnable event) {
    PluginFailure failure = assertThrows(PluginFailure.class, event::run);
    assertEquals("session router 'theirs' " + what + WHERE, failure.getMessage());
    return failure;
  }

  private SessionRouter checked(Function<RouteSink, SessionRouter> factory) {
    SessionRouterProvider provider =
        new SessionRouterProvider() {
          @Override
          public String name() {
            return "theirs";
          }

          @Override
          public SessionRouter create(RouteSink sink) {
            return factory.apply(sink);
          }
        };
    return new CheckedRouter(provider, new Log(calls), new Names());
  }

  /** Retries as the standard one does, but for what it does about a stale route. */
  private record Changed(RetryOnceRouter standard, Function<Integer, Integer> stale)
      implements SessionRouter {
    Changed(RouteSink sink, Function<Integer, Integer> stale) {
      this(new RetryOnceRouter(sink), stale);
    }

    @Override
    public int begin(long pair) {
      return standard.begin(pair);
    }

    @Override
    public int onRoute(int state, long pair, int attempt, long route) {
      return standard.onRoute(state, pair, attempt, route);
    }

    @Override
    public int onNotHere(int state, long pair, int attempt) {
      return stale.apply(state);
    }

    @Override
    public int onTimeout(int state, long pair, int attempt) {
      return stale.apply(state);
    }

    @Override
    public int onDelivered(int state) {
      return standard.onDelivered(state);
    }

    @Override
    public int sending(int attempt) {
      return standard.sending(attempt);
    }

    @Override
    public int attempt(int state) {
      return standard.attempt(state);
    }

    @Override
    public boolean isSettled(int state) {
      return standard.isSettled(state);
    }
  }

  private record Log(List<String> calls) implements RouteSink {
    @Override
    public void lookUp(long pair, int attempt) {
      calls.add("look-up " + pair);
    }

    @Override
    public void send(long pair, long route, int attempt) {
      calls.add("send " + route);
    }

    @Override
    public void push(long pair, PushReason reason) {
      calls.add("push " + pair);
    }
  }

  private record Names() implements PairNames {
    @Override
    public long chat(long pair) {
      return 50 + pair;
    }

    @Override
    public long message(long pair) {
      return 100 + pair;
    }
  }
}
