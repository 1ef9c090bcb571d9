package dev.haishin.model.gateway;

import dev.haishin.engine.Agenda;
import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.fanout.FanoutWorker;
import dev.haishin.model.network.AccessLeg;
import dev.haishin.results.Counter;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;

/** Frames to clients: loop, NIC, access network; or back to where they came from. */
final class Downlink {
  /** Bytes of one row in the answer to a sync: a mean message and its keys. */
  static final int SYNC_ROW_BYTES = 150;

  private final Port port;
  private final GatewayConfig config;
  private final GatewaySite site;
  private final ConnectionTable table;
  private final EventLoops loops;
  private final Egress egress;
  private final Agenda acks;
  private final AccessLeg leg;
  private final AccessLeg answers;
  private final Guests guests;
  private final Recorder recorder;

  Downlink(
      Port port,
      GatewayConfig config,
      GatewaySite site,
      ConnectionTable table,
      EventLoops loops,
      Egress egress,
      Agenda acks,
      AccessLeg leg,
      AccessLeg answers,
      Guests guests,
      Recorder recorder) {
    this.port = port;
    this.config = config;
    this.site = site;
    this.table = table;
    this.loops = loops;
    this.egress = egress;
    this.acks = acks;
    this.leg = leg;
    this.answers = answers;
    this.guests = guests;
    this.recorder = recorder;
  }

  /** A worker's frame. */
  void deliver(Event event) {
    long nowNs = port.nowNs();
    long messageId = event.a();
    long link = event.b();
    int user = (int) event.word(0);
    if (!table.holds(Gateway.slot(link), user, Gateway.generation(link))) {
      giveBack(event, nowNs);
      return;
    }
    boolean isNotice = (event.word(2) & 1) != 0;
    int bytes = isNotice ? Wire.SMALL_BODY_BYTES : messageBytes(messageId);
    long leftNs = egress.message(Gateway.slot(link), nowNs, config.frameOutCost(), bytes);
    if (!site.livesUntil(leftNs, nowNs)) {
      loseFrame(event, nowNs);
      return;
    }
    if (site.messages().isKey(messageId)) {
      recorder.count(Counter.ENCRYPTION_KEY_BYTES, nowNs, config.framing().down(bytes));
    }
    guests.to(user, site.messages().isKey(messageId), isNotice ? 0 : bytes, leftNs);
    int generation = Gateway.generation(link);
    long atNs = leg.arrivalNs(user, generation, leftNs);
    recordOut(messageId, user, nowNs, leftNs);
    if (isNotice) {
      site.clients().notified(port, atNs, user, generation, messageId, event.word(1));
    } else {
      site.clients().delivered(port, atNs, user, generation, messageId, event.word(1));
      expectAnswer(link, user, messageId, atNs);
    }
  }

  /** A worker's frame reaches a host that is down. */
  void deliverToNobody(Event event) {
    long nowNs = port.nowNs();
    if (site.outages().isDark(site.number(), nowNs)) {
      long backNs = site.network().latencyNs(port.process(), event.origin(), nowNs);
      giveBack(event, nowNs, nowNs + Math.max(backNs, site.routeTimeoutNs() - backNs));
    } else {
      giveBack(event, nowNs);
    }
  }

  /** A message that a client fetched. */
  void fetched(long link, int user, long messageId, long acceptedNs) {
    long nowNs = port.nowNs();
    int generation = Gateway.generation(link);
    if (!table.holds(Gateway.slot(link), user, generation)) {
      missed(user, messageId, acceptedNs);
      return;
    }
    int bytes = messageBytes(messageId);
    long leftNs = egress.message(Gateway.slot(link), nowNs, config.frameOutCost(), bytes);
    if (!site.livesUntil(leftNs, nowNs)) {
      missed(user, messageId, acceptedNs);
      return;
    }
    guests.to(user, site.messages().isKey(messageId), bytes, leftNs);
    recordOut(messageId, user, nowNs, leftNs);
    long atNs = leg.arrivalNs(user, generation, leftNs);
    site.clients().delivered(port, atNs, user, generation, messageId, acceptedNs);
    expectAnswer(link, user, messageId, atNs);
  }

  /** A sender's message is durable. */
  void acknowledged(long link, int user, long messageId) {
    long nowNs = port.nowNs();
    int generation = Gateway.generation(link);
    if (table.holds(Gateway.slot(link), user, generation)) {
      long leftNs =
          egress.message(Gateway.slot(link), nowNs, config.frameOutCost(), Wire.ACK_BODY_BYTES);
      if (site.livesUntil(leftNs, nowNs)) {
        long atNs = leg.arrivalNs(user, generation, leftNs);
        site.clients().acknowledged(port, atNs, user, messageId);
      }
    }
  }

