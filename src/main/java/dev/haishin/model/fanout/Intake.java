package dev.haishin.model.fanout;

import dev.haishin.delivery.Deduplicator;
import dev.haishin.delivery.FanoutSink;
import dev.haishin.engine.Port;
import dev.haishin.model.kafka.Consumer;
import dev.haishin.model.kafka.Producer;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/**
 * Records from fetch to commit: core, duplicate check, order within a chat, the strategy's plan,
 * and the offset when all that the plan asked for is done.
 */
final class Intake implements Consumer.Sink, FanoutSink {
  private final Port port;
  private final WorkerSite site;
  private final Cores cores;
  private final Routing routing;
  private final Producer[] relays;
  private final Recorder recorder;
  private final Records records = new Records();
  private final Deduplicator seen;
  private final ChatMembers members;
  private final Long2IntOpenHashMap lastOfChat = new Long2IntOpenHashMap();
  private final Int2ObjectOpenHashMap<OffsetWindow> windows = new Int2ObjectOpenHashMap<>();
  private Consumer consumer;
  private long queuedPairs;
  private long dropped;
  private int planning;
  private long concernedHomes;

  Intake(
      Port port,
      WorkerSite site,
      Cores cores,
      Routing routing,
      Producer[] relays,
      Recorder recorder) {
    this.port = port;
    this.site = site;
    this.cores = cores;
    this.routing = routing;
    this.relays = relays;
    this.recorder = recorder;
    this.seen = new Deduplicator(site.dedupWindowNs());
    this.members = new ChatMembers(site.graph().chats(), site.rates());
    lastOfChat.defaultReturnValue(Records.NONE);
  }

  void readFrom(Consumer group) {
    this.consumer = group;
  }

  @Override
  public void record(int partition, long offset, long messageId, long acceptedNs, long fetchedNs) {
    long pairs = site.pairs().pairs(messageId, site.home());
    int row = records.add(partition, offset, messageId, acceptedNs, pairs);
    OffsetWindow window = windows.get(partition);
    if (window == null) {
      window = new OffsetWindow(Integer.highestOneBit(FanoutWorker.MOST_IN_FLIGHT) * 4);
      windows.put(partition, window);
    }
    window.fetched(offset);
    if (window.inFlight() >= FanoutWorker.MOST_IN_FLIGHT) {
      consumer.pause(partition);
    }
    queuedPairs += pairs;
    long workNs = site.recordCost().sample(cores.service());
    if (site.recipientCost().mean() > 0) {
      workNs += pairs * site.recipientCost().sample(cores.service());
    }
    long doneNs = cores.run(partition, fetchedNs, workNs);
    recorder.stage(Stage.FANOUT, fetchedNs, cores.startNs() - fetchedNs, workNs);
    if (recorder.traced(messageId)) {
      recorder.hop(messageId, -1, Stage.FANOUT, fetchedNs, cores.startNs(), doneNs);
    }
    port.at(doneNs, WorkerKinds.RECORD_READY, row, 0);
  }

  /** A record's service has ended. */
  void ready(int row) {
    long messageId = records.message(row);
    if (!seen.firstTime(messageId, port.nowNs())) {
      long pairs = records.pairs(row);
      queuedPairs -= pairs;
      recorder.ledger().add(LedgerColumn.INTENDED, -pairs);
      dropped++;
      commit(row);
      records.remove(row);
      return;
    }
    long chat = site.messages().chat(messageId);
    int last = lastOfChat.put(chat, row);
    if (last == Records.NONE) {
      begin(row);
    } else {
      records.follow(last, row);
    }
  }

  /** Something that a record waited for is done. */
  void settle(int row) {
    if (records.settle(row)) {
      finish(row);
    }
  }

  @Override
  public void writeInbox(long recipient) {
    if (isOurs(recipient)) {
      routing.write(
          planning, records.message(planning), records.acceptedNs(planning), (int) recipient);
      records.await(planning);
    }
  }

  @Override
  public void route(long recipient) {
    if (isOurs(recipient)) {
      routing.route(
          planning,
          records.message(planning),
          records.acceptedNs(planning),
          (int) recipient,
          false);
      records.await(planning);
    }
  }

  @Override
  public void appendLog(long chat) {
    routing.append(planning, chat, records.message(planning));
    records.await(planning);
  }

  @Override
  public void notifyMember(long recipient) {
    if (isOurs(recipient)) {
      routing.route(
          planning, records.message(planning), records.acceptedNs(planning), (int) recipient, true);
      records.await(planning);
    }
  }

  /** Records dropped because their message had come before. */
  long dropped() {
    return dropped;
  }

  long heldPairs() {
    return queuedPairs;
  }

  private void begin(int row) {
    long messageId = records.message(row);
    long chat = site.messages().chat(messageId);
    queuedPairs -= records.pairs(row);
    planning = row;
    concernedHomes = 0;
    records.await(row);
    members.of(messageId, chat, site.messages().sender(messageId));
    site.strategy().fanOut(members, members, this);
    if (site.pairs().isOriginal(messageId, site.home())) {
      relay(messageId, records.acceptedNs(row), chat);
    }
    routing.flush();
    settle(row);
  }

  private void relay(long messageId, long acceptedNs, long chat) {
    for (int home = 0; home < relays.length; home++) {
      if ((concernedHomes >>> home & 1) != 0) {
        int bytes = site.messages().payloadBytes(messageId);
        relays[home].append(messageId, acceptedNs, chat, bytes);
      }
    }
  }

  private void finish(int row) {
    long chat = site.messages().chat(records.message(row));
    commit(row);
    int next = records.nextOfChat(row);
    records.remove(row);
    if (next == Records.NONE) {
      lastOfChat.remove(chat);
    } else {
      begin(next);
    }
  }

  private void commit(int row) {
    int partition = records.partition(row);
    OffsetWindow window = windows.get(partition);
    boolean wasFull = window.inFlight() >= FanoutWorker.MOST_IN_FLIGHT;
    long committed = window.finish(records.offset(row));
    consumer.commit(partition, committed);
    if (wasFull && window.inFlight() < FanoutWorker.MOST_IN_FLIGHT) {
      consumer.resume(partition);
    }
  }

  private boolean isOurs(long recipient) {
    int home = site.graph().people().home((int) recipient);
    concernedHomes |= 1L << home;
    if (home != site.home()) {
      return false;
    }
    concernedHomes &= ~(1L << home);
    return true;
  }
}
