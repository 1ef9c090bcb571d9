package dev.haishin.model.gateway;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.Parts;
import dev.haishin.model.kafka.Producer;
import dev.haishin.model.network.Borders;
import dev.haishin.model.population.Chats;
import dev.haishin.model.population.People;
import dev.haishin.model.redis.Route;
import dev.haishin.model.redis.SessionDirectory;
import dev.haishin.model.store.EdgeStore;
import dev.haishin.model.store.StoreClient;
import dev.haishin.results.Counter;
import dev.haishin.results.Recorder;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.util.function.LongConsumer;

/**
 * A gateway's clients of the back end: a producer a home, and a session directory and a store for
 * the home of each region whose people may come here.
 */
final class Backend {
  private final Port port;
  private final GatewaySite site;
  private final ConnectionTable table;
  private final Downlink downlink;
  private final Producer[] producers;
  private final SessionDirectory[] sessions;
  private final StoreClient[] stores;
  private final Recorder recorder;
  private final int region;
  private final int home;
  private final Requests requests = new Requests();
  private final Long2LongOpenHashMap unacknowledged = new Long2LongOpenHashMap();
  private Admission admission;
  private long incarnation;

  Backend(
      Port port,
      GatewaySite site,
      int region,
      ConnectionTable table,
      Downlink downlink,
      Parts parts,
      Recorder recorder) {
    this.region = region;
    this.recorder = recorder;
    this.port = port;
    this.site = site;
    this.table = table;
    this.downlink = downlink;
    People people = site.graph().people();
    this.home = people.homeOfRegion(region);
    this.producers = new Producer[people.regions()];
    for (int r = 0; r < producers.length; r++) {
      producers[r] = parts.producer(port, GatewayKinds.PRODUCERS, r, new Acknowledgements());
    }
    this.sessions = new SessionDirectory[producers.length];
    this.stores = new StoreClient[producers.length];
    serve(parts, home, GatewayKinds.SESSIONS, GatewayKinds.STORE);
    for (int i = 0; i < site.foreignHomes().size(); i++) {
      int range = i * GatewayKinds.RANGE;
      int foreign = site.foreignHomes().get(i);
      serve(
          parts,
          foreign,
          GatewayKinds.FOREIGN_SESSIONS + range,
          GatewayKinds.FOREIGN_STORE + range);
    }
    unacknowledged.defaultReturnValue(-1);
  }

  private void serve(Parts parts, int ofHome, int sessionKinds, int storeKinds) {
    sessions[ofHome] = parts.sessions(port, sessionKinds, ofHome, new Registrations());
    stores[ofHome] = parts.store(port, storeKinds, ofHome, this::stored);
  }

  void reportTo(Admission admitting) {
    this.admission = admitting;
  }

  void receive(Event event) {
    if (event.kind() == GatewayKinds.EDGE) {
      answer(event.a(), true);
    } else if (!isForHome(event)) {
      producers[Producer.home(event)].receive(event);
    }
  }

  private boolean isForHome(Event event) {
    boolean isTaken = isFor(home, event);
    for (int i = 0; !isTaken && i < site.foreignHomes().size(); i++) {
      isTaken = isFor(site.foreignHomes().get(i), event);
    }
    return isTaken;
  }

  private boolean isFor(int ofHome, Event event) {
    if (sessions[ofHome].owns(event.kind())) {
      sessions[ofHome].receive(event);
      return true;
    }
    if (stores[ofHome].owns(event.kind())) {
      stores[ofHome].receive(event);
      return true;
    }
    return false;
  }

  /** A message will have been read off its connection at an instant. */
  void produce(long messageId, long link, long atNs) {
    long chat = site.messages().chat(messageId);
    int chatHome = site.graph().people().homeOfRegion(Chats.region(chat));
    boolean isKey = site.messages().isKey(messageId);
    int owner = site.graph().people().region(site.messages().sender(messageId));
    if (!site.network().borders().admits(recorder, owner, chatHome, isKey, atNs)) {
      return; // Nobody answers, so the client tries again until it gives up.
    }
    int bytes = site.messages().payloadBytes(messageId);
    int seat = site.network().seat(chatHome, atNs);
    Borders.carry(recorder, region, seat, isKey, bytes, atNs);
    unacknowledged.put(messageId, link);
    producers[chatHome].append(messageId, 0, chat, bytes, atNs);
  }

  void register(long link, int user, long atNs) {
    int of = homeOf(user);
    Borders.carrySession(recorder, region, site.network().seat(of, atNs), atNs);
    sessions[of].register(tag(link), user, route(link));
    sessions[of].flush(atNs);
  }

  void unregister(long link, int user) {
    int of = homeOf(user);
    Borders.carrySession(recorder, region, site.network().seat(of, port.nowNs()), port.nowNs());
    sessions[of].unregister(user, route(link));
    sessions[of].flush();
  }

  int openFetch(long link, int user, long messageId, long acceptedNs) {
    return requests.add(link, user, messageId, acceptedNs);
  }

  void fetch(int row, long atNs) {
    long messageId = requests.message(row);
    long acceptedNs = Math.abs(requests.instantNs(row));
    int user = requests.user(row);
    if (hasEdge(user) && isAtEdge(row, acceptedNs, atNs)) {
      return;
    }
    long chat = site.messages().chat(messageId);
    StoreClient store = stores[homeOf(user)];
    store.read(tag(row), chat, messageId, user);
    store.flush(atNs);
  }

