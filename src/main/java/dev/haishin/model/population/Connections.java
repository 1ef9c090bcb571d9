package dev.haishin.model.population;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Port;
import dev.haishin.model.gateway.Gateway;
import dev.haishin.results.Counter;
import dev.haishin.results.Facet;
import dev.haishin.results.LatencyMetric;
import dev.haishin.results.Level;
import dev.haishin.results.Recorder;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;

/**
 * The connections of a shard's users: attempts at a gateway that the balancer chooses, backoff
 * after each refusal, loss by reset, silence or carrier.
 *
 * <p>An attempt costs two round trips, TCP and TLS 1.3 (facts.md T08): the gateway sees the
 * client's first TLS frame three legs after the start and the client its answer one leg after the
 * gateway's. A crashed gateway refuses after one round trip; a dark one lets the attempt time out.
 */
final class Connections {
  private final Port port;
  private final UserRows users;
  private final int firstUser;
  private final int region;
  private final Surroundings around;
  private final Lines lines;
  private final ClientConfig config;
  private final Recorder recorder;
  private final long backoffKey;
  private final long resumeKey;
  private final Int2LongOpenHashMap waitingSinceNs = new Int2LongOpenHashMap();
  private final Interruptions interruptions;
  private final Int2LongOpenHashMap lastDelayNs = new Int2LongOpenHashMap();

  Connections(
      Port port,
      UserRows users,
      int firstUser,
      int region,
      Surroundings around,
      Lines lines,
      ClientConfig config,
      Recorder recorder,
      long seed) {
    this.port = port;
    this.users = users;
    this.firstUser = firstUser;
    this.region = region;
    this.around = around;
    this.lines = lines;
    this.config = config;
    this.recorder = recorder;
    this.backoffKey = CounterHash.key(seed, "reconnect-backoff", "");
    this.resumeKey = CounterHash.key(seed, "tls-resumption", "");
    this.interruptions = new Interruptions(recorder.cutOffs());
    waitingSinceNs.defaultReturnValue(-1);
  }

  /** The user's session begins. */
  void open(int row) {
    users.setAttempts(row, 0);
    waitingSinceNs.put(row, port.nowNs());
    attempt(row);
  }

  /** The user's session ends: a clean close, or an attempt given up. */
  void close(int row) {
    if (users.isConnected(row)) {
      users.markDisconnected(row, port.nowNs());
      countConnected(-1);
      recorder.count(Counter.DISCONNECTS, port.nowNs(), 1);
      sayGoodbye(row);
    }
    lines.closed(row);
    users.nextGeneration(row);
    users.setState(row, UserRows.OFFLINE);
    waitingSinceNs.remove(row);
    interruptions.over(row, port.nowNs());
    lastDelayNs.remove(row);
  }

  /** The gateway asks the client to move: it closes, and dials another one at once. */
  void move(int row, int generation) {
    if (lines.hears(row, generation)) {
      sayGoodbye(row);
      users.markDisconnected(row, port.nowNs());
      countConnected(-1);
      recorder.count(Counter.DISCONNECTS, port.nowNs(), 1);
      recorder.count(Counter.CONNECTIONS_MOVED, port.nowNs(), 1);
      lines.closed(row);
      waitingSinceNs.put(row, port.nowNs());
      attempt(row);
    }
  }

  /** A wait is over. */
  void retry(int row, int generation) {
    if (users.state(row) == UserRows.WAITING && users.generation(row) == generation) {
      attempt(row);
    }
  }

  /** An attempt failed: refused, reset or timed out. */
  private void refused(int row, int generation, long retryAfterNs) {
    if (users.state(row) == UserRows.CONNECTING && users.generation(row) == generation) {
      recorder.count(Counter.CONNECT_REFUSED, port.nowNs(), 1);
      backOff(row, retryAfterNs);
    }
  }

