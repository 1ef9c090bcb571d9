package dev.haishin.model.store;

import dev.haishin.engine.CounterHash;
import dev.haishin.model.rack.Racks;

/**
 * The layout of one home's message store: which region server holds a row. Immutable, known to
 * every client.
 */
public final class MessageStore {
  private static final long INBOX_ROWS = CounterHash.key(0, "store.rows", "inbox");
  private static final long CHAT_ROWS = CounterHash.key(0, "store.rows", "chat");

  private final Racks racks;

  /**
   * A store of region servers.
   *
   * @param racks that hold the servers
   */
  public MessageStore(Racks racks) {
    this.racks = racks;
  }

  /** How many region servers there are. */
  public int servers() {
    return racks.hosts();
  }

  /** Where the servers stand. */
  Racks racks() {
    return racks;
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
    return (int) Math.multiplyHigh(bits >>> 1, (long) racks.hosts() << 1);
  }
}
