package dev.haishin.model.population;

import dev.haishin.delivery.OutboxPolicy;
import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Port;
import dev.haishin.model.gateway.Gateway;
import dev.haishin.results.Counter;
import dev.haishin.results.Facet;
import dev.haishin.results.LatencyMetric;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;
import it.unimi.dsi.fastutil.longs.LongArrayFIFOQueue;
import java.util.function.LongConsumer;

/**
 * What a shard's users send: taps become messages, wait in the outbox for a connection and for the
 * acknowledgement, and are sent again when it does not come.
 *
 * <p>A send that is not acknowledged in time also closes the connection: that often finds a dark
 * gateway before the heartbeat does.
 */
final class Sending {
  /** Of one frame; a larger body is cut. */
  private static final long LARGEST_BYTES = 1 << 20;

  private final Port port;
  private final UserRows users;
  private final int firstUser;
  private final int shard;
  private final int region;
  private final Surroundings around;
  private final ClientConfig config;
  private final Lines lines;
  private final Connections connections;
  private final Outbox outbox = new Outbox();

  /** When each send was made, and of what: deadlines are all as far off, so they come in order. */
  private final LongArrayFIFOQueue unacknowledged = new LongArrayFIFOQueue();

  private final LongArrayFIFOQueue unacknowledgedMessages = new LongArrayFIFOQueue();
  private final Recorder recorder;
  private final long payloadKey;
  private long attempted;
  private long tapDigest;

  Sending(
      Port port,
      UserRows users,
      int shard,
      int region,
      Surroundings around,
      ClientConfig config,
      Lines lines,
      Connections connections,
      Recorder recorder,
      long seed) {
    this.port = port;
    this.users = users;
    this.shard = shard;
    this.firstUser = around.graph().people().shardFirstUser(shard);
    this.region = region;
    this.around = around;
    this.config = config;
    this.lines = lines;
    this.connections = connections;
    this.recorder = recorder;
    this.payloadKey = CounterHash.key(seed, "payload", "");
  }

  /** A candidate to send; it passes if the sender's own session holds them online. */
  void tap(int row, long chat) {
    if (!users.wantsOnline(row)) {
      return;
    }
    long nowNs = port.nowNs();
    int user = firstUser + row;
    long body = config.payload().valueAt(CounterHash.bits(payloadKey, nowNs, user));
    int bytes = (int) config.keys().sealedBytes(Math.min(LARGEST_BYTES, body));
    long messageId = around.messages().add(shard, nowNs, user, chat, bytes);
    tapDigest = CounterHash.mix(tapDigest + CounterHash.bits(nowNs, user, chat));
    attempted++;
    recorder.count(Counter.SEND_ATTEMPTED, nowNs, 1);
    int facet = facet(user, chat);
    recorder.attempted(facet, nowNs);
    recorder.intended(LatencyMetric.SEND_ACK, facet, nowNs, 1);
    intendRecipients(user, chat, nowNs);
    int entry = outbox.add(row, messageId);
    if (users.isConnected(row)) {
      send(row, entry);
    }
  }

  /**
   * A candidate to make a group's key anew, for all members; it passes if the member's own session
   * holds them online.
   */
  void rekey(int row, long chat) {
    if (!users.wantsOnline(row)) {
      return;
    }
    long nowNs = port.nowNs();
    long keyBytes = config.keys().rekeyBytes(around.graph().chats().size(chat));
    int bytes = (int) Math.min(LARGEST_BYTES, keyBytes);
    long id = around.messages().addKey(shard, nowNs, firstUser + row, chat, bytes);
    recorder.count(Counter.ENCRYPTION_REKEYS, nowNs, 1);
    int entry = outbox.add(row, id);
    if (users.isConnected(row)) {
      send(row, entry);
    }
  }

  private int facet(int user, long chat) {
    Graph graph = around.graph();
    return Facet.of(region, graph.people().isIos(user)) | graph.chats().facet(chat);
  }

