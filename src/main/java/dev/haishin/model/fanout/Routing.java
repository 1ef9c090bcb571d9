package dev.haishin.model.fanout;

import dev.haishin.delivery.PairNames;
import dev.haishin.delivery.RouteSink;
import dev.haishin.delivery.SessionRouter;
import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.Parts;
import dev.haishin.model.gateway.Gateway;
import dev.haishin.model.network.Borders;
import dev.haishin.model.push.Channel;
import dev.haishin.model.push.Submissions;
import dev.haishin.model.redis.Route;
import dev.haishin.model.redis.SessionDirectory;
import dev.haishin.model.store.StoreClient;
import dev.haishin.results.Counter;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;
import java.util.function.LongConsumer;

/**
 * What becomes of each recipient: inbox write, session lookup, a frame to the gateway, one more
 * lookup when the route was stale, and push when there is none.
 *
 * <p>Answers that come in one event are handled together, each as of its own instant: what a pair
 * does then touches its own row and its record's count, and leaves as of that instant.
 */
final class Routing implements RouteSink, PairNames {
  /** Tags of chat log appends, which belong to a record and not to a pair. */
  private static final long LOG_TAG = 1L << 40;

  /** Tags carry the life that they were made in, so that a restart passes over older answers. */
  private static final int LIFE_SHIFT = 48;

  private static final int MOST_LIVES = 0xffff;

  private final Port port;
  private final WorkerSite site;
  private final SessionDirectory sessions;
  private final StoreClient store;
  private final Submissions pushes;
  private final Recorder recorder;
  private final SessionRouter router;
  private final Pairs pairs = new Pairs();
  private Intake intake;
  private Broadcasting broadcasting;
  private int lastWritten = -1;
  private long asOfNs;
  private long downNs;
  private long life;

  Routing(Port port, WorkerSite site, Parts parts, Recorder recorder) {
    this.port = port;
    this.site = site;
    this.recorder = recorder;
    this.router = site.router().create(this, this);
    this.sessions = parts.sessions(port, WorkerKinds.SESSIONS, site.home(), new Routes());
    this.pushes = new Submissions(port, site.pushRelays(), WorkerKinds.PUSHES);
    this.store = parts.store(port, WorkerKinds.STORE, site.home(), this::stored);
  }

  void reportTo(Intake taking, Broadcasting broadcasts) {
    this.intake = taking;
    this.broadcasting = broadcasts;
  }

  /** The worker lives until an instant: what is known for later never happens. */
  void livesUntil(long ns) {
    downNs = ns;
  }

  boolean owns(int kind) {
    return sessions.owns(kind) || store.owns(kind);
  }

  void receive(Event event) {
    if (sessions.owns(event.kind())) {
      sessions.receive(event);
    } else {
      store.receive(event);
    }
  }

  /** What is asked from now on is asked as of an instant, not before now. */
  void asOf(long ns) {
    asOfNs = ns;
  }

  /** A copy goes into a recipient's inbox. */
  void write(int record, long messageId, long acceptedNs, int user) {
    int row = pairs.add(messageId, acceptedNs, user, record);
    lastWritten = row;
    pairs.set(row, Pairs.WRITING);
    int bytes = bytesForOne(messageId);
    boolean isKey = site.messages().isKey(messageId);
    int region = site.graph().people().region(user);
    site.network().borders().ship(recorder, site.home(), region, isKey, bytes, asOfNs);
    site.ship(recorder, isKey, bytes, asOfNs);
    store.put(tag(row), user, messageId, bytes);
  }

  private int bytesForOne(long messageId) {
    return site.messages().bytesForOne(messageId, site.graph().chats());
  }

  /** A recipient's session is looked up, for the message or for a light notification. */
  void route(int record, long messageId, long acceptedNs, int user, boolean isNotice) {
    int row = lastWritten;
    if (row < 0 || pairs.user(row) != user) {
      row = pairs.add(messageId, acceptedNs, user, record);
    }
    lastWritten = -1;
    if (isNotice) {
      pairs.set(row, Pairs.NOTICE);
      recorder.count(Counter.FANOUT_NOTIFICATIONS, asOfNs, 1);
    }
    pairs.setState(row, router.begin(row));
  }

  /** A copy goes to the chat's log. */
  void append(int record, long chat, long messageId) {
    int bytes = site.messages().payloadBytes(messageId);
    site.network().borders().shipToAll(recorder, site.home(), bytes, asOfNs);
    site.ship(recorder, false, bytes, asOfNs);
    store.append(tag(LOG_TAG | record), chat, messageId, bytes);
  }

