package dev.haishin.model.population;

/** Where connections held at t = 0 are entered into the session directory, without events. */
@FunctionalInterface
public interface StartingConnections {

  /** Enters one connection. */
  void admit(int gatewayProcess, int user, int generation);
}
