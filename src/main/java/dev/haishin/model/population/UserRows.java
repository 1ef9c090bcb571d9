package dev.haishin.model.population;

import dev.haishin.model.redis.Route;

/**
 * The rows of a shard's users: two longs each, side by side, so that an event touches one cache
 * line.
 *
 * <p>The first long: the user's list of missed messages (27 bits), the gateway's number among those
 * that the user may dial (15), the generation of the connection (14), failed attempts (5), whether
 * the user wants to be online (1), and the state (2). The second: whether a sync is under way (1),
 * when the user was connected and disconnected last, and up to when the inbox is on the device (21
 * bits each).
 *
 * <p>Instants are kept in ticks, rounded down; 0 means never. A tick is the 2^21st part of the run,
 * 0.29 ms in 10 minutes and 41 ms in a day.
 */
final class UserRows {
  static final int OFFLINE = 0;
  static final int WAITING = 1;
  static final int CONNECTING = 2;
  static final int CONNECTED = 3;

  /** Most gateways that the people of a region may dial. */
  public static final int GATEWAYS = 1 << 15;

  private static final long STATE = 3;
  private static final long INTENT = 4;
  private static final int ATTEMPT_SHIFT = 3;
  private static final long ATTEMPTS = 31L << ATTEMPT_SHIFT;
  private static final int GENERATION_SHIFT = 8;
  private static final long GENERATION = (long) Route.LAST_GENERATION << GENERATION_SHIFT;
  private static final int GATEWAY_SHIFT = 22;
  private static final long GATEWAY = (GATEWAYS - 1L) << GATEWAY_SHIFT;
  private static final int MISSED_SHIFT = 37;
  private static final long MISSED = -1L << MISSED_SHIFT;
  private static final int MISSED_LISTS = 1 << Long.SIZE - MISSED_SHIFT;

  private static final long SYNCING = Long.MIN_VALUE;
  private static final int TICK_BITS = 21;
  private static final long TICKS = (1L << TICK_BITS) - 1;
  private static final int CONNECTED_SHIFT = 0;
  private static final int DISCONNECTED_SHIFT = TICK_BITS;
  private static final int CONFIRMED_SHIFT = 2 * TICK_BITS;

  private final long[] cells;
  private final int firstUser;
  private final Reachable reachable;
  private final long tickNs;

  /**
   * Rows of users who have never been online.
   *
   * @param firstUser the user of row 0
   * @param reachable gateways, no more than {@link #GATEWAYS}
   * @param durationNs no instant lies behind it
   */
  UserRows(int users, int firstUser, Reachable reachable, long durationNs) {
    this.cells = new long[Math.multiplyExact(2, users)];
    this.firstUser = firstUser;
    this.reachable = reachable;
    this.tickNs = durationNs / TICKS + 1;
  }

  int count() {
    return cells.length / 2;
  }

  /** Memory of the rows, bytes. */
  long bytes() {
    return (long) cells.length * Long.BYTES;
  }

  int state(int row) {
    return (int) (cells[2 * row] & STATE);
  }

  void setState(int row, int state) {
    put(row, STATE, state);
  }

  boolean isConnected(int row) {
    return state(row) == CONNECTED;
  }

  /** Whether the user's own session process holds them online; no failure changes it. */
  boolean wantsOnline(int row) {
    return (cells[2 * row] & INTENT) != 0;
  }

  void setWantsOnline(int row, boolean wants) {
    put(row, INTENT, wants ? INTENT : 0);
  }

  /** Failed attempts since the last established connection, at most 31. */
  int attempts(int row) {
    return (int) ((cells[2 * row] & ATTEMPTS) >>> ATTEMPT_SHIFT);
  }

  void setAttempts(int row, int attempts) {
    put(row, ATTEMPTS, Math.min(31L, attempts) << ATTEMPT_SHIFT);
  }

  /** The process of the gateway of the present or last connection. */
  int gateway(int row) {
    return reachable.process((int) ((cells[2 * row] & GATEWAY) >>> GATEWAY_SHIFT));
  }

  /** What a link calls the connection: its user. */
  int slot(int row) {
    return firstUser + row;
  }

  void place(int row, int gatewayProcess) {
    put(row, GATEWAY, (long) reachable.number(gatewayProcess) << GATEWAY_SHIFT);
  }

  int generation(int row) {
    return (int) ((cells[2 * row] & GENERATION) >>> GENERATION_SHIFT);
  }

  /** Begins a new connection; 0 is never a generation. */
  int nextGeneration(int row) {
    int next = Route.nextGeneration(generation(row));
    put(row, GENERATION, (long) next << GENERATION_SHIFT);
    return next;
  }

  /** Whether a sync is under way on the present connection. */
  boolean isSyncing(int row) {
    return (cells[2 * row + 1] & SYNCING) != 0;
  }

  void setSyncing(int row, boolean syncing) {
    long others = cells[2 * row + 1] & ~SYNCING;
    cells[2 * row + 1] = syncing ? others | SYNCING : others;
  }

  void markConnected(int row, long nowNs) {
    putTick(row, CONNECTED_SHIFT, tick(nowNs));
  }

  void markDisconnected(int row, long nowNs) {
    putTick(row, DISCONNECTED_SHIFT, tick(nowNs));
  }

  long connectedNs(int row) {
    return ticks(row, CONNECTED_SHIFT) * tickNs;
  }

  /** Up to when the inbox is known to be on the device. */
  boolean covers(int row, long inboxNs) {
    long confirmed = ticks(row, CONFIRMED_SHIFT);
    return confirmed != 0 && tick(inboxNs) <= confirmed;
  }

  void confirm(int row, long readNs) {
    putTick(row, CONFIRMED_SHIFT, Math.max(ticks(row, CONFIRMED_SHIFT), tick(readNs)));
  }

  /** Whether the row held a connection at an instant, half-open included. */
  boolean wasOnline(int row, long atNs) {
    long at = tick(atNs);
    return at < ticks(row, DISCONNECTED_SHIFT)
        || (isConnected(row) && at >= ticks(row, CONNECTED_SHIFT));
  }

  int missedHead(int row) {
    return (int) (cells[2 * row] >>> MISSED_SHIFT);
  }

  void setMissedHead(int row, int node) {
    if (node >= MISSED_LISTS) {
      throw new IllegalStateException("one client shard has missed " + node + " messages");
    }
    put(row, MISSED, (long) node << MISSED_SHIFT);
  }

  private void put(int row, long field, long value) {
    cells[2 * row] = cells[2 * row] & ~field | value;
  }

  private long ticks(int row, int shift) {
    return cells[2 * row + 1] >>> shift & TICKS;
  }

  private void putTick(int row, int shift, long tick) {
    cells[2 * row + 1] = cells[2 * row + 1] & ~(TICKS << shift) | tick << shift;
  }

  /** The tick that an instant lies in. */
  long tick(long ns) {
    return Math.min(TICKS, ns / tickNs);
  }

  /** When a tick begins, nanoseconds. */
  long tickNs(long tick) {
    return tick * tickNs;
  }
}
