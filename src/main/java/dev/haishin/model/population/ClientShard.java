package dev.haishin.model.population;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.Groups;
import dev.haishin.model.gateway.Gateway;
import dev.haishin.results.Ledger;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.LossReason;
import dev.haishin.results.Recorder;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/**
 * A fixed slice of a region's users: their devices, sessions, connections, outboxes and screens.
 *
 * <p>Frames to and from a gateway cross the access network, whose floor is the lookahead of every
 * link here.
 */
public final class ClientShard extends LogicalProcess {
  private final int firstUser;
  private final Surroundings around;
  private final UserRows users;
  private final Steps steps;
  private final SessionProcess sessions;
  private final Lines lines;
  private final OwnBeats beats;
  private final Connections connections;
  private final Sending sending;
  private final Screen screen;
  private final SmallMessages small;
  private final double connectedShare;
  private final long connectedKey;

  /**
   * A shard with everyone offline.
   *
   * @param shard its number among all shards
   */
  public ClientShard(
      String name,
      int shard,
      Surroundings around,
      ClientConfig config,
      Recorder recorder,
      long seed) {
    super(name, Groups.CLIENTS);
    People people = around.graph().people();
    int region = people.shardRegion(shard);
    this.firstUser = people.shardFirstUser(shard);
    this.around = around;
    this.users =
        new UserRows(people.shardUsers(shard), firstUser, around.reachable(), around.durationNs());
    this.connectedShare = config.connectedShare();
    this.connectedKey = CounterHash.key(seed, "connected-at-start", name);
    this.steps = new Steps(port(), firstUser, around.mostLateNs());
    this.sessions =
        new SessionProcess(
            port(),
            steps,
            users,
            around.presence(),
            shard,
            config.online(),
            connectedShare,
            config.starts(),
            around.horizonNs(),
            new Openings(around.openings(), users.count(), seed, name),
            config.opensShare() > 0,
            RandomStream.of(seed, "sessions", name),
            RandomStream.of(seed, "opened-sessions", name));
    Nat nat = new Nat(config.natTimeout(), users.count(), seed);
    this.lines = new Lines(name, port(), users, firstUser, around, nat, recorder);
    this.beats = new OwnBeats(port(), users, firstUser, around, lines, seed);
    this.connections =
        new Connections(port(), users, firstUser, region, around, lines, config, recorder, seed);
    this.small =
        new SmallMessages(port(), steps, users, firstUser, region, around, lines, recorder);
    this.sending =
        new Sending(
            port(), users, shard, region, around, config, lines, connections, recorder, seed);
    AppOpenings openings =
        new AppOpenings(config.opensShare(), config.opensAfter(), sessions, seed);
    this.screen = new Screen(port(), users, firstUser, region, around, lines, openings, recorder);
  }

  /**
   * Takes those who are connected at t = 0 for established, the gateways taking turns. No event is
   * scheduled and nothing but rows of the shard's own users is touched, so shards may do it side by
   * side.
   */
  public void connectAtStart(StartingConnections directory) {
    long online = online();
    Permutation order = order();
    for (int row = 0; row < users.count(); row++) {
      long turn = order.invert(row);
      if (turn < online) {
        int generation = users.nextGeneration(row);
        int number = (int) ((firstUser + turn) % around.gateways());
        int process = around.reachable().own().firstGateway() + number;
        users.place(row, process);
        users.setState(row, UserRows.CONNECTED);
        users.setWantsOnline(row, true);
        directory.admit(process, firstUser + row, generation);
      }
    }
  }

  /** Names the users whose connection at t = 0 is a gateway's, all of them of generation 1. */
  public void connectedAtStart(int gatewayNumber, IntConsumer users) {
    long online = online();
    Permutation order = order();
    int gateways = around.gateways();
    for (long turn = Math.floorMod(gatewayNumber - firstUser, gateways);
        turn < online;
        turn += gateways) {
      users.accept(firstUser + (int) order.apply(turn));
    }
  }

  /** Schedules what comes of the connections held at t = 0, and the sessions after them. */
  public void start() {
    long online = online();
    if (lines.areWatched() || beats.areOn()) {
      Permutation order = order();
      for (long turn = 0; turn < online; turn++) {
        int row = (int) order.apply(turn);
        lines.opened(row);
        beats.openedBefore(row);
      }
    }
    connections.countConnected(online);
    sessions.start();
    steps.arm();
  }

