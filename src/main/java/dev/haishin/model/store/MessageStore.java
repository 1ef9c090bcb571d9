package dev.haishin.model.store;

import dev.haishin.engine.CounterHash;

/**
 * The layout of one home's message store: which region server holds a row. Immutable, known to
 * every client.
 */
public final class MessageStore {
  private static final long INBOX_ROWS = CounterHash.key(0, "store.rows", "inbox");
  private static final long CHAT_ROWS = CounterHash.key(0, "store.rows", "chat");

  private final int[] processes;

  /**
   * A store of region servers.
   *
   * @param processes the servers' process numbers, at least one
   */
  public MessageStore(int[] processes) {
    if (processes.length < 1) {
      throw new IllegalArgumentException("a store needs at least one region server");
    }
    this.processes = processes.clone();
  }

  /** How many region servers there are. */
  public int servers() {
    return processes.length;
  }

  /** The process number of a region server. */
  public int process(int server) {
    return processes[server];
  }

  /** The server, numbered within the store, of a user's inbox. */
  public int serverOfInbox(int user) {
    return serverOf(CounterHash.bits(INBOX_ROWS, user));
  }

  /** The server, numbered within the store, of a chat's log. */
  public int serverOfChat(long chat) {
    return serverOf(CounterHash.bits(CHAT_ROWS, chat));
  }

  private int serverOf(long bits) {
    return (int) Math.multiplyHigh(bits >>> 1, (long) processes.length << 1);
  }
}
