package com.example.delivery;

import dev.haishin.delivery.RouteSink;
import dev.haishin.delivery.SessionRouter;
import dev.haishin.delivery.SessionRouterProvider;

/** Plugs {@link PushAtOnce} in as {@code push-at-once}. */
public final class PushAtOnceProvider implements SessionRouterProvider {

  @Override
  public String name() {
    return "push-at-once";
  }

  @Override
  public SessionRouter create(RouteSink sink) {
    return new PushAtOnce(sink);
  }
}
