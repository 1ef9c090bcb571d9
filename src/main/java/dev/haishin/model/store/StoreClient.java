package dev.haishin.model.store;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.network.Network;
import dev.haishin.model.rack.RackClient;

/**
 * A process's client of the message store: writes to inboxes and chat logs, and reads them.
 *
 * <p>Operations wait for {@link #flush}, which its process calls at the end of each event in which
 * it issued any, and which says when they leave. What was issued since the last flush is one burst:
 * operations on the same region server travel as one request, and its answers come back together,
 * when the last of them is done.
 *
 * <p>No event to or from the store carries custody of a pair: whoever asks keeps its row.
 */
public final class StoreClient {
  /** An inbox write. */
  public static final int PUT = 0;

  /** An append to a chat's log. */
  public static final int APPEND = 1;

  /** A read of missed rows of an inbox. */
  public static final int GET = 2;

  /** A read of one message in a chat's log. */
  public static final int READ = 3;

  /** Takes the answers of the store. */
  @FunctionalInterface
  public interface Sink {
    /**
     * One operation is done.
     *
     * @param tag as given with the operation
     * @param operation {@link #PUT}, {@link #APPEND}, {@link #GET} or {@link #READ}
     * @param atNs when the answer comes, not before now
     */
    void stored(long tag, int operation, long atNs);
  }

  private final Port port;
  private final MessageStore store;
  private final RackClient servers;

  /**
   * A client inside a process.
   *
   * @param firstKind the first of the 8 event kinds of the process that are this client's own
   */
  public StoreClient(Port port, MessageStore store, Network network, int firstKind, Sink sink) {
    this.port = port;
    this.store = store;
    servers =
        new RackClient(
            port,
            store.racks(),
            network,
            firstKind,
            Integer.MAX_VALUE,
            (tag, operation, detail, atNs) -> sink.stored(tag, (int) operation, atNs));
  }

  /** Writes a copy of a message to a user's inbox. */
  public void put(long tag, int user, long messageId, int bytes) {
    servers.add(store.serverOfInbox(user), tag, PUT, bytes, messageId, user);
  }

  /** Appends a message to its chat's log. */
  public void append(long tag, long chat, long messageId, int bytes) {
    servers.add(store.serverOfChat(chat), tag, APPEND, bytes, messageId, chat);
  }

  /**
   * Reads the rows that a user missed.
   *
   * @param rows how many, at least 0
   * @param occasion tells this read from the user's others (the generation of the connection): the
   *     delay is drawn from (occasion, user)
   */
  public void get(long tag, int user, int rows, long occasion) {
    servers.add(store.serverOfInbox(user), tag, GET, rows, occasion, user);
  }

  /**
   * Reads one message of a chat's log for one of its members.
   *
   * @param reader the member who asked: the delay is drawn from (message, reader)
   */
  public void read(long tag, long chat, long messageId, int reader) {
    servers.add(store.serverOfChat(chat), tag, READ, reader, messageId, chat);
  }

  /** Sends what was issued since the last flush. */
  public void flush() {
    flush(port.nowNs());
  }

  /**
   * Sends what was issued since the last flush.
   *
   * @param departNs when it leaves its process, not before now
   */
  public void flush(long departNs) {
    servers.flush(departNs);
  }

  /** Whether an event of its process is for this client. */
  public boolean owns(int kind) {
    return servers.owns(kind);
  }

  /** Takes the answers to one burst. */
  public void receive(Event event) {
    servers.receive(event);
  }
}
