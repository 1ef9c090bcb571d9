package dev.haishin.delivery;

/**
 * Brings a session router from outside. A jar names its providers in {@code
 * META-INF/services/dev.haishin.delivery.SessionRouterProvider}; a scenario chooses one by {@code
 * delivery.router}.
 */
public interface SessionRouterProvider {

  /** The name that scenarios use: 1 to 64 of a-z, 0-9 and -. */
  String name();

  /**
   * Makes a router. Each fan-out worker has its own, on one thread at a time.
   *
   * @param sink where its requests go
   */
  SessionRouter create(RouteSink sink);
}
