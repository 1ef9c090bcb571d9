package dev.haishin.model.store;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.network.Network;
import dev.haishin.model.redis.Burst;

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
  private final Network network;
  private final int replyKind;
  private final Sink sink;
  private final Burst burst;

  /**
   * A client inside a process.
   *
   * @param firstKind the first of the 8 event kinds of the process that are this client's own
   */
  public StoreClient(Port port, MessageStore store, Network network, int firstKind, Sink sink) {
    this.port = port;
    this.store = store;
    this.network = network;
    this.replyKind = firstKind;
    this.sink = sink;
    burst = new Burst(store.servers());
  }

  /** Writes a copy of a message to a user's inbox. */
  public void put(long tag, int user, long messageId, int bytes) {
    burst.add(store.serverOfInbox(user), tag, messageId, header(PUT, bytes), user);
  }

  /** Appends a message to its chat's log. */
  public void append(long tag, long chat, long messageId, int bytes) {
    burst.add(store.serverOfChat(chat), tag, messageId, header(APPEND, bytes), chat);
  }

  /**
   * Reads the rows that a user missed.
   *
   * @param rows how many, at least 0
   * @param occasion tells this read from the user's others (the generation of the connection): the
   *     delay is drawn from (occasion, user)
   */
  public void get(long tag, int user, int rows, long occasion) {
    burst.add(store.serverOfInbox(user), tag, occasion, header(GET, rows), user);
  }

  /**
   * Reads one message of a chat's log for one of its members.
   *
   * @param reader the member who asked: the delay is drawn from (message, reader)
   */
  public void read(long tag, long chat, long messageId, int reader) {
    burst.add(store.serverOfChat(chat), tag, messageId, header(READ, reader), chat);
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
    for (int i = 0; i < burst.hosts(); i++) {
      int server = burst.host(i);
      int process = store.process(server);
      long atNs = departNs + network.latencyNs(port.process(), process);
      RegionServer.request(port, process, atNs, burst, burst.head(server));
    }
    burst.clear();
  }

  /** Whether an event of its process is for this client. */
  public boolean owns(int kind) {
    return kind == replyKind;
  }

  /** Takes the answers to one request. */
  public void receive(Event event) {
    sink.stored(event.a(), (int) event.b(), event.timeNs());
    for (int at = 0; at < event.wordCount(); at += 2) {
      sink.stored(event.word(at), (int) event.word(at + 1), event.timeNs());
    }
  }

  /** Sends answers collected in the order of their operations: tag and operation of each. */
  static void reply(
      Port from, int process, long atNs, int replyKind, long[] answers, int answerWords) {
    for (int i = 2; i < answerWords; i++) {
      from.attach(answers[i]);
    }
    from.send(process, atNs, replyKind, answers[0], answers[1]);
  }

  private long header(int operation, int argument) {
    return RegionServer.header(operation, argument, replyKind);
  }
}
