package dev.haishin.model.gateway;

import dev.haishin.engine.Agenda;
import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.Groups;
import dev.haishin.model.Parts;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.network.AccessLeg;
import dev.haishin.results.Recorder;
import java.util.function.LongConsumer;

/**
 * A host that terminates clients' connections.
 *
 * <p>Discipline: every frame is a job of one event loop, first in first out; frames out then pass
 * the NIC. Limits: the accept queue (further handshakes are refused), memory (no connection beyond
 * it). A job that the scripted end of its host overtakes is lost on arrival: the process knows its
 * own schedule. A crashed host answers a worker with a reset; a dark one lets the worker's route
 * time-out pass.
 */
public final class Gateway extends LogicalProcess {
  private static final int SLOT_SHIFT = 16;

  private final GatewaySite site;
  private final Admission admission;
  private final Uplink uplink;
  private final Downlink downlink;
  private final BeatClock clock;
  private final ConnectionTable table;
  private final EventLoops loops;
  private final Egress egress;
  private final BeatAnswers answers;
  private final Beats beats;
  private final Agenda acks = new Agenda();
  private final Backend backend;
  private final Drain drain;
  private boolean isDown;

  /** A gateway with no connections. */
  public Gateway(
      String name,
      int region,
      GatewayConfig config,
      GatewaySite site,
      Parts parts,
      Recorder recorder,
      long seed) {
    super(name, Groups.GATEWAYS);
    this.site = site;
    this.clock = new BeatClock(site.heartbeat(), site.access());
    this.table = new ConnectionTable(config.mostConnections(), clock);
    this.loops =
        new EventLoops(
            config.cores(),
            config.loopsShared(),
            site.capacity(),
            site.host(),
            site.firstLoop(),
            RandomStream.of(seed, "gateway-service", name),
            recorder);
    this.egress =
        new Egress(loops, config.nicBytesPerSecond(), config.framing(), site.host(), recorder);
    this.answers =
        new BeatAnswers(
            loops,
            egress,
            config.heartbeatCost(),
            RandomStream.of(seed, "gateway-beats", name),
            config.framing(),
            recorder);
    this.beats = beats(config);
    AccessLeg leg = site.access().leg(name, recorder);
    AccessLeg replies = site.access().leg(name + "/answers", recorder);
    Guests guests = new Guests(site, region, recorder);
    this.downlink =
        new Downlink(
            port(), config, site, table, loops, egress, acks, leg, replies, guests, recorder);
    this.backend = new Backend(port(), site, region, table, downlink, parts, recorder);
    this.admission =
        new Admission(port(), config, site, table, loops, egress, beats, backend, leg, recorder);
    backend.reportTo(admission);
    this.drain = new Drain(port(), config, site, table, egress, leg);
    this.uplink = new Uplink(port(), config, site, table, loops, backend, leg, guests, recorder);
  }

  /** Packs what tells a connection from others: its user and generation. */
  public static long link(int user, int generation) {
    return ((long) user << SLOT_SHIFT) | generation;
  }

  static int slot(long link) {
    return (int) (link >>> SLOT_SHIFT);
  }

  static int generation(long link) {
    return (int) link & 0xffff;
  }

  /** A client's first TLS frame arrives. */
  public static void connect(
      Port from, int gateway, long atNs, int user, int generation, boolean resumed) {
    from.send(gateway, atNs, GatewayKinds.CONNECT, user, link(resumed ? 1 : 0, generation));
  }

  /** A client closes a connection. */
  public static void finish(Port from, int gateway, long atNs, long link, int user) {
    from.send(gateway, atNs, GatewayKinds.FINISH, link, user);
  }

  /** A client beats on its own account. */
  public static void beat(Port from, int gateway, long atNs, long link, int user) {
    from.send(gateway, atNs, GatewayKinds.BEAT, link, user);
  }

  /**
   * A client has gone without a word: nothing more comes on this connection.
   *
   * @param lastHeardNs when the last of its frames arrived
   */
  public static void fallSilent(
      Port from, int gateway, long atNs, long link, int user, long lastHeardNs) {
    from.attach(lastHeardNs);
    from.send(gateway, atNs, GatewayKinds.FALL_SILENT, link, user);
  }

  /** A client sends a message. */
  public static void send(Port from, int gateway, long atNs, long messageId, long link) {
    from.send(gateway, atNs, GatewayKinds.SEND, messageId, link);
  }

