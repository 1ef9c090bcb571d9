package com.example.delivery;

import dev.haishin.delivery.RouteSink;
import dev.haishin.delivery.SessionRouter;

/**
 * A router that does not try again: whoever has moved to another gateway since the directory was
 * asked is reached by push, although connected.
 *
 * <p>The state of a pair is its phase; there is one attempt, number 0.
 */
final class PushAtOnce implements SessionRouter {
  private static final int LOOKING_UP = 1;
  private static final int SENDING = 2;
  private static final int SETTLED = 3;

  private final RouteSink sink;

  PushAtOnce(RouteSink sink) {
    this.sink = sink;
  }

  @Override
  public int begin(long pair) {
    sink.lookUp(pair, 0);
    return LOOKING_UP;
  }

  @Override
  public int onRoute(int state, long pair, int attempt, long route) {
    if (state != LOOKING_UP) {
      return state;
    }
    if (route == NO_ROUTE) {
      sink.push(pair, RouteSink.PushReason.OFFLINE);
      return SETTLED;
    }
    sink.send(pair, route, attempt);
    return SENDING;
  }

  @Override
  public int onNotHere(int state, long pair, int attempt) {
    return state == SENDING ? giveUp(pair) : state;
  }

  @Override
  public int onTimeout(int state, long pair, int attempt) {
    return state == LOOKING_UP || state == SENDING ? giveUp(pair) : state;
  }

  @Override
  public int onDelivered(int state) {
    return SETTLED;
  }

  @Override
  public int sending(int attempt) {
    return SENDING;
  }

  @Override
  public int attempt(int state) {
    return 0;
  }

  @Override
  public boolean isSettled(int state) {
    return state == SETTLED;
  }

  private int giveUp(long pair) {
    sink.push(pair, RouteSink.PushReason.UNREACHABLE);
    return SETTLED;
  }
}