  /** Sends what was asked for since the last call, as of the instant at which it was asked. */
  void flush() {
    sessions.flush(asOfNs);
    store.flush(asOfNs);
  }

  /** The pushes of a cell of time go to their relays. */
  void handPushesOn() {
    pushes.handOn();
  }

  /** A gateway did not know the connection, or did not answer. */
  void undelivered(Event event) {
    asOfNs = port.nowNs();
    int row = pairs.add(event.a(), event.b(), (int) event.word(0), Records.NONE);
    if ((event.word(1) & 1) != 0) {
      pairs.set(row, Pairs.NOTICE);
    }
    int sent = (int) (event.word(1) >>> 1);
    pairs.setState(row, router.onNotHere(sent, row, router.attempt(sent)));
    if (!pairs.has(row, Pairs.LOOKING)) {
      pairs.remove(row);
    }
    sessions.flush(asOfNs);
  }

  @Override
  public void lookUp(long pair, int attempt) {
    int row = (int) pair;
    pairs.set(row, Pairs.LOOKING);
    pairs.since(row, asOfNs);
    sessions.lookup(tag(row), pairs.user(row));
  }

  @Override
  public void send(long pair, long route, int attempt) {
    int row = (int) pair;
    int gateway = Route.gateway(route);
    long atNs = site.network().arrivalNs(port.process(), gateway, asOfNs);
    pairs.handOn(row);
    carry(row, gateway);
    long patienceNs = asOfNs + site.membership().routeTimeoutNs();
    if (atNs > patienceNs && site.network().parts(port.process(), gateway, asOfNs)) {
      // The regions are parted: the connection is given up, and what waits on it.
      port.attach(pairs.user(row));
      port.attach((long) router.sending(attempt) << 1 | (pairs.has(row, Pairs.NOTICE) ? 1 : 0));
      port.atAnyIncarnation(
          patienceNs, WorkerKinds.UNDELIVERED, pairs.message(row), pairs.acceptedNs(row));
      return;
    }
    Gateway.deliver(
        port,
        gateway,
        atNs,
        pairs.message(row),
        Gateway.link(pairs.user(row), Route.generation(route)),
        pairs.user(row),
        pairs.acceptedNs(row),
        router.sending(attempt),
        pairs.has(row, Pairs.NOTICE));
  }

  private void carry(int row, int gateway) {
    int to = site.network().region(gateway, asOfNs);
    int from = site.seat(asOfNs);
    if (to != from) {
      long messageId = pairs.message(row);
      boolean isKey = site.messages().isKey(messageId);
      int bytes = pairs.has(row, Pairs.NOTICE) ? 0 : bytesForOne(messageId);
      Borders.carry(recorder, from, to, isKey, bytes, asOfNs);
    }
  }

  @Override
  public void push(long pair, PushReason reason) {
    int row = (int) pair;
    if (pairs.has(row, Pairs.WRITING)) {
      pairs.set(row, Pairs.PUSH_WHEN_WRITTEN);
      pairs.since(row, asOfNs);
    } else {
      handToPush(row, Math.max(asOfNs, pairs.writtenNs(row)));
    }
  }

  /** A frame comes back to a host that is down: its message waits in the inbox. */
  void undeliveredDown(Event event) {
    if (event.b() >= 0) {
      leaveInInbox((int) event.word(0), event.a(), event.b());
    }
  }

  /**
   * The relay of a message to a home is lost, and its record is another worker's, which has relayed
   * it as well.
   */
  void leaveInInboxes(long messageId, int home) {
    if (site.messages().isKey(messageId)) {
      return;
    }
    long chat = site.messages().chat(messageId);
    int sender = site.messages().sender(messageId);
    for (int i = 0; i < site.graph().chats().size(chat); i++) {
      int member = site.graph().chats().member(chat, i);
      if (member != sender && site.graph().people().home(member) == home) {
        leaveInInbox(member, messageId, port.nowNs());
      }
    }
  }

  /** The worker dies. Whose record is read again by another comes again; others are in inboxes. */
  void crash() {
    for (int row = 0; row < pairs.rows(); row++) {
      if (!pairs.holds(row)) {
        continue;
      }
      int record = pairs.record(row);
      if (Broadcasting.isChunk(record)) {
        broadcasting.lose(record, pairs.user(row));
      } else if (record == Records.NONE || !intake.abandon(record, pairs.user(row))) {
        leaveInInbox(pairs.user(row), pairs.message(row), pairs.acceptedNs(row));
      }
    }
    pairs.clear();
    store.lose();
    lastWritten = -1;
    life = life + 1 & MOST_LIVES;
  }

