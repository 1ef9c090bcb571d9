package dev.haishin.model.population;

import dev.haishin.engine.Port;
import dev.haishin.model.Messages;
import dev.haishin.model.gateway.Gateway;
import dev.haishin.results.Counter;
import dev.haishin.results.Facet;
import dev.haishin.results.LatencyMetric;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;

/**
 * What reaches a shard's users: frames on a live connection, syncs after a connect, pushes; and
 * what does not, which waits in the list of missed messages.
 *
 * <p>A frame that finds its connection gone is lost with it; its message is in the inbox and comes
 * back by the next sync. A push that reaches an app which is connected makes it sync.
 */
final class Screen {
  private final Port port;
  private final UserRows users;
  private final int firstUser;
  private final int region;
  private final Messages messages;
  private final Lines lines;
  private final AppOpenings openings;
  private final MissedMessages missed;
  private final Unshipped unshipped;
  private final Awaited awaited;
  private final Recorder recorder;
  private final People people;
  private final Chats chats;
  private final int history;
  private final MissedMessages.Taker onSynced = this::takeSynced;
  private final MissedMessages.Taker onLive = this::takeLive;
  private final MissedMessages.Taker onGone = this::takeGone;
  private long live;
  private long synced;
  private long pushedAndGone;
  private long gone;

  Screen(
      Port port,
      UserRows users,
      int firstUser,
      int region,
      Surroundings around,
      Lines lines,
      AppOpenings openings,
      Recorder recorder) {
    this.port = port;
    this.users = users;
    this.firstUser = firstUser;
    this.region = region;
    this.messages = around.messages();
    this.people = around.graph().people();
    this.chats = around.graph().chats();
    this.history = around.history();
    this.lines = lines;
    this.openings = openings;
    this.missed = new MissedMessages(users, around.durationNs());
    this.unshipped = new Unshipped(around.takeover());
    this.awaited = new Awaited(users.count());
    this.recorder = recorder;
  }

  /** A message frame has come down a connection. */
  void delivered(int row, int generation, long messageId, long acceptedNs) {
    if (acceptedNs < 0) {
      deliveredAgain(row, generation, messageId);
      return;
    }
    long nowNs = port.nowNs();
    if (!lines.hears(row, generation)) {
      missed(row, messageId, acceptedNs, nowNs);
      return;
    }
    if (users.covers(row, acceptedNs)) {
      recorder.count(Counter.DUPLICATES_SENT, nowNs, 1);
    }
    live++;
    long tapNs = messages.tapNs(messageId);
    int facet = Facet.ofChat(facet(row), chat(messageId) - 1);
    shown(row, messageId, facet, tapNs, users.wasOnline(row, acceptedNs));
    recordAny(messageId, facet, tapNs, nowNs);
  }

  /**
   * A copy of a message has come whose pair is booked already: shown if it still waits in the
   * inbox, and dropped as a duplicate if it does not.
   */
  private void deliveredAgain(int row, int generation, long messageId) {
    if (!lines.hears(row, generation)) {
      return;
    }
    if (messages.isKey(messageId)) {
      recorder.count(Counter.ENCRYPTION_KEYS_RECEIVED, port.nowNs(), 1);
      return;
    }
    if (!missed.take(row, messageId, onLive)) {
      recorder.count(Counter.DUPLICATES_SENT, port.nowNs(), 1);
    }
  }

  /** A light notification has come; the client fetches, or misses it with its connection. */
  void notified(int row, int generation, long messageId, long acceptedNs) {
    if (acceptedNs < 0 && !missed.has(row, messageId)) {
      recorder.count(Counter.DUPLICATES_SENT, port.nowNs(), 1);
      return;
    }
    if (!lines.hears(row, generation)) {
      if (acceptedNs >= 0) {
        missed(row, messageId, acceptedNs, port.nowNs());
      }
      return;
    }
    Gateway.fetch(
        port,
        users.gateway(row),
        lines.arrivalNs(row),
        messageId,
        link(row),
        firstUser + row,
        acceptedNs);
  }

