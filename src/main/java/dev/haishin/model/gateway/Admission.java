package dev.haishin.model.gateway;

import dev.haishin.engine.Agenda;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.Port;
import dev.haishin.model.network.AccessLeg;
import dev.haishin.results.Counter;
import dev.haishin.results.Level;
import dev.haishin.results.Recorder;

/** Letting connections in and out: accept queue, handshake, session directory, idle cut-off. */
final class Admission {
  private final Port port;
  private final GatewayConfig config;
  private final GatewaySite site;
  private final ConnectionTable table;
  private final EventLoops loops;
  private final Egress egress;
  private final Beats beats;
  private final Backend backend;
  private final AccessLeg leg;
  private final Recorder recorder;
  private final Agenda handshakes = new Agenda();
  private final long acceptEveryNs;
  private long nextAcceptNs;
  private int waiting;
  private boolean isDraining;

  Admission(
      Port port,
      GatewayConfig config,
      GatewaySite site,
      ConnectionTable table,
      EventLoops loops,
      Egress egress,
      Beats beats,
      Backend backend,
      AccessLeg leg,
      Recorder recorder) {
    this.port = port;
    this.config = config;
    this.site = site;
    this.table = table;
    this.loops = loops;
    this.egress = egress;
    this.beats = beats;
    this.backend = backend;
    this.leg = leg;
    this.recorder = recorder;
    this.acceptEveryNs = (long) (1e9 / config.acceptsPerSecond());
  }

  void admitAtStart(int user, int generation) {
    if (table.isFull()) {
      throw new IllegalStateException(
          "the connections held at t=0 do not fit into the gateways' memory: "
              + table.count()
              + " connections x "
              + config.bytesPerConnection()
              + " B");
    }
    table.load(user, generation);
  }

  void connect(int user, int generation, boolean resumed) {
    long nowNs = port.nowNs();
    boolean queueIsFull = handshakes.size() + waiting >= config.acceptQueue();
    if (isDraining || queueIsFull || table.isFull()) {
      refuse(user, generation);
    } else if (acceptEveryNs == 0) {
      begin(user, generation, resumed);
    } else {
      nextAcceptNs = Math.max(nowNs, nextAcceptNs) + acceptEveryNs;
      long beginNs = nextAcceptNs - acceptEveryNs;
      if (beginNs == nowNs) {
        begin(user, generation, resumed);
      } else {
        waiting++;
        recordLevels(nowNs);
        port.at(beginNs, GatewayKinds.ACCEPT, user, Gateway.link(resumed ? 1 : 0, generation));
      }
    }
  }

  /** The turn of a client that waited has come. */
  void accept(int user, int generation, boolean resumed) {
    waiting--;
    if (isDraining || table.isFull()) {
      refuse(user, generation);
    } else {
      begin(user, generation, resumed);
    }
  }

  /** No connection is let in any more. */
  void drain() {
    isDraining = true;
  }

  private void refuse(int user, int generation) {
    long atNs = leg.arrivalNs(user, generation, port.nowNs());
    site.clients().refused(port, atNs, user, generation, config.retryAfterNs());
  }

  private void begin(int user, int generation, boolean resumed) {
    long nowNs = port.nowNs();
    table.open(user, generation);
    Distribution cost = resumed ? config.resumeCost() : config.connectCost();
    int bytes = resumed ? Wire.RESUMED_HANDSHAKE_BYTES : Wire.HANDSHAKE_BYTES;
    egress.frame(user, nowNs, cost, bytes + config.framing().openDownBytes());
    countOpening(nowNs);
    long doneNs = loops.startNs() + loops.serviceNs();
    long link = Gateway.link(user, generation);
    handshakes.add(doneNs, 0, 0, 0, link);
    recordLevels(nowNs);
    if (site.livesUntil(doneNs, nowNs)) {
      backend.register(link, user, doneNs);
    }
  }

  /** The first request of a connection, which no other counter of a frame has. */
  private void countOpening(long nowNs) {
    if (config.framing().openUpBytes() > 0) {
      recorder.count(Counter.WIRE_BYTES_UP, nowNs, config.framing().openUpBytes());
    }
    if (config.framing().savedOpenBytes() > 0) {
      recorder.count(Counter.WIRE_SAVED_BYTES, nowNs, config.framing().savedOpenBytes());
    }
  }

  /** Handshakes that are done by an instant leave the accept queue. */
  void workOff(long nowNs) {
    while (handshakes.takeBefore(nowNs + 1)) {
      recordLevels(handshakes.timeNs());
    }
  }

  /** The session directory knows the connection: the client may use it, if it has not gone. */
  void registered(long link, int user) {
    int slot = Gateway.slot(link);
    int generation = Gateway.generation(link);
    if (!table.holds(slot, user, generation)) {
      backend.unregister(link, user);
      return;
    }
    long atNs = leg.arrivalNs(user, generation, port.nowNs());
    site.clients().established(port, atNs, user, generation, port.process());
    table.setState(user, generation, ConnectionTable.BEATING);
    beats.opened(user, generation, port.nowNs());
  }

  /** The session directory does not take the connection: the client is turned away. */
  void unregistered(long link, int user) {
    int generation = Gateway.generation(link);
    if (table.holds(Gateway.slot(link), user, generation)) {
      table.close(user, generation);
      long atNs = leg.arrivalNs(user, generation, port.nowNs());
      site.clients().refused(port, atNs, user, generation, config.retryAfterNs());
      recordLevels(port.nowNs());
    }
  }

  void close(long link, int user) {
    int slot = Gateway.slot(link);
    if (table.holds(slot, user, Gateway.generation(link))) {
      if (table.state(user, Gateway.generation(link)) != ConnectionTable.QUIET) {
        backend.unregister(link, user);
      }
      table.close(user, Gateway.generation(link));
      recordLevels(port.nowNs());
    }
  }

  /** Nothing more will come on a connection, which was last heard of at an instant. */
  void fallSilent(long link, int user, long lastHeardNs) {
    int slot = Gateway.slot(link);
    if (table.holds(slot, user, Gateway.generation(link))) {
      table.setState(user, Gateway.generation(link), ConnectionTable.SILENT);
      if (site.heartbeat().isOn()) {
        long cutoffNs = site.heartbeat().idleCutoffAtNs(lastHeardNs);
        port.at(Math.max(port.nowNs(), cutoffNs), GatewayKinds.IDLE_CUTOFF, link, user);
      }
    }
  }

  void lose() {
    handshakes.clear();
    waiting = 0;
    nextAcceptNs = 0;
    isDraining = false;
  }

  void recordLevels() {
    recordLevels(port.nowNs());
  }

  private void recordLevels(long nowNs) {
    recorder.level(Level.GATEWAY_CONNECTIONS, site.host(), nowNs, table.count());
    recorder.level(Level.GATEWAY_ACCEPT_QUEUE, site.host(), nowNs, handshakes.size() + waiting);
    recorder.level(
        Level.GATEWAY_MEMORY, site.host(), nowNs, config.memoryMillionths(table.count()));
  }
}
