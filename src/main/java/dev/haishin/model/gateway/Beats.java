package dev.haishin.model.gateway;

/**
 * The heartbeats that a gateway answers. An undisturbed beat needs no event: beats are worked off,
 * each at its own instant, before anything else happens on the gateway.
 */
interface Beats {

  /** Takes in a connection whose client beats from when it knows of it. */
  void opened(int user, int generation, long nowNs);

  /** Works off all beats up to an instant. */
  void advance(long nowNs);

  /** Forgets all connections. */
  void clear(long nowNs);
}