  void sync(long link, int user, int rows, long askedNs, long atNs) {
    int count = Math.abs(rows);
    int row = requests.add(link, user, -1 - count, askedNs);
    if (hasEdge(user) && rows > 0 && isAtEdge(row, 0, atNs)) {
      requests.read(row, site.edge().shownNs(atNs));
      return;
    }
    requests.read(row, atNs);
    StoreClient store = stores[homeOf(user)];
    store.get(tag(row), user, count, Gateway.generation(link));
    store.flush(atNs);
  }

  /** A page of what is left of a history, from home: no copy is asked for what is old. */
  void history(long link, int user, int left, long askedNs, long atNs) {
    int row = requests.add(link, user, Requests.HISTORY + left, askedNs);
    StoreClient store = stores[homeOf(user)];
    store.get(tag(row), user, Math.min(left, Requests.PAGE), atNs);
    store.flush(atNs);
  }

  private int homeOf(int user) {
    return site.graph().people().home(user);
  }

  /** Whether there is a copy at the edge of what is kept for a user. */
  private boolean hasEdge(int user) {
    return site.edge() != null && homeOf(user) == home;
  }

  /** Whether the copy at the edge answers a request for what was written at an instant. */
  private boolean isAtEdge(int row, long writtenNs, long atNs) {
    EdgeStore edge = site.edge();
    int user = requests.user(row);
    boolean isHit = writtenNs <= edge.shownNs(atNs) && edge.hits(user, atNs);
    recorder.count(isHit ? Counter.STORE_EDGE_HITS : Counter.STORE_EDGE_MISSES, atNs, 1);
    if (isHit) {
      port.at(edge.doneNs(user, atNs), GatewayKinds.EDGE, tag(row), 0);
    }
    return isHit;
  }

  /** The host goes down: what it held is lost; fetched messages are still in the inbox. */
  void lose() {
    for (int row = 0; row < requests.rows(); row++) {
      if (requests.isFetch(row)) {
        downlink.missed(requests.user(row), requests.message(row), requests.instantNs(row));
      }
    }
    requests.clear();
    unacknowledged.clear();
    incarnation++;
    for (Producer producer : producers) {
      if (producer != null) {
        producer.reset();
      }
    }
    for (StoreClient store : stores) {
      if (store != null) {
        store.lose();
      }
    }
    admission.lose();
  }

  /** Names every message that is held here between events; some more do no harm. */
  void heldMessages(LongConsumer each) {
    for (int row = 0; row < requests.rows(); row++) {
      if (requests.isFetch(row)) {
        each.accept(requests.message(row));
      }
    }
    for (Producer producer : producers) {
      if (producer != null) {
        producer.heldMessages(each);
      }
    }
  }

  long heldPairs() {
    return requests.pairs();
  }

  private void registered(long tag, int user, long route, long atNs) {
    if (tag >>> 48 == (incarnation & 0xffff)) {
      long link = tag & ((1L << 48) - 1);
      if (route == Route.NONE) {
        admission.unregistered(link, user);
      } else {
        admission.registered(link, user);
      }
    }
  }

  private void stored(long tag, int operation, long atNs) {
    answer(tag, false);
  }

  private void answer(long tag, boolean isFromEdge) {
    if (tag >>> 48 != (incarnation & 0xffff)) {
      return;
    }
    int row = (int) tag;
    long link = requests.link(row);
    int user = requests.user(row);
    long message = requests.message(row);
    long instantNs = requests.instantNs(row);
    long readNs = requests.readNs(row);
    requests.remove(row);
    if (message >= 0) {
      carryHere(user, site.messages().payloadBytes(message), isFromEdge);
      downlink.fetched(link, user, message, instantNs);
    } else if (Requests.isHistory(message)) {
      int left = (int) (message - Requests.HISTORY);
      int page = Math.min(left, Requests.PAGE);
      carryHere(user, (long) page * Downlink.SYNC_ROW_BYTES, false);
      downlink.history(link, user, page, left - page, instantNs);
    } else {
      int rows = (int) (-1 - message);
      carryHere(user, (long) rows * Downlink.SYNC_ROW_BYTES, isFromEdge);
      downlink.synced(link, user, rows, readNs, instantNs);
    }
  }

  private void carryHere(int user, long bytes, boolean isFromEdge) {
    if (!isFromEdge) {
      int seat = site.network().seat(homeOf(user), port.nowNs());
      Borders.carry(recorder, seat, region, false, bytes, port.nowNs());
    }
  }

  private long tag(long number) {
    return (incarnation & 0xffff) << 48 | number;
  }

  private long route(long link) {
    return Route.of(port.process(), Gateway.generation(link));
  }

  /** Answers of the session directory. */
  private final class Registrations implements SessionDirectory.Sink {
    @Override
    public void route(long tag, int user, long route, long atNs) {
      registered(tag, user, route, atNs);
    }

    @Override
    public void gaveUp(long tag, int user) {
      if (tag >>> 48 == (incarnation & 0xffff)) {
        admission.unregistered(tag & ((1L << 48) - 1), user);
      }
    }
  }

  /** Answers of the producers. */
  private final class Acknowledgements implements Producer.Sink {
    @Override
    public void acked(long messageId) {
      long link = unacknowledged.remove(messageId);
      if (link >= 0) {
        downlink.acknowledged(link, site.messages().sender(messageId), messageId);
      }
    }

    @Override
    public void failed(long messageId) {
      unacknowledged.remove(messageId);
    }
  }
}