  /**
   * The gateway has let the client in.
   *
   * @return whether the client still wants that connection
   */
  boolean established(int row, int generation, int gatewayProcess) {
    long nowNs = port.nowNs();
    if (users.state(row) != UserRows.CONNECTING || users.generation(row) != generation) {
      long legNs = lines.legNs(row, generation, gatewayProcess);
      Gateway.finish(
          port,
          gatewayProcess,
          nowNs + legNs,
          Gateway.link(firstUser + row, generation),
          firstUser + row);
      return false;
    }
    users.setState(row, UserRows.CONNECTED);
    countConnected(1);
    users.setAttempts(row, 0);
    users.place(row, gatewayProcess);
    users.markConnected(row, nowNs);
    lines.opened(row);
    long sinceNs = waitingSinceNs.remove(row);
    recorder.latency(LatencyMetric.CONNECT, facet(row), sinceNs, nowNs - sinceNs);
    long outageNs = interruptions.sinceNs(row);
    if (outageNs >= 0) {
      recorder.latency(LatencyMetric.CLIENTS_OUTAGE, facet(row), outageNs, nowNs - outageNs);
    }
    lastDelayNs.remove(row);
    long darkNs = around.reachable().darkSinceNs(gatewayProcess, nowNs);
    if (darkNs >= 0) {
      interruptions.cut(row, darkNs, nowNs);
      noticeSilence(row, nowNs);
    } else {
      interruptions.over(row, nowNs);
    }
    return true;
  }

  /**
   * The connection is lost: reset, silent, or given up by the client.
   *
   * @param retryAfterNs what a gateway that refuses asks to wait
   */
  void lost(int row, int generation, long retryAfterNs) {
    if (users.generation(row) != generation) {
      return;
    }
    if (users.isConnected(row)) {
      users.markDisconnected(row, port.nowNs());
      countConnected(-1);
      recorder.count(Counter.DISCONNECTS, port.nowNs(), 1);
      waitingSinceNs.put(row, port.nowNs());
      lines.closed(row);
      backOff(row, 0);
    } else {
      refused(row, generation, retryAfterNs);
    }
  }

  /**
   * A gateway goes down: resets reach its clients one leg later, silence when a beat is not
   * answered.
   */
  void gatewayDown(int gatewayProcess, boolean silent) {
    long nowNs = port.nowNs();
    for (int row = 0; row < users.count(); row++) {
      int state = users.state(row);
      boolean hasConnection = state >= UserRows.CONNECTING && !lines.isCut(row);
      if (users.gateway(row) != gatewayProcess || !hasConnection) {
        continue;
      }
      if (state == UserRows.CONNECTED) {
        interruptions.cut(row, nowNs, nowNs);
      }
      if (!silent) {
        port.at(nowNs + legNs(row), ClientKinds.RESET, whom(row), 0);
      } else if (state == UserRows.CONNECTED) {
        noticeSilence(row, nowNs);
      } else {
        long givenUpNs = nowNs + config.connectTimeoutNs();
        port.at(givenUpNs, ClientKinds.REFUSED, whom(row), 0);
      }
    }
  }

  /**
   * The own region is parted from another: of those connected there, whose next beat is not
   * answered in time gives the connection up then, and the gateway hears nothing more of them.
   * Others wait.
   */
  void parted(int fromRegion) {
    long nowNs = port.nowNs();
    Heartbeat heartbeat = around.heartbeat();
    for (int row = 0; heartbeat.isFixed() && row < users.count(); row++) {
      boolean isThere = around.reachable().way(users.gateway(row)).to() == fromRegion;
      if (isThere && users.isConnected(row) && !lines.isCut(row)) {
        int generation = users.generation(row);
        long beatNs = heartbeat.nextAfterNs(firstUser + row, generation, nowNs);
        long noticedNs = heartbeat.detectionNs(beatNs);
        if (lines.answeredNs(row, beatNs) > noticedNs) {
          interruptions.cut(row, nowNs, nowNs);
          fallSilent(row, nowNs + legNs(row));
          port.at(noticedNs, ClientKinds.RESET, whom(row), 0);
        }
      }
    }
  }

  /** A carrier drops a share of the clients, the same ones in every variant. */
  void carrierDown(double share, long failureKey) {
    for (int row = 0; row < users.count(); row++) {
      int user = firstUser + row;
      if (users.isConnected(row) && CounterHash.fraction(failureKey, user) < share) {
        if (!lines.isCut(row)) {
          interruptions.cut(row, port.nowNs(), port.nowNs());
          fallSilent(row, port.nowNs() + legNs(row));
        }
        lost(row, users.generation(row), 0);
      }
    }
  }