  private long online() {
    return Math.round(users.count() * connectedShare);
  }

  /** Who connects before whom. */
  private Permutation order() {
    return new Permutation(users.count(), connectedKey);
  }

  /** Tells the shard before the run that a gateway that its users may dial goes down. */
  public void expectGatewayDown(long atNs, int gatewayProcess, boolean silent) {
    port().at(atNs, ClientKinds.GATEWAY_DOWN, gatewayProcess, silent ? 1 : 0);
  }

  /** Tells the shard before the run that its region is parted from one that its users may go to. */
  public void expectParted(long atNs, int fromRegion) {
    port().at(atNs, ClientKinds.PARTED, fromRegion, 0);
  }

  /** Tells the shard before the run that its users' carrier drops a share of them. */
  public void expectCarrierDown(long atNs, double share, long failureKey) {
    port().at(atNs, ClientKinds.CARRIER_DOWN, Double.doubleToRawLongBits(share), failureKey);
  }

  /** The run ends: the last steps are taken, and outages that last are recorded. */
  public void finishRun(long endNs) {
    takeSteps(endNs - 1);
    connections.finishRun(endNs);
    screen.finishRun(endNs);
  }

  /** A broadcast to a user begins now: one who is connected is to have it on the screen. */
  public void awaits(int broadcast, int user, long nowNs) {
    if (users.wasOnline(row(user), nowNs)) {
      screen.awaited().add(broadcast, row(user));
    }
  }

  /** Who waits for which broadcast. */
  public Awaited awaited() {
    return screen.awaited();
  }

  /** Names every message that is held here between events; some more do no harm. */
  public void heldMessages(LongConsumer each) {
    sending.heldMessages(each);
  }

  /** Memory of the users' rows, bytes. */
  public long rowBytes() {
    return users.bytes();
  }

  /** Messages tapped so far. */
  public long attempted() {
    return sending.attempted();
  }

  /** A hash over the shard's taps: time, sender, chat. */
  public long tapDigest() {
    return sending.tapDigest();
  }

  /** Enters where the pairs of its users stand. */
  public void enter(Ledger ledger) {
    ledger.add(LedgerColumn.LIVE, screen.live());
    ledger.add(LedgerColumn.SYNCED, screen.synced());
    ledger.add(LedgerColumn.PENDING, screen.missed().total(MissedMessages.PENDING));
    ledger.add(LedgerColumn.PUSHED, screen.pushed());
    ledger.lost(LossReason.ASYNC_REPLICA_LOSS, screen.gone());
    ledger.add(LedgerColumn.EXPIRED, screen.missed().total(MissedMessages.EXPIRED));
  }

  /** Pairs that an event addressed to a client shard carries. */
  public static long heldPairs(Event pending) {
    int kind = pending.kind();
    boolean carries =
        kind == ClientKinds.DELIVERED || kind == ClientKinds.NOTIFIED || kind == ClientKinds.MISSED;
    return carries && pending.b() >= 0 ? 1 : 0;
  }

  /**
   * Whether an event addressed to a client shard needs its message. Pushes are long under way and
   * do not: they say when it was tapped.
   */
  public static boolean needsMessage(Event pending) {
    return pending.kind() != ClientKinds.PUSHES;
  }

  @Override
  protected void receive(Event event) {
    long nowNs = nowNs();
    takeSteps(nowNs);
    actAsOf(nowNs);
    receiveInTurn(event);
    steps.arm();
  }

  private void takeSteps(long nowNs) {
    while (steps.takeUpTo(nowNs)) {
      actAsOf(steps.atNs());
      step(steps.kind(), steps.row());
    }
  }

  private void step(int kind, int row) {
    switch (kind) {
      case ClientKinds.TAP -> sending.tap(row, steps.what());
      case ClientKinds.TYPING -> typingTap(row, steps.what());
      case ClientKinds.SESSION_START -> sessionStart(row);
      case ClientKinds.SESSION_END -> sessionEnd(row);
      case ClientKinds.PUSHED ->
          screen.pushed(row, steps.messageId(), steps.tapNs(), steps.channel());
      case ClientKinds.REKEY -> sending.rekey(row, steps.what());
      case ClientKinds.DEVICE -> screen.addDevice(row);
      case ClientKinds.SMALL_DUE -> small.flush(row, (int) steps.what());
      default -> throw new IllegalStateException("no such step: " + kind);
    }
  }

