package dev.haishin.model.store;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Distributions;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.failure.Takeover;
import dev.haishin.model.rack.Racks;

/**
 * The layout of one home's message store: which region holds a row, and which region server a
 * region belongs to. Where a region is open is the course of the run ({@link RegionTenures}).
 * Immutable.
 */
public final class MessageStore {
  /** Regions of a server: so many others share what a dead one leaves. */
  static final int REGIONS_PER_SERVER = 16;

  private static final long SECOND_NS = 1_000_000_000;
  private static final RecoveryRules UNTRIED =
      new RecoveryRules(
          60 * SECOND_NS,
          Distributions.fixed(30 * SECOND_NS),
          300 * SECOND_NS,
          SECOND_NS,
          10 * SECOND_NS,
          1200 * SECOND_NS);

  private static final long INBOX_ROWS = CounterHash.key(0, "store.rows", "inbox");
  private static final long CHAT_ROWS = CounterHash.key(0, "store.rows", "chat");

  private final Racks racks;
  private final RecoveryRules rules;
  private final Outages outages;
  private final RegionTenures tenures;
  private final long retryKey;

  /**
   * A store of region servers that never fail.
   *
   * @param racks that hold the servers
   */
  public MessageStore(Racks racks) {
    this(racks, UNTRIED, new Outages(racks.hosts()), null, 0, "");
  }

  /**
   * A store of region servers.
   *
   * @param racks that hold the servers
   * @param outages of the servers
   * @param takeover by a second site, null if there is none
   * @param name keys what is drawn in recovery and retries
   */
  public MessageStore(
      Racks racks,
      RecoveryRules rules,
      Outages outages,
      Takeover takeover,
      long seed,
      String name) {
    this.racks = racks;
    this.rules = rules;
    this.outages = outages;
    tenures = Reassignment.play(rules, REGIONS_PER_SERVER, outages, takeover, seed, name);
    retryKey = CounterHash.key(seed, "store.retry", name);
  }

  /** How many region servers there are. */
  public int servers() {
    return racks.hosts();
  }

  /** Whether no server ever fails and no region ever moves. */
  public boolean isUntroubled() {
    return tenures.isQuiet();
  }

  /** The server, numbered within the store, that a user's inbox belongs to. */
  public int serverOfInbox(int user) {
    return tenures.own(regionOfInbox(user));
  }

  /** The server, numbered within the store, that a chat's log belongs to. */
  public int serverOfChat(long chat) {
    return tenures.own(regionOfChat(chat));
  }

  /** Where the servers stand. */
  Racks racks() {
    return racks;
  }

  RecoveryRules rules() {
    return rules;
  }

  Outages outages() {
    return outages;
  }

  RegionTenures tenures() {
    return tenures;
  }

  /** Keys the jitter of clients' retries. */
  long retryKey() {
    return retryKey;
  }

  int regionOfInbox(int user) {
    return regionOf(CounterHash.bits(INBOX_ROWS, user));
  }

  int regionOfChat(long chat) {
    return regionOf(CounterHash.bits(CHAT_ROWS, chat));
  }

  /** The region of the row that an operation is about: an inbox by user, or a log by chat. */
  int region(int operation, long row) {
    boolean isInbox = operation == StoreClient.PUT || operation == StoreClient.GET;
    return isInbox ? regionOfInbox((int) row) : regionOfChat(row);
  }

  private int regionOf(long bits) {
    return (int) Math.multiplyHigh(bits >>> 1, (long) tenures.regions() << 1);
  }
}
