package dev.haishin.model.store;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.network.Network;
import dev.haishin.model.rack.RackClient;
import dev.haishin.model.rack.Setback;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;

/**
 * A process's client of the message store: writes to inboxes and chat logs, and reads them.
 *
 * <p>Operations wait for {@link #flush}, which its process calls at the end of each event in which
 * it issued any, and which says when they leave. What was issued since the last flush is one burst:
 * operations on the same region server travel as one request, and its answers come back together,
 * when the last of them is done.
 *
 * <p>A client knows where it last found a region. When a server does not have it, is reset or does
 * not answer in time, the operation waits, and so do those on the same region after it; the client
 * looks the region up again by HBase's backoff until it is open or the operation's time is over;
 * then the operation is given up and its process is told.
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

  private static final int WAKE = 3;

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

    /**
     * An operation was given up, now: its time was over, tries and all. It may be done or not.
     *
     * @return whether to begin with it again
     */
    default boolean gaveUp(long tag, int operation) {
      return true;
    }
  }

  private final Port port;
  private final MessageStore store;
  private final RackClient servers;
  private final Sink sink;
  private final int wakeKind;
  private final ParkedOperations parked = new ParkedOperations();
  private final Int2IntOpenHashMap located = new Int2IntOpenHashMap();
  private final Int2LongOpenHashMap wakeNs = new Int2LongOpenHashMap();

  /**
   * A client inside a process.
   *
   * @param firstKind the first of the 8 event kinds of the process that are this client's own
   */
  public StoreClient(Port port, MessageStore store, Network network, int firstKind, Sink sink) {
    this.port = port;
    this.store = store;
    this.sink = sink;
    wakeKind = firstKind + WAKE;
    servers =
        new RackClient(
            port,
            store.racks(),
            network,
            firstKind,
            Integer.MAX_VALUE,
            store.rules().rpcTimeoutNs(),
            (tag, operation, detail, atNs) -> sink.stored(tag, (int) operation, atNs),
            new Relocation());
  }

  /** Writes a copy of a message to a user's inbox. */
  public void put(long tag, int user, long messageId, int bytes) {
    issue(store.regionOfInbox(user), tag, PUT, bytes, messageId, user);
  }

  /** Appends a message to its chat's log. */
  public void append(long tag, long chat, long messageId, int bytes) {
    issue(store.regionOfChat(chat), tag, APPEND, bytes, messageId, chat);
  }

  /**
   * Reads the rows that a user missed.
   *
   * @param rows how many, at least 0
   * @param occasion tells this read from the user's others (the generation of the connection): the
   *     delay is drawn from (occasion, user)
   */
  public void get(long tag, int user, int rows, long occasion) {
    issue(store.regionOfInbox(user), tag, GET, rows, occasion, user);
  }

  /**
   * Reads one message of a chat's log for one of its members.
   *
   * @param reader the member who asked: the delay is drawn from (message, reader)
   */
  public void read(long tag, long chat, long messageId, int reader) {
    issue(store.regionOfChat(chat), tag, READ, reader, messageId, chat);
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
    return servers.owns(kind) || kind == wakeKind;
  }

  /** Takes an event that is for this client. */
  public void receive(Event event) {
    if (event.kind() == wakeKind) {
      wake((int) event.a());
    } else {
      servers.receive(event);
    }
  }

  /** Its process has died: nothing that waits here will be asked again. */
  public void lose() {
    parked.clear();
  }

  private void issue(int region, long tag, int operation, int argument, long first, long second) {
    if (store.tenures().isQuiet()) {
      servers.add(store.tenures().own(region), tag, operation, argument, first, second);
    } else {
      servers.add(tag, operation, argument, first, second);
    }
  }

  private void park(Setback setback) {
    long nowNs = port.nowNs();
    for (int i = 0; i < setback.commands(); i++) {
      int operation = setback.operation(i);
      int region = store.region(operation, setback.second(i));
      if (!parked.holds(region)) {
        wakeLater(region, nowNs);
      }
      parked.add(
          region,
          setback.tag(i),
          operation,
          setback.argument(i),
          setback.first(i),
          setback.second(i),
          setback.issuedNs());
    }
  }

  /**
   * Tries that would find the region closed change nothing for anyone, so only the first that finds
   * it open is an event. Where it is open, the catalogue says, a round trip later.
   */
  private void wakeLater(int region, long nowNs) {
    long untilNs = nowNs + store.rules().operationTimeoutNs();
    long foundNs =
        RetryTimes.firstOpenNs(store.tenures(), region, nowNs, untilNs, store.retryKey());
    if (store.tenures().at(region, foundNs) == RegionTenures.NONE) {
      foundNs = untilNs;
    } else {
      foundNs += servers.roundTripNs();
    }
    wakeNs.put(region, foundNs);
    port.at(foundNs, wakeKind, region, 0);
  }

  private void wake(int region) {
    long nowNs = port.nowNs();
    int server = find(region, nowNs);
    for (int row : parked.take(region)) {
      int operation = parked.operation(row);
      boolean isOver = nowNs - parked.issuedNs(row) >= store.rules().operationTimeoutNs();
      if (!isOver || sink.gaveUp(parked.tag(row), operation)) {
        servers.add(
            server,
            parked.tag(row),
            operation,
            parked.argument(row),
            parked.first(row),
            parked.second(row));
      }
      parked.release(row);
    }
    flush();
  }

  /** Looks a region up in the catalogue; where it is open nowhere, it is where it was. */
  private int find(int region, long atNs) {
    int tenure = store.tenures().at(region, atNs);
    if (tenure != RegionTenures.NONE) {
      located.put(region, tenure);
    }
    return store.tenures().server(region, located.get(region));
  }

  /** Operations go where the client last found their region, or wait until it has found it. */
  private final class Relocation implements RackClient.Recourse {
    @Override
    public int host(long tag, int operation, int argument, long first, long second, long departNs) {
      int region = store.region(operation, second);
      if (!parked.holds(region)) {
        return store.tenures().server(region, located.get(region));
      }
      if (departNs >= wakeNs.get(region)) {
        return find(region, wakeNs.get(region));
      }
      parked.add(region, tag, operation, argument, first, second, departNs);
      return KEPT;
    }

    @Override
    public void failed(Setback setback) {
      park(setback);
    }
  }
}