  private void receiveInTurn(Event event) {
    switch (event.kind()) {
      case ClientKinds.TAPS -> {
        steps.addTaps(event);
        takeSteps(nowNs());
      }
      case ClientKinds.PUSHES -> {
        steps.addPushes(event);
        takeSteps(nowNs());
      }
      case ClientKinds.STEPS_DUE -> steps.due(event.a());
      case ClientKinds.SESSIONS_AHEAD -> sessions.ahead();
      case ClientKinds.RETRY -> connections.retry((int) event.a(), (int) event.b());
      case ClientKinds.ESTABLISHED -> established(event);
      case ClientKinds.GATEWAY_DOWN -> connections.gatewayDown((int) event.a(), event.b() != 0);
      case ClientKinds.PARTED -> connections.parted((int) event.a());
      case ClientKinds.NAT_IDLE -> connections.natIdle((int) event.a(), (int) event.b());
      case ClientKinds.BEAT -> beats.due((int) event.a(), (int) event.b());
      case ClientKinds.BEAT_UNANSWERED -> beatUnanswered((int) event.a(), (int) event.b());
      case ClientKinds.CARRIER_DOWN ->
          connections.carrierDown(Double.longBitsToDouble(event.a()), event.b());
      case ClientKinds.REFUSED, ClientKinds.RESET ->
          connections.lost(row(event), generation(event), event.b());
      case ClientKinds.MOVE -> connections.move(row(event), generation(event));
      default -> receiveMessage(event);
    }
  }

  private void receiveMessage(Event event) {
    switch (event.kind()) {
      case ClientKinds.DELIVERED ->
          screen.delivered(row(event.word(0)), (int) event.word(1), event.a(), event.b());
      case ClientKinds.NOTIFIED ->
          screen.notified(row(event.word(0)), (int) event.word(1), event.a(), event.b());
      case ClientKinds.ACKED -> acknowledged(row(event.b()), event.a());
      case ClientKinds.SYNCED ->
          screen.synced(row(event.word(0)), (int) event.word(1), event.a(), event.b());
      case ClientKinds.MISSED ->
          screen.missed(row(event.word(0)), event.a(), event.b(), event.word(1));
      case ClientKinds.EXPIRED -> screen.expired(row(event.b()), event.a());
      case ClientKinds.OUTBOX_DUE -> sending.due();
      case ClientKinds.HISTORY ->
          screen.history(row(event.word(0)), (int) event.word(1), (int) event.a(), event.b());
      case ClientKinds.SMALL -> small.arrived(row(event.a()), event.b());
      default -> throw new IllegalStateException("no such event kind: " + event.kind());
    }
  }

  private void sessionStart(int row) {
    users.setWantsOnline(row, true);
    connections.open(row);
  }

  private void sessionEnd(int row) {
    users.setWantsOnline(row, false);
    connections.close(row);
  }

  private void established(Event event) {
    int row = row(event);
    if (connections.established(row, generation(event), (int) event.b())) {
      beats.opened(row);
      screen.sync(row);
      sending.flush(row);
    }
  }

  private void beatUnanswered(int row, int generation) {
    if (beats.unanswered(row, generation)) {
      connections.giveUp(row);
    }
  }

  private void acknowledged(int row, long messageId) {
    if (!lines.isCut(row)) {
      lines.passes(row, nowNs());
      sending.acknowledged(messageId);
    }
  }

  private void typingTap(int row, long chat) {
    if (users.isConnected(row) && !lines.isCut(row)) {
      long link = Gateway.link(users.slot(row), users.generation(row));
      long atNs = lines.arrivalNs(row);
      Gateway.typing(port(), users.gateway(row), atNs, link, firstUser + row, chat);
    }
  }

  private int row(long user) {
    return (int) user - firstUser;
  }

  private int row(Event event) {
    return (int) (event.a() >>> 16) - firstUser;
  }

  private static int generation(Event event) {
    return (int) event.a() & 0xffff;
  }
}
