package dev.haishin.model.push;

import dev.haishin.engine.CounterHash;

/**
 * The push relays of one home: which of them a user's notifications go through. Immutable, known to
 * every process that submits.
 */
public final class PushRelays {
  private static final long USERS = CounterHash.key(0, "push.relays", "");

  private final int[] processes;

  /**
   * Relays by process number.
   *
   * @param processes at least one
   */
  public PushRelays(int[] processes) {
    if (processes.length < 1) {
      throw new IllegalArgumentException("pushing needs at least one relay");
    }
    this.processes = processes.clone();
  }

  /** How many relays there are. */
  public int count() {
    return processes.length;
  }

  /** The process number of the relay that serves a user. */
  public int processOf(int user) {
    long bits = CounterHash.bits(USERS, user);
    return processes[(int) Math.multiplyHigh(bits >>> 1, (long) processes.length << 1)];
  }
}