  /** The answer to a sync. */
  void synced(long link, int user, int rows, long readNs, long askedNs) {
    long nowNs = port.nowNs();
    int generation = Gateway.generation(link);
    if (table.holds(Gateway.slot(link), user, generation)) {
      int bytes = rows * SYNC_ROW_BYTES;
      long leftNs = egress.message(Gateway.slot(link), nowNs, config.frameOutCost(), bytes);
      if (site.livesUntil(leftNs, nowNs)) {
        guests.to(user, false, bytes, leftNs);
        long atNs = leg.arrivalNs(user, generation, leftNs);
        site.clients().synced(port, atNs, user, generation, readNs, askedNs);
      }
    }
  }

  /** A page of an added device's history. */
  void history(long link, int user, int rows, int left, long askedNs) {
    long nowNs = port.nowNs();
    int generation = Gateway.generation(link);
    if (table.holds(Gateway.slot(link), user, generation)) {
      int bytes = rows * SYNC_ROW_BYTES;
      long leftNs = egress.message(Gateway.slot(link), nowNs, config.frameOutCost(), bytes);
      if (site.livesUntil(leftNs, nowNs)) {
        recorder.count(Counter.ENCRYPTION_HISTORY_BYTES, nowNs, config.framing().down(bytes));
        guests.to(user, false, bytes, leftNs);
        long atNs = leg.arrivalNs(user, generation, leftNs);
        site.clients().history(port, atNs, user, generation, left, askedNs);
      }
    }
  }

  /** So many small messages in one frame. */
  void small(long link, int user, int items) {
    if (!table.holds(Gateway.slot(link), user, Gateway.generation(link))) {
      return;
    }
    long nowNs = port.nowNs();
    int bytes = items * Wire.SMALL_BODY_BYTES;
    egress.message(Gateway.slot(link), nowNs, config.frameOutCost(), bytes);
    if (items > 1) {
      long apart = (long) items * config.framing().down(Wire.SMALL_BODY_BYTES);
      recorder.count(Counter.BUNDLE_SAVED_FRAMES, nowNs, items - 1);
      recorder.count(Counter.BUNDLE_SAVED_BYTES, nowNs, apart - config.framing().down(bytes));
    }
  }

  /** A frame is lost with this host or a connection; its message waits in the inbox. */
  void missed(int user, long messageId, long acceptedNs) {
    if (acceptedNs < 0) {
      return; // A copy that was sent again: the pair is somebody else's.
    }
    long nowNs = port.nowNs();
    long atNs = nowNs + site.access().floorNs();
    site.clients().missed(port, atNs, user, messageId, acceptedNs, nowNs);
  }

  /**
   * A client answers as soon as the frame is there. If it has closed the connection before, its
   * farewell is here before the answer would be: so this gateway can tell what never comes.
   */
  private void expectAnswer(long link, int user, long messageId, long atNs) {
    long backNs = answers.arrivalNs(user, Gateway.generation(link), atNs);
    if (site.receipts().answers(messageId, user) && !site.messages().isKey(messageId)) {
      port.at(backNs, GatewayKinds.RECEIPT, link, messageId);
    } else {
      acks.add(backNs, 0, 0, 0, link);
    }
  }

  private void loseFrame(Event event, long nowNs) {
    long backNs = site.network().latencyNs(port.process(), event.origin(), nowNs);
    long downNs = site.outages().nextDownNs(site.number(), nowNs);
    boolean silent = site.outages().isDark(site.number(), downNs);
    long sentNs = nowNs - backNs;
    long answerNs = silent ? Math.max(downNs, sentNs + site.routeTimeoutNs()) : downNs + backNs;
    giveBack(event, nowNs, Math.max(answerNs, nowNs + backNs));
  }

  private void giveBack(Event event, long nowNs) {
    giveBack(event, nowNs, nowNs);
  }

  /**
   * The worker learns of it by an answer, or by its own clock, which also ends its waiting for an
   * answer that a cut between the regions holds up.
   */
  private void giveBack(Event event, long leaveNs, long notBeforeNs) {
    int process = port.process();
    int worker = event.origin();
    long patienceNs =
        leaveNs + site.routeTimeoutNs() - site.network().latencyNs(worker, process, leaveNs);
    long answerNs = site.network().arrivalNs(process, worker, leaveNs);
    long leastNs = leaveNs + site.network().latencyNs(process, worker, leaveNs);
    long atNs = Math.max(notBeforeNs, Math.max(leastNs, Math.min(answerNs, patienceNs)));
    FanoutWorker.undelivered(
        port, event.origin(), atNs, event.a(), (int) event.word(0), event.word(1), event.word(2));
  }

  private int messageBytes(long messageId) {
    return site.messages().bytesForOne(messageId, site.graph().chats());
  }

  private void recordOut(long messageId, int user, long nowNs, long leftNs) {
    long waitNs = loops.startNs() - nowNs;
    recorder.stage(Stage.GATEWAY_OUT, nowNs, waitNs, leftNs - loops.startNs());
    if (recorder.traced(messageId)) {
      recorder.hop(messageId, user, Stage.GATEWAY_OUT, nowNs, loops.startNs(), leftNs);
    }
  }
}