  /** A message is in the inbox and no frame of it is under way. */
  void missed(int row, long messageId, long acceptedNs, long writtenNs) {
    long tapNs = messages.tapNs(messageId);
    boolean wasOnline = users.wasOnline(row, acceptedNs);
    int chat = chat(messageId);
    if (users.covers(row, writtenNs) && !users.isSyncing(row)) {
      takeSynced(row, messageId, chat, tapNs, writtenNs, wasOnline, MissedMessages.PENDING);
    } else {
      missed.add(row, messageId, chat, tapNs, writtenNs, wasOnline);
      if (unshipped.mayBe()) {
        unshipped.entered(row, messageId, cameInNs(messageId, acceptedNs, writtenNs));
      }
    }
  }

  /** When a user's home had a message: one of another home's chat comes by a relay. */
  private long cameInNs(long messageId, long acceptedNs, long writtenNs) {
    boolean isOwn =
        !isBroadcast(messageId)
            && people.homeOfRegion(Chats.region(messages.chat(messageId)))
                == people.homeOfRegion(region);
    return isOwn ? Math.abs(acceptedNs) : writtenNs;
  }

  /** Asks for what was missed, on a connection just made or when a push says there is something. */
  void sync(int row) {
    ask(row, 1 + missed.count(row), port.nowNs());
  }

  private void ask(int row, int rows, long askedNs) {
    users.setSyncing(row, true);
    Gateway.sync(
        port, users.gateway(row), lines.arrivalNs(row), link(row), firstUser + row, rows, askedNs);
  }

  /** The answer to a sync: everything written to the inbox up to {@code readNs}. */
  void synced(int row, int generation, long readNs, long askedNs) {
    if (!lines.hears(row, generation)) {
      return;
    }
    users.setSyncing(row, false);
    users.confirm(row, readNs);
    if (unshipped.mayBe()) {
      unshipped.read(row, readNs, messageId -> missed.take(row, messageId, onGone));
    }
    long before = synced;
    missed.takeUpTo(row, readNs, onSynced);
    if (synced > before) {
      recorder.latency(LatencyMetric.DELIVERY_SYNC, facet(row), askedNs, port.nowNs() - askedNs);
    }
    // Only a cache shows less than what was there when it was asked; the home has the rest.
    if (readNs < askedNs && missed.count(row) > 0) {
      recorder.count(Counter.STORE_EDGE_STALE, port.nowNs(), 1);
      ask(row, -1 - missed.count(row), askedNs);
    }
  }

  /**
   * A candidate to add a device, which reads the history over the connection of its person's other
   * device; it passes if there is one.
   */
  void addDevice(int row) {
    if (users.isConnected(row) && !lines.isCut(row)) {
      recorder.count(Counter.ENCRYPTION_DEVICES, port.nowNs(), 1);
      readOn(row, history, port.nowNs());
    }
  }

  /** A page of history has come; a history that loses its connection is not taken up again. */
  void history(int row, int generation, int left, long askedNs) {
    if (!lines.hears(row, generation)) {
      return;
    }
    if (left > 0) {
      readOn(row, left, askedNs);
    } else {
      recorder.latency(
          LatencyMetric.ENCRYPTION_HISTORY, facet(row), askedNs, port.nowNs() - askedNs);
    }
  }

  private void readOn(int row, int left, long askedNs) {
    int user = firstUser + row;
    Gateway.history(port, users.gateway(row), lines.arrivalNs(row), link(row), user, left, askedNs);
  }

  /** A provider has handed a notification to the device. */
  void pushed(int row, long messageId, long tapNs, LatencyMetric channel) {
    recorder.latency(channel, facet(row), tapNs, port.nowNs() - tapNs);
    int chat = missed.mark(row, messageId, MissedMessages.PUSHED);
    if (chat < 0) {
      return;
    }
    recordAny(messageId, Facet.ofChat(facet(row), chat - 1), tapNs, port.nowNs());
    if (isBroadcast(messageId)) {
      openings.pushed(row, firstUser + row, messageId, port.nowNs());
    }
    if (users.isConnected(row) && !lines.isCut(row) && !users.isSyncing(row)) {
      sync(row);
    }
  }