  /** Whom a message is for; who they are in particular only where somebody asks. */
  private void intendRecipients(int sender, long chat, long nowNs) {
    Graph graph = around.graph();
    int facet = graph.chats().facet(chat);
    int size = graph.chats().size(chat);
    recorder.intendedToReach(facet, nowNs, size - 1);
    if (!recorder.tellsRecipientsApart()) {
      return;
    }
    for (int i = 0; i < size; i++) {
      int member = graph.chats().member(chat, i);
      if (member != sender) {
        int whose = Facet.of(graph.people().region(member), graph.people().isIos(member));
        recorder.intendedFor(whose | facet, nowNs, 1);
      }
    }
  }

  /** Sends everything that waits, on a connection just made. */
  void flush(int row) {
    int entry = outbox.first(row);
    while (entry != 0) {
      int following = outbox.after(entry);
      if (decide(entry) == OutboxPolicy.Decision.GIVE_UP) {
        giveUp(entry);
      } else {
        send(row, entry);
      }
      entry = following;
    }
  }

  /** The gateway has acknowledged a message. */
  void acknowledged(long messageId) {
    int entry = outbox.find(messageId);
    if (entry != 0) {
      if (!around.messages().isKey(messageId)) {
        long tapNs = around.messages().tapNs(messageId);
        int facet = facet(around.messages().sender(messageId), around.messages().chat(messageId));
        recorder.acknowledged(facet, tapNs, port.nowNs());
      }
      outbox.remove(entry);
    }
  }

  /** The send whose turn it is may have waited long enough for its acknowledgement. */
  void due() {
    long nowNs = port.nowNs();
    while (!unacknowledged.isEmpty()) {
      long sentNs = unacknowledged.firstLong();
      long deadlineNs = config.outbox().deadlineNs(sentNs);
      if (deadlineNs > nowNs && isOpen(unacknowledgedMessages.firstLong(), sentNs)) {
        port.at(deadlineNs, ClientKinds.OUTBOX_DUE, 0, 0);
        return;
      }
      unacknowledged.dequeueLong();
      long messageId = unacknowledgedMessages.dequeueLong();
      if (isOpen(messageId, sentNs)) {
        timeOut(outbox.find(messageId), sentNs);
      }
    }
  }

  /** Names every message that is held here between events; some more do no harm. */
  void heldMessages(LongConsumer each) {
    outbox.heldMessages(each);
  }

  long attempted() {
    return attempted;
  }

  long tapDigest() {
    return tapDigest;
  }

  private void send(int row, int entry) {
    long nowNs = port.nowNs();
    long messageId = outbox.message(entry);
    if (outbox.attempts(entry) > 0 && !around.messages().isKey(messageId)) {
      recorder.count(Counter.SEND_RESENT, nowNs, 1);
    }
    outbox.sent(entry, nowNs);
    long tapNs = around.messages().tapNs(messageId);
    if (nowNs > tapNs && recorder.traced(messageId)) {
      recorder.hop(messageId, -1, Stage.CLIENT, tapNs, tapNs, nowNs);
    }
    if (!lines.isCut(row)) {
      long link = Gateway.link(users.slot(row), users.generation(row));
      Gateway.send(port, users.gateway(row), lines.arrivalNs(row), messageId, link);
    }
    if (unacknowledged.isEmpty()) {
      port.at(config.outbox().deadlineNs(nowNs), ClientKinds.OUTBOX_DUE, 0, 0);
    }
    unacknowledged.enqueue(nowNs);
    unacknowledgedMessages.enqueue(messageId);
  }

  private boolean isOpen(long messageId, long sentNs) {
    int entry = outbox.find(messageId);
    return entry != 0 && outbox.sentNs(entry) == sentNs;
  }

  private void timeOut(int entry, long sentNs) {
    int row = outbox.row(entry);
    if (decide(entry) == OutboxPolicy.Decision.GIVE_UP) {
      giveUp(entry);
    }
    if (users.isConnected(row) && users.connectedNs(row) <= sentNs) {
      connections.giveUp(row);
    }
  }

  private OutboxPolicy.Decision decide(int entry) {
    long tapNs = around.messages().tapNs(outbox.message(entry));
    return config.outbox().onUnacknowledged(outbox.attempts(entry), tapNs, port.nowNs());
  }

  private void giveUp(int entry) {
    if (!around.messages().isKey(outbox.message(entry))) {
      recorder.count(Counter.SEND_FAILED, port.nowNs(), 1);
    }
    outbox.remove(entry);
  }
}