  /**
   * A client asks for what it missed.
   *
   * @param rows so many as the inbox will find, 1 at least; negative if an edge cache has not had
   *     them all
   * @param askedNs when it first asked
   */
  public static void sync(
      Port from, int gateway, long atNs, long link, int user, int rows, long askedNs) {
    from.attach(askedNs);
    from.send(gateway, atNs, GatewayKinds.SYNC, link, ((long) rows << 32) | user);
  }

  /** An added device asks for the next page of what is left of its history. */
  public static void history(
      Port from, int gateway, long atNs, long link, int user, int left, long askedNs) {
    from.attach(askedNs);
    from.send(gateway, atNs, GatewayKinds.HISTORY, link, ((long) left << 32) | user);
  }

  /** A client fetches a message that it was notified of; carries the pair's custody. */
  public static void fetch(
      Port from, int gateway, long atNs, long messageId, long link, int user, long acceptedNs) {
    from.attach(user);
    from.attach(acceptedNs);
    from.send(gateway, atNs, GatewayKinds.FETCH, messageId, link);
  }

  /** A client is typing in a chat. */
  public static void typing(Port from, int gateway, long atNs, long link, int user, long chat) {
    from.attach(user);
    from.send(gateway, atNs, GatewayKinds.TYPING, link, chat);
  }

  /**
   * Small messages for a client, in one frame.
   *
   * @param items how many, at least 1
   */
  public static void small(Port from, int gateway, long atNs, long link, int user, int items) {
    from.send(gateway, atNs, GatewayKinds.SMALL, link, (items - 1L) << Integer.SIZE | user);
  }

  /**
   * A worker's frame for a client; carries the pair's custody.
   *
   * @param acceptedNs when the message was accepted; negative for a copy that is sent again, which
   *     carries no custody
   * @param isNotice whether it is a light notification instead of the message
   * @param routerState the worker's, given back if the frame does not reach its client
   */
  public static void deliver(
      Port from,
      int gateway,
      long atNs,
      long messageId,
      long link,
      int user,
      long acceptedNs,
      int routerState,
      boolean isNotice) {
    from.attach(user);
    from.attach(acceptedNs);
    from.attach(((long) routerState << 1) | (isNotice ? 1 : 0));
    from.send(gateway, atNs, GatewayKinds.DELIVER, messageId, link);
  }

  /** Enters a connection held at t = 0, already established. */
  public void admitAtStart(int user, int generation) {
    admission.admitAtStart(user, generation);
  }

  /** Makes room for so many connections at t = 0. */
  public void expect(int connections) {
    table.expect(connections);
  }

  /** All connections held at t = 0 are in. */
  public void admitted() {
    table.loaded();
  }

  /** Schedules the scripted ends and returns of this host; once, before the run. */
  public void start() {
    for (int i = 0; i < site.outages().count(site.number()); i++) {
      port().atAnyIncarnation(site.outages().downNs(site.number(), i), GatewayKinds.DOWN, 0, 0);
      long upNs = site.outages().upNs(site.number(), i);
      if (upNs != Outages.NEVER) {
        port().atAnyIncarnation(upNs, GatewayKinds.UP, 0, 0);
      }
    }
    for (FailurePlan.HostsDrained drained : site.drains()) {
      for (int host : drained.hosts()) {
        if (host == site.number()) {
          port().atAnyIncarnation(drained.atNs(), GatewayKinds.DRAIN, drained.overNs(), 0);
        }
      }
    }
    if (site.board() != null) {
      port().atAnyIncarnation(0, GatewayKinds.COUNT, 0, 0);
    }
  }

  /** Records the connections held at t = 0; once, after they were entered. */
  public void recordStart() {
    if (site.board() != null) {
      site.board().publish(site.number(), -1, table.count());
    }
    admission.recordLevels();
  }

  /** Works off the beats up to the end of the run. */
  public void finishRun(long endNs) {
    if (!isDown) {
      workOff(endNs);
      answers.settle();
    }
  }

  /** Names every message that is held here between events; some more do no harm. */
  public void heldMessages(LongConsumer each) {
    backend.heldMessages(each);
  }

  /** Memory of the table of connections, bytes. */
  public long connectionBytes() {
    return table.bytes();
  }

  /** Pairs held in rows: fetches that wait for the store. */
  public long heldPairs() {
    return backend.heldPairs();
  }

