package dev.haishin.model.population;

/**
 * The rows of a shard's users: 28 bytes each, in primitive arrays.
 *
 * <p>Instants are kept in ticks of 2^18 ns (0.26 ms), rounded down; 0 means never.
 */
final class UserRows {
  static final int OFFLINE = 0;
  static final int WAITING = 1;
  static final int CONNECTING = 2;
  static final int CONNECTED = 3;

  private static final int TICK_BITS = 18;
  private static final int STATE_MASK = 3;
  private static final int INTENT_BIT = 4;
  private static final int ATTEMPT_SHIFT = 3;

  private final int[] gateway;
  private final int[] slot;
  private final short[] generation;
  private final byte[] flags;
  private final byte[] syncs;
  private final int[] connectedAt;
  private final int[] disconnectedAt;
  private final int[] confirmedAt;
  private final int[] missedHead;

  UserRows(int users) {
    gateway = new int[users];
    slot = new int[users];
    generation = new short[users];
    flags = new byte[users];
    syncs = new byte[users];
    connectedAt = new int[users];
    disconnectedAt = new int[users];
    confirmedAt = new int[users];
    missedHead = new int[users];
  }

  int count() {
    return gateway.length;
  }

  int state(int row) {
    return flags[row] & STATE_MASK;
  }

  void setState(int row, int state) {
    flags[row] = (byte) (flags[row] & ~STATE_MASK | state);
  }

  boolean isConnected(int row) {
    return state(row) == CONNECTED;
  }

  /** Whether the user's own session process holds them online; no failure changes it. */
  boolean wantsOnline(int row) {
    return (flags[row] & INTENT_BIT) != 0;
  }

  void setWantsOnline(int row, boolean wants) {
    flags[row] = (byte) (wants ? flags[row] | INTENT_BIT : flags[row] & ~INTENT_BIT);
  }

  /** Failed attempts since the last established connection, at most 31. */
  int attempts(int row) {
    return flags[row] >>> ATTEMPT_SHIFT & 31;
  }

  void setAttempts(int row, int attempts) {
    int bounded = Math.min(31, attempts);
    flags[row] = (byte) (flags[row] & 7 | bounded << ATTEMPT_SHIFT);
  }

  int gateway(int row) {
    return gateway[row];
  }

  int slot(int row) {
    return slot[row];
  }

  void place(int row, int gatewayProcess, int gatewaySlot) {
    gateway[row] = gatewayProcess;
    slot[row] = gatewaySlot;
  }

  int generation(int row) {
    return generation[row] & 0xffff;
  }

  /** Begins a new connection; 0 is never a generation. */
  int nextGeneration(int row) {
    generation[row]++;
    if (generation[row] == 0) {
      generation[row] = 1;
    }
    return generation(row);
  }

  /** Whether a sync is under way on the present connection. */
  boolean isSyncing(int row) {
    return syncs[row] != 0;
  }

  void setSyncing(int row, boolean syncing) {
    syncs[row] = (byte) (syncing ? 1 : 0);
  }

  void markConnected(int row, long nowNs) {
    connectedAt[row] = tick(nowNs);
  }

  void markDisconnected(int row, long nowNs) {
    disconnectedAt[row] = tick(nowNs);
  }

  long connectedNs(int row) {
    return (long) connectedAt[row] << TICK_BITS;
  }

  /** Up to when the inbox is known to be on the device. */
  boolean covers(int row, long inboxNs) {
    return tick(inboxNs) <= confirmedAt[row] && confirmedAt[row] != 0;
  }

  void confirm(int row, long readNs) {
    confirmedAt[row] = Math.max(confirmedAt[row], tick(readNs));
  }

  /** Whether the row held a connection at an instant, half-open included. */
  boolean wasOnline(int row, long atNs) {
    int at = tick(atNs);
    return at < disconnectedAt[row] || (isConnected(row) && at >= connectedAt[row]);
  }

  int missedHead(int row) {
    return missedHead[row];
  }

  void setMissedHead(int row, int node) {
    missedHead[row] = node;
  }

  private static int tick(long ns) {
    return (int) (ns >>> TICK_BITS);
  }
}
