package dev.haishin.model.fanout;

import dev.haishin.delivery.FanoutSink;
import dev.haishin.engine.Port;
import dev.haishin.model.kafka.Consumer;
import dev.haishin.model.kafka.Producer;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.function.LongConsumer;

/**
 * Records from fetch to commit: core, duplicate check, order within a chat, the strategy's plan,
 * and the offset when all that the plan asked for is done.
 *
 * <p>A partition is pinned to one core and holds all records of a chat, so the order in which
 * records are fetched is the order in which the core is done with them: what happens to a record
 * when the core is done is decided when it is fetched, as of that later instant, and what it asks
 * of others leaves then.
 */
final class Intake implements Consumer.Sink, FanoutSink {
  private final Port port;
  private final WorkerSite site;
  private final Cores cores;
  private final Routing routing;
  private final Producer[] relays;
  private final Recorder recorder;
  private final Records records = new Records();
  private final ChatMembers members;
  private final Long2IntOpenHashMap lastOfChat = new Long2IntOpenHashMap();
  private final Commits commits;
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
    this.members = new ChatMembers(site.graph().chats(), site.rates());
    this.commits = new Commits(port, records, this::retiring);
    lastOfChat.defaultReturnValue(Records.NONE);
  }

  /** Where offsets are committed. */
  Commits commits() {
    return commits;
  }

  @Override
  public void record(int partition, long offset, long messageId, long acceptedNs, long fetchedNs) {
    long pairs = site.pairs().pairs(messageId, site.home());
    commits.fetched(partition, offset);
    long workNs = site.recordCost().sample(cores.service());
    if (site.recipientCost().mean() > 0) {
      workNs += pairs * site.recipientCost().sample(cores.service());
    }
    long readyNs = cores.run(partition, fetchedNs, workNs);
    recorder.stage(Stage.FANOUT, fetchedNs, cores.startNs() - fetchedNs, workNs);
    if (recorder.traced(messageId)) {
      recorder.hop(messageId, -1, Stage.FANOUT, fetchedNs, cores.startNs(), readyNs);
    }
    int row = records.add(partition, offset, messageId, acceptedNs, pairs, readyNs);
    if (site.messages().isNew(site.home(), messageId, fetchedNs)) {
      line(row);
    } else {
      recorder.ledger().add(LedgerColumn.INTENDED, -pairs);
      dropped++;
      commits.done(row);
    }
  }

  /** A record goes to the end of its chat's line. */
  private void line(int row) {
    queuedPairs += records.pairs(row);
    int last = lastOfChat.put(site.messages().chat(records.message(row)), row);
    if (last == Records.NONE) {
      begin(row);
    } else if (records.isSettled(last)) {
      records.postpone(row, records.doneNs(last));
      begin(row);
    } else {
      records.follow(last, row);
    }
  }

  /** Something that a record waited for is done at an instant, now or ahead. */
  void settle(int row, long atNs) {
    if (records.settle(row, atNs)) {
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

  /** Names every message that is held here between events; some more do no harm. */
  void heldMessages(LongConsumer each) {
    records.heldMessages(each);
  }

  long heldPairs() {
    return queuedPairs;
  }

  /** A record's turn has come, as of the instant that it was put off to. */
  private void begin(int row) {
    long messageId = records.message(row);
    long atNs = records.doneNs(row);
    queuedPairs -= records.pairs(row);
    planning = row;
    concernedHomes = 0;
    records.await(row);
    routing.asOf(atNs);
    members.of(messageId, site.messages().chat(messageId), site.messages().sender(messageId));
    site.strategy().fanOut(members, members, this);
    if (concernedHomes != 0 && site.pairs().isOriginal(messageId, site.home())) {
      relay(messageId, records.acceptedNs(row), atNs);
    }
    routing.flush();
    settle(row, atNs);
  }

  private void relay(long messageId, long acceptedNs, long atNs) {
    long chat = site.messages().chat(messageId);
    int bytes = site.messages().payloadBytes(messageId);
    for (int home = 0; home < relays.length; home++) {
      if ((concernedHomes >>> home & 1) != 0) {
        relays[home].append(messageId, acceptedNs, chat, bytes, atNs);
      }
    }
  }

  /** All that a record waited for is known; the next of its chat begins as of the last of it. */
  private void finish(int row) {
    int next = records.nextOfChat(row);
    long atNs = records.doneNs(row);
    commits.done(row);
    if (next != Records.NONE) {
      records.postpone(next, atNs);
      begin(next);
    }
  }

  private void retiring(int row) {
    lastOfChat.remove(site.messages().chat(records.message(row)), row);
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