  /** Names every message that is held here between events; some more do no harm. */
  void heldMessages(LongConsumer each) {
    pairs.heldMessages(each);
    pushes.heldMessages(each);
  }

  @Override
  public long chat(long pair) {
    return site.messages().chat(message(pair));
  }

  @Override
  public long message(long pair) {
    return pairs.message((int) pair);
  }

  long heldPairs() {
    return pairs.held();
  }

  private void routeFound(long tag, int user, long route, long atNs) {
    if (comesToNothing(tag, atNs)) {
      return;
    }
    int row = (int) tag;
    asOfNs = atNs;
    pairs.clear(row, Pairs.LOOKING);
    long messageId = pairs.message(row);
    if (recorder.traced(messageId)) {
      long sinceNs = pairs.sinceNs(row);
      recorder.hop(messageId, user, Stage.SESSION_LOOKUP, sinceNs, sinceNs, atNs);
    }
    int state = pairs.state(row);
    long answer = route == Route.NONE ? SessionRouter.NO_ROUTE : route;
    pairs.setState(row, router.onRoute(state, row, router.attempt(state), answer));
    settle(row, atNs);
  }

  /** The directory did not answer in time. */
  private void noAnswer(int row) {
    asOfNs = port.nowNs();
    pairs.clear(row, Pairs.LOOKING);
    int state = pairs.state(row);
    pairs.setState(row, router.onTimeout(state, row, router.attempt(state)));
    if (pairs.has(row, Pairs.LOOKING)) {
      sessions.flush(asOfNs);
    } else {
      settle(row, asOfNs);
    }
  }

  private void stored(long tag, int operation, long atNs) {
    if (comesToNothing(tag, atNs)) {
      return;
    }
    if ((tag & LOG_TAG) != 0) {
      intake.settle((int) tag, atNs);
      return;
    }
    int row = (int) tag;
    pairs.clear(row, Pairs.WRITING);
    pairs.written(row, atNs);
    if (pairs.has(row, Pairs.PUSH_WHEN_WRITTEN)) {
      handToPush(row, Math.max(atNs, pairs.sinceNs(row)));
    }
    settle(row, atNs);
  }

  private void settle(int row, long atNs) {
    int record = pairs.record(row);
    if (!pairs.has(row, Pairs.WRITING) && !pairs.has(row, Pairs.LOOKING)) {
      pairs.remove(row);
    }
    if (record >= 0) {
      intake.settle(record, atNs);
    } else if (record != Records.NONE) {
      broadcasting.settle(record);
    }
  }

  private long tag(long number) {
    return life << LIFE_SHIFT | number;
  }

  /** Whether an answer is to an earlier life, or comes after the end of this one. */
  private boolean comesToNothing(long tag, long atNs) {
    return tag >>> LIFE_SHIFT != life || atNs >= downNs;
  }

  private void leaveInInbox(int user, long messageId, long acceptedNs) {
    long nowNs = port.nowNs();
    long bookedNs = nowNs + site.access().floorNs();
    site.clients().missed(port, bookedNs, user, messageId, acceptedNs, nowNs);
  }

  private void handToPush(int row, long leavesNs) {
    int user = pairs.user(row);
    long messageId = pairs.message(row);
    if (site.messages().isKey(messageId)) {
      return; // A new key wakes nobody: it waits in the inbox.
    }
    if (pairs.has(row, Pairs.HELD)) {
      pairs.handOn(row);
      long bookedNs = leavesNs + site.access().floorNs();
      site.clients().missed(port, bookedNs, user, messageId, pairs.acceptedNs(row), leavesNs);
    }
    int platform = site.graph().people().isIos(user) ? Channel.APNS : Channel.FCM;
    pushes.add(messageId, user, platform, leavesNs);
  }

  /** Answers of the directory. */
  private final class Routes implements SessionDirectory.Sink {
    @Override
    public void route(long tag, int user, long route, long atNs) {
      routeFound(tag, user, route, atNs);
    }

    @Override
    public void gaveUp(long tag, int user) {
      if (!comesToNothing(tag, port.nowNs())) {
        noAnswer((int) tag);
      }
    }
  }
}