  /** Pairs that an event addressed to a gateway carries. */
  public static long heldPairs(Event pending) {
    boolean carries =
        pending.kind() == GatewayKinds.DELIVER || pending.kind() == GatewayKinds.FETCH;
    return carries && pending.word(1) >= 0 ? 1 : 0;
  }

  @Override
  protected void receive(Event event) {
    int kind = event.kind();
    if (kind == GatewayKinds.DOWN) {
      goDown();
    } else if (kind == GatewayKinds.UP) {
      isDown = false;
      loops.reset(nowNs());
      egress.reset(nowNs());
      beats.clear(nowNs());
    } else if (kind == GatewayKinds.COUNT) {
      publishCount();
    } else if (isDown) {
      receiveDown(event);
    } else {
      workOff(nowNs());
      receiveUp(event);
    }
  }

  /** What needs no event: handshakes done, delivery acknowledgements and heartbeats. */
  private void workOff(long nowNs) {
    admission.workOff(nowNs);
    while (acks.takeBefore(nowNs + 1)) {
      beats.advance(acks.timeNs());
      uplink.deliveryAck(acks.payload(), acks.timeNs());
    }
    beats.advance(nowNs);
  }

  private void receiveUp(Event event) {
    switch (event.kind()) {
      case GatewayKinds.CONNECT ->
          admission.connect((int) event.a(), generation(event.b()), slot(event.b()) == 1);
      case GatewayKinds.ACCEPT ->
          admission.accept((int) event.a(), generation(event.b()), slot(event.b()) == 1);
      case GatewayKinds.DRAIN -> {
        admission.drain();
        drain.begin(event.a());
      }
      case GatewayKinds.DRAIN_STEP -> drain.step(event.a());
      case GatewayKinds.FINISH -> admission.close(event.a(), (int) event.b());
      case GatewayKinds.FALL_SILENT ->
          admission.fallSilent(event.a(), (int) event.b(), event.word(0));
      case GatewayKinds.IDLE_CUTOFF -> admission.close(event.a(), (int) event.b());
      case GatewayKinds.BEAT -> beat(event.a(), (int) event.b());
      case GatewayKinds.SEND -> uplink.send(event.a(), event.b());
      case GatewayKinds.PRODUCE -> backend.produce(event.a(), event.b(), nowNs());
      case GatewayKinds.SYNC -> uplink.sync(event);
      case GatewayKinds.HISTORY -> uplink.history(event);
      case GatewayKinds.FETCH -> uplink.fetch(event);
      case GatewayKinds.TYPING -> uplink.typing(event.a(), (int) event.word(0), event.b());
      case GatewayKinds.RECEIPT -> uplink.receipt(event.a(), event.b());
      case GatewayKinds.SMALL ->
          downlink.small(event.a(), (int) event.b(), (int) (event.b() >>> Integer.SIZE) + 1);
      case GatewayKinds.DELIVER -> downlink.deliver(event);
      default -> backend.receive(event);
    }
  }

  private void receiveDown(Event event) {
    if (event.kind() == GatewayKinds.DELIVER) {
      downlink.deliverToNobody(event);
    } else if (event.kind() == GatewayKinds.FETCH) {
      downlink.missed((int) event.word(0), event.a(), event.word(1));
    }
  }

  private void publishCount() {
    long second = nowNs() / LoadBoard.SECOND_NS;
    site.board().publish(site.number(), second, table.count());
    port().atAnyIncarnation((second + 1) * LoadBoard.SECOND_NS, GatewayKinds.COUNT, 0, 0);
  }

  private void goDown() {
    workOff(nowNs());
    answers.settle();
    acks.clear();
    isDown = true;
    startIncarnation();
    backend.lose();
    table.clear();
    beats.clear(nowNs());
    admission.recordLevels();
  }

  private void beat(long link, int user) {
    if (table.isAudible(slot(link), generation(link))) {
      answers.answer(user, nowNs());
    } else if (!table.holds(user, generation(link))) {
      uplink.resetPeer(user, link);
    }
  }

  private Beats beats(GatewayConfig config) {
    if (!site.heartbeat().isFixed()) {
      return new NoBeats();
    }
    if (config.cohortHeartbeats()) {
      return new CohortBeats(table, site.heartbeat(), loops.count(), answers);
    }
    return site.access().loses()
        ? new LateBeats(site.access(), answers).of(table, clock)
        : new IndividualBeats(table, clock, site.access(), answers);
  }
}