  /** The run ends: outages that last count as long as they have lasted. */
  void finishRun(long endNs) {
    for (int row = 0; row < users.count(); row++) {
      long sinceNs = interruptions.sinceNs(row);
      if (sinceNs >= 0) {
        recorder.latency(LatencyMetric.CLIENTS_OUTAGE, facet(row), sinceNs, endNs - sinceNs);
      }
    }
  }

  private int facet(int row) {
    return Facet.of(region, around.graph().people().isIos(firstUser + row));
  }

  /** One way to the present gateway, nanoseconds. */
  long legNs(int row) {
    return lines.legNs(row);
  }

  /** A connection may have been idle for so long that its NAT has forgotten it. */
  void natIdle(int row, int generation) {
    if (lines.cutsNow(row, generation)) {
      long nowNs = port.nowNs();
      recorder.count(Counter.CONNECTIONS_CUT, nowNs, 1);
      interruptions.cutByNat(row, nowNs);
      fallSilent(row, lines.lastUseNs(row) + legNs(row));
      noticeSilence(row, nowNs);
    }
  }

  /** The client closes a connection that does not answer, and reconnects. */
  void giveUp(int row) {
    sayGoodbye(row);
    lost(row, users.generation(row), 0);
  }

  /** So many clients more, or fewer, hold an established session. */
  void countConnected(long change) {
    recorder.levelChange(Level.CLIENTS_CONNECTED, region, port.nowNs(), change);
  }

  private long whom(int row) {
    return ((long) (firstUser + row) << 16) | users.generation(row);
  }

  private void noticeSilence(int row, long darkSinceNs) {
    Heartbeat heartbeat = around.heartbeat();
    if (heartbeat.isFixed()) {
      int generation = users.generation(row);
      long beatNs = heartbeat.nextAfterNs(firstUser + row, generation, darkSinceNs);
      port.at(heartbeat.detectionNs(beatNs), ClientKinds.RESET, whom(row), 0);
    }
  }

  /** A clean close, unless a NAT has cut the way. */
  private void sayGoodbye(int row) {
    if (!lines.isCut(row)) {
      long link = Gateway.link(users.slot(row), users.generation(row));
      Gateway.finish(port, users.gateway(row), lines.arrivalNs(row), link, firstUser + row);
    }
  }

  private void fallSilent(int row, long lastHeardNs) {
    long link = Gateway.link(users.slot(row), users.generation(row));
    long atNs = port.nowNs() + legNs(row);
    Gateway.fallSilent(port, users.gateway(row), atNs, link, firstUser + row, lastHeardNs);
  }

  private void attempt(int row) {
    long nowNs = port.nowNs();
    int user = firstUser + row;
    int generation = users.nextGeneration(row);
    int process = around.reachable().choose(user, generation, nowNs);
    users.setState(row, UserRows.CONNECTING);
    users.place(row, process);
    recorder.count(Counter.CONNECT_ATTEMPTS, nowNs, 1);
    long legNs = legNs(row);
    if (!around.reachable().isDown(process, nowNs + legNs)) {
      boolean resumed = CounterHash.fraction(resumeKey + user, generation) < config.resumedShare();
      Gateway.connect(port, process, lines.helloNs(row), user, generation, resumed);
    } else if (around.reachable().isDark(process, nowNs + legNs)) {
      port.at(nowNs + config.connectTimeoutNs(), ClientKinds.REFUSED, whom(row), 0);
    } else {
      port.at(nowNs + 2 * legNs, ClientKinds.REFUSED, whom(row), 0);
    }
  }

  private void backOff(int row, long retryAfterNs) {
    int attempts = users.attempts(row);
    int generation = users.generation(row);
    long bits = CounterHash.bits(backoffKey, firstUser + row, generation);
    long delayNs = config.reconnect().delayNs(attempts, lastDelayNs.get(row), bits);
    lastDelayNs.put(row, delayNs);
    users.setAttempts(row, attempts + 1);
    users.setState(row, UserRows.WAITING);
    port.at(port.nowNs() + retryAfterNs + delayNs, ClientKinds.RETRY, row, generation);
  }
}