  /** The push path has given up on a message. */
  void expired(int row, long messageId) {
    missed.mark(row, messageId, MissedMessages.EXPIRED);
  }

  long live() {
    return live;
  }

  long synced() {
    return synced;
  }

  /** Pairs whose push was the last that was heard of them. */
  long pushed() {
    return missed.total(MissedMessages.PUSHED) + pushedAndGone;
  }

  /** Pairs that are lost with the site that had them. */
  long gone() {
    return gone;
  }

  /** The run ends: who has messages in the inbox that no push announced was not reached. */
  void finishRun(long endNs) {
    unshipped.readAll(endNs, (row, messageId) -> missed.take(row, messageId, onGone));
    for (int row = 0; row < users.count(); row++) {
      int pairs = missed.unreached(row);
      if (pairs > 0) {
        recorder.neverReached(facet(row), pairs);
      }
    }
  }

  MissedMessages missed() {
    return missed;
  }

  Awaited awaited() {
    return awaited;
  }

  private void takeLive(
      int row, long messageId, int chat, long tapNs, long writtenNs, boolean wasOnline, int fact) {
    live++;
    int facet = Facet.ofChat(facet(row), chat - 1);
    shown(row, messageId, facet, tapNs, wasOnline);
    if (fact != MissedMessages.PUSHED) {
      recordAny(messageId, facet, tapNs, port.nowNs());
    }
  }

  private void takeSynced(
      int row, long messageId, int chat, long tapNs, long writtenNs, boolean wasOnline, int fact) {
    synced++;
    if (recorder.traced(messageId)) {
      recorder.hop(messageId, firstUser + row, Stage.SYNC, writtenNs, writtenNs, port.nowNs());
    }
    int facet = Facet.ofChat(facet(row), chat - 1);
    shown(row, messageId, facet, tapNs, wasOnline);
    if (fact != MissedMessages.PUSHED) {
      recordAny(messageId, facet, tapNs, port.nowNs());
    }
  }

  private void takeGone(
      int row, long messageId, int chat, long tapNs, long writtenNs, boolean wasOnline, int fact) {
    recorder.count(Counter.STORE_LOST, unshipped.lostNs(), 1);
    if (fact == MissedMessages.PUSHED) {
      pushedAndGone++;
    } else {
      gone++;
      recorder.lostFor(facet(row), 1);
    }
  }

  private void shown(int row, long messageId, int facet, long tapNs, boolean wasOnline) {
    long nowNs = port.nowNs();
    boolean isBroadcast = isBroadcast(messageId);
    if (isBroadcast) {
      awaited.shown(broadcast(messageId), row, nowNs);
    }
    if (!wasOnline) {
      return;
    }
    LatencyMetric metric =
        isBroadcast ? LatencyMetric.DELIVERY_BROADCAST : LatencyMetric.DELIVERY_ONLINE;
    recorder.latency(metric, facet, tapNs, nowNs - tapNs);
    if (!isBroadcast && recorder.traced(messageId)) {
      recorder.delivered(messageId, firstUser + row, tapNs, nowNs);
    }
  }

  private void recordAny(long messageId, int facet, long tapNs, long nowNs) {
    if (!isBroadcast(messageId)) {
      recorder.reached(facet, tapNs, nowNs - tapNs);
    }
  }

  private boolean isBroadcast(long messageId) {
    return Messages.origin(messageId) >= people.shards();
  }

  /** A broadcast's number in the scenario: each has an origin a region. */
  private int broadcast(long messageId) {
    return (Messages.origin(messageId) - people.shards()) / people.regions();
  }

  private int facet(int row) {
    return Facet.of(region, people.isIos(firstUser + row));
  }

  /** The kind of a message's chat, of which a broadcast has none, as facets place it. */
  private int chat(long messageId) {
    return isBroadcast(messageId) ? 0 : Facet.chatPlace(chats.facet(messages.chat(messageId)));
  }

  private long link(int row) {
    return Gateway.link(users.slot(row), users.generation(row));
  }
}
