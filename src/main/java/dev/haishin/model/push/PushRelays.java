package dev.haishin.model.push;

import dev.haishin.engine.CounterHash;

/**
 * The push relays of one home: which of them a user's notifications go through, and the cells of
 * time in which they are handed on. Immutable, known to every process that submits.
 */
public final class PushRelays {
  private static final long USERS = CounterHash.key(0, "push.relays", "");

  private final int firstProcess;
  private final int count;
  private final PushCells cells;

  /**
   * Relays by process number.
   *
   * @param firstProcess the first of them; the others follow without a gap
   * @param count at least one
   */
  public PushRelays(int firstProcess, int count, PushCells cells) {
    if (count < 1) {
      throw new IllegalArgumentException("pushing needs at least one relay");
    }
    this.firstProcess = firstProcess;
    this.count = count;
    this.cells = cells;
  }

  /** How many relays there are. */
  public int count() {
    return count;
  }

  /** The number of the relay that serves a user, from 0. */
  public int relayOf(int user) {
    long bits = CounterHash.bits(USERS, user);
    return (int) Math.multiplyHigh(bits >>> 1, (long) count << 1);
  }

  /** The process of a relay. */
  int process(int relay) {
    return firstProcess + relay;
  }

  /** The process of the first relay, which takes what is submitted to any of them. */
  int firstProcess() {
    return firstProcess;
  }

  PushCells cells() {
    return cells;
  }
}
