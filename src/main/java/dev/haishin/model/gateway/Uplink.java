package dev.haishin.model.gateway;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.network.AccessLeg;
import dev.haishin.model.population.Chats;
import dev.haishin.results.Counter;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;

/** Frames from clients: each takes its loop's time before it has an effect. */
final class Uplink {
  /** Larger chats show no typing indicators. */
  private static final int MOST_TYPING_MEMBERS = 50;

  private final Port port;
  private final GatewayConfig config;
  private final GatewaySite site;
  private final ConnectionTable table;
  private final EventLoops loops;
  private final Backend backend;
  private final AccessLeg leg;
  private final Guests guests;
  private final SmallRelay smalls;
  private final Recorder recorder;

  Uplink(
      Port port,
      GatewayConfig config,
      GatewaySite site,
      ConnectionTable table,
      EventLoops loops,
      Backend backend,
      AccessLeg leg,
      Guests guests,
      Recorder recorder) {
    this.port = port;
    this.config = config;
    this.site = site;
    this.table = table;
    this.loops = loops;
    this.backend = backend;
    this.leg = leg;
    this.guests = guests;
    this.smalls = new SmallRelay(port, site, recorder);
    this.recorder = recorder;
  }

  void send(long messageId, long link) {
    long nowNs = port.nowNs();
    int user = site.messages().sender(messageId);
    if (!table.holds(Gateway.slot(link), user, Gateway.generation(link))) {
      resetPeer(user, link);
      return;
    }
    int payload = site.messages().payloadBytes(messageId);
    int bytes = countFrame(nowNs, payload);
    guests.from(user, site.messages().isKey(messageId), payload, nowNs);
    if (site.messages().isKey(messageId)) {
      recorder.count(Counter.ENCRYPTION_KEY_BYTES, nowNs, bytes);
    }
    long doneNs = loops.run(Gateway.slot(link), nowNs, config.frameInCost());
    recorder.stage(Stage.GATEWAY_IN, nowNs, loops.startNs() - nowNs, loops.serviceNs());
    if (recorder.traced(messageId)) {
      recorder.hop(messageId, -1, Stage.GATEWAY_IN, nowNs, loops.startNs(), doneNs);
    }
    if (site.livesUntil(doneNs, nowNs)) {
      produce(messageId, link, doneNs);
    }
  }

  /**
   * Where the host may be slow, a message is handed over when it has been read, so that no batch of
   * the producer is filled with what is read much later.
   */
  private void produce(long messageId, long link, long doneNs) {
    if (site.capacity().isFull()) {
      backend.produce(messageId, link, doneNs);
    } else {
      port.at(doneNs, GatewayKinds.PRODUCE, messageId, link);
    }
  }

  /** A client acknowledges a message frame, if the connection still stands. */
  void deliveryAck(long link, long atNs) {
    int slot = Gateway.slot(link);
    if (table.isAudible(slot, Gateway.generation(link))) {
      countFrame(atNs, Wire.ACK_BODY_BYTES);
      loops.run(slot, atNs, config.ackCost());
    }
  }

  void sync(Event event) {
    long link = event.a();
    int user = (int) event.b();
    if (!table.holds(Gateway.slot(link), user, Gateway.generation(link))) {
      resetPeer(user, link);
      return;
    }
    long doneNs = smallFrame(link);
    if (site.livesUntil(doneNs, port.nowNs())) {
      backend.sync(link, user, (int) (event.b() >>> 32), event.word(0), doneNs);
    }
  }

  void history(Event event) {
    long link = event.a();
    int user = (int) event.b();
    if (!table.holds(Gateway.slot(link), user, Gateway.generation(link))) {
      resetPeer(user, link);
      return;
    }
    long doneNs = smallFrame(link);
    if (site.livesUntil(doneNs, port.nowNs())) {
      backend.history(link, user, (int) (event.b() >>> 32), event.word(0), doneNs);
    }
  }

  void fetch(Event event) {
    long link = event.b();
    int user = (int) event.word(0);
    if (!table.holds(Gateway.slot(link), user, Gateway.generation(link))) {
      long atNs = port.nowNs() + site.access().floorNs();
      site.clients().missed(port, atNs, user, event.a(), event.word(1), port.nowNs());
      return;
    }
    int row = backend.openFetch(link, user, event.a(), event.word(1));
    long doneNs = smallFrame(link);
    if (site.livesUntil(doneNs, port.nowNs())) {
      backend.fetch(row, doneNs);
    }
  }

  void typing(long link, int user, long chat) {
    if (!table.holds(Gateway.slot(link), user, Gateway.generation(link))) {
      return;
    }
    long doneNs = smallFrame(link);
    guests.smallFrom(user, port.nowNs());
    Chats chats = site.graph().chats();
    int size = chats.size(chat);
    for (int i = 0; i < size && size <= MOST_TYPING_MEMBERS; i++) {
      int member = chats.member(chat, i);
      if (member != user) {
        smalls.pass(user, member, doneNs, config.typingPatienceNs());
      }
    }
  }

  /** A client acknowledges a message frame and tells its sender that it was read. */
  void receipt(long link, long messageId) {
    int slot = Gateway.slot(link);
    if (table.isAudible(slot, Gateway.generation(link))) {
      deliveryAck(link, port.nowNs());
      guests.smallFrom(slot, port.nowNs());
      int sender = site.messages().sender(messageId);
      smalls.pass(slot, sender, smallFrame(link), config.receiptPatienceNs());
    }
  }

  private long smallFrame(long link) {
    countFrame(port.nowNs(), Wire.SMALL_BODY_BYTES);
    return loops.run(Gateway.slot(link), port.nowNs(), config.frameInCost());
  }

  /** Gives the bytes of a frame with such a body. */
  private int countFrame(long atNs, int bodyBytes) {
    int bytes = config.framing().up(bodyBytes);
    recorder.count(Counter.WIRE_BYTES_UP, atNs, bytes);
    if (config.framing().saves()) {
      recorder.count(Counter.WIRE_SAVED_BYTES, atNs, config.framing().savedUpBytes());
    }
    return bytes;
  }

  /** Says to a client that its connection is not known here. */
  void resetPeer(int user, long link) {
    long atNs = leg.arrivalNs(user, Gateway.generation(link), port.nowNs());
    site.clients().reset(port, atNs, user, Gateway.generation(link));
  }
}
