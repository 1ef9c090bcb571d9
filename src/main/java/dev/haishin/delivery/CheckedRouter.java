package dev.haishin.delivery;

import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * Holds a plugged-in router to the rules of {@link SessionRouter}: each event is answered by what
 * its kind allows, once, and for the pair it is about.
 *
 * <p>The router that comes with the product goes without it.
 */
final class CheckedRouter implements SessionRouter, RouteSink {
  private enum Request {
    NOTHING,
    LOOK_UP,
    SEND,
    PUSH;

    private String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final String plugin;
  private final SessionRouter router;
  private final RouteSink sink;
  private final PairNames names;
  private long pair;
  private Request asked = Request.NOTHING;
  private PluginFailure broken;

  CheckedRouter(SessionRouterProvider provider, RouteSink sink, PairNames names) {
    this.plugin = "session router '" + provider.name() + "'";
    this.sink = sink;
    this.names = names;
    this.router = provider.create(this);
  }

  @Override
  public int begin(long ofPair) {
    return answered(ofPair, () -> router.begin(ofPair), "begins", Request.LOOK_UP, Request.LOOK_UP);
  }

  @Override
  public int onRoute(int state, long ofPair, int attempt, long route) {
    IntSupplier event = () -> router.onRoute(state, ofPair, attempt, route);
    return router.isSettled(state) || router.attempt(state) != attempt
        ? answered(ofPair, event, "answers what came late", Request.NOTHING, Request.NOTHING)
        : answered(ofPair, event, "answers a route", Request.SEND, Request.PUSH);
  }

  @Override
  public int onNotHere(int state, long ofPair, int attempt) {
    IntSupplier event = () -> router.onNotHere(state, ofPair, attempt);
    return router.isSettled(state) || router.attempt(state) != attempt
        ? answered(ofPair, event, "answers what came late", Request.NOTHING, Request.NOTHING)
        : answered(ofPair, event, "answers a stale route", Request.LOOK_UP, Request.PUSH);
  }

  @Override
  public int onTimeout(int state, long ofPair, int attempt) {
    IntSupplier event = () -> router.onTimeout(state, ofPair, attempt);
    return router.isSettled(state) || router.attempt(state) != attempt
        ? answered(ofPair, event, "answers what came late", Request.NOTHING, Request.NOTHING)
        : answered(ofPair, event, "answers a time-out", Request.LOOK_UP, Request.PUSH);
  }

  @Override
  public int onDelivered(int state) {
    return router.onDelivered(state);
  }

  @Override
  public int sending(int attempt) {
    return router.sending(attempt);
  }

  @Override
  public int attempt(int state) {
    return router.attempt(state);
  }

  @Override
  public boolean isSettled(int state) {
    return router.isSettled(state);
  }

  @Override
  public void lookUp(long ofPair, int attempt) {
    note(ofPair, Request.LOOK_UP);
    sink.lookUp(ofPair, attempt);
  }

  @Override
  public void send(long ofPair, long route, int attempt) {
    note(ofPair, Request.SEND);
    sink.send(ofPair, route, attempt);
  }

  @Override
  public void push(long ofPair, PushReason reason) {
    note(ofPair, Request.PUSH);
    sink.push(ofPair, reason);
  }

  private int answered(
      long ofPair, IntSupplier event, String doing, Request allowed, Request orAllowed) {
    pair = ofPair;
    asked = Request.NOTHING;
    broken = null;
    int state;
    try {
      state = event.getAsInt();
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError thrown) {
      throw broken != null ? broken : failure("threw " + thrown, thrown);
    }
    if (broken != null) {
      throw broken;
    }
    if (asked != allowed && asked != orAllowed) {
      throw failure(doing + " by " + asked.word(), null);
    }
    return state;
  }

  private void note(long ofPair, Request request) {
    if (ofPair != pair) {
      breaks("asks for " + request.word() + " of a pair that nothing happened to");
    }
    if (asked != Request.NOTHING) {
      breaks("asks for " + request.word() + " after " + asked.word() + " at one event");
    }
    asked = request;
  }

  /** Remembered, in case that the plug-in catches it. */
  private void breaks(String what) {
    broken = failure(what, null);
    throw broken;
  }

  private PluginFailure failure(String what, Throwable cause) {
    return new PluginFailure(plugin, names.chat(pair), names.message(pair), what, cause);
  }
}
