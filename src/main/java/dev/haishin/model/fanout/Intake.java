package dev.haishin.model.fanout;

import dev.haishin.delivery.FanoutSink;
import dev.haishin.delivery.KeyDistribution;
import dev.haishin.engine.Port;
import dev.haishin.model.kafka.Consumer;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.LossReason;
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
  private final Relays relays;
  private final Recorder recorder;
  private final Abandoned abandoned;
  private final Records records = new Records();
  private final ChatMembers members;
  private final Long2IntOpenHashMap lastOfChat = new Long2IntOpenHashMap();
  private final Commits commits;
  private long queuedPairs;
  private int planning;
  private boolean ownsAll;
  private long lastClaimed = Records.NONE;
  private long lastCustodyNs;
  private long concernedHomes;
  private long downNs;

  Intake(
      Port port, WorkerSite site, Cores cores, Routing routing, Relays relays, Recorder recorder) {
    this.port = port;
    this.site = site;
    this.cores = cores;
    this.routing = routing;
    this.relays = relays;
    this.recorder = recorder;
    this.abandoned = site.membership().abandoned();
    this.members = new ChatMembers(site.graph().chats(), site.rates());
    this.commits = new Commits(port, records, this::retiring);
    lastOfChat.defaultReturnValue(Records.NONE);
  }

  /** Where offsets are committed. */
  Commits commits() {
    return commits;
  }

  /** The worker lives until an instant: what is known for later never happens. */
  void livesUntil(long ns) {
    downNs = ns;
  }

  @Override
  public void record(
      int partition, long offset, long messageId, long acceptedNs, long fetchedNs, boolean again) {
    long pairs = site.pairs().pairs(messageId, site.home());
    commits.fetched(partition, offset);
    long workNs = site.recordCost().sample(cores.service());
    if (site.recipientCost().mean() > 0) {
      long served = site.pairs().served(messageId, site.home());
      workNs += served * site.recipientCost().sample(cores.service());
    }
    long readyNs = cores.run(partition, fetchedNs, workNs);
    if (readyNs < downNs) {
      recorder.stage(
          Stage.FANOUT, fetchedNs, cores.startNs() - fetchedNs, readyNs - cores.startNs());
      if (recorder.traced(messageId)) {
        recorder.hop(messageId, -1, Stage.FANOUT, fetchedNs, cores.startNs(), readyNs);
      }
    }
    if (!again) {
      ship(messageId, fetchedNs);
    }
    boolean isCopy = again || acceptedNs < 0;
    long custody = isCopy ? Records.REPEATED : pairs;
    int row = records.add(partition, offset, messageId, Math.abs(acceptedNs), custody, readyNs);
    if (isNew(partition, offset, messageId, fetchedNs, again)) {
      line(row);
    } else {
      if (!isCopy) {
        recorder.ledger().add(LedgerColumn.INTENDED, -pairs);
        abandoned.drop(partition, offset);
      }
      records.await(row);
      records.settle(row, readyNs);
      commits.done(row);
    }
  }

  /**
   * Whether a record's message comes for the first time. The memory of that is committed with the
   * offsets: who reads a record again knows what was known when it was read first.
   */
  private boolean isNew(int partition, long offset, long messageId, long atNs, boolean again) {
    boolean isNew = site.messages().isNew(site.home(), messageId, atNs);
    if (again) {
      return !abandoned.isDropped(partition, offset);
    }
    if (site.takeover() == null) {
      return isNew;
    }
    boolean isForgotten =
        atNs > site.takeover().lostNs() && abandoned.isForgotten(partition, messageId);
    if (isNew && site.takeover().isTail(atNs)) {
      abandoned.note(partition, messageId);
    }
    return isNew || isForgotten;
  }

  private void ship(long messageId, long atNs) {
    site.ship(
        recorder, site.messages().isKey(messageId), site.messages().payloadBytes(messageId), atNs);
  }

  @Override
  public void lost(int partition, long offset, long messageId, long acceptedNs, boolean again) {
    long nowNs = port.nowNs();
    commits.fetched(partition, offset);
    if (again ? giveUp(partition, messageId) : acceptedNs >= 0) {
      lose(messageId, site.home());
    }
    int row = records.add(partition, offset, messageId, nowNs, Records.REPEATED, nowNs);
    records.await(row);
    records.settle(row, nowNs);
    commits.done(row);
  }

  /** Whether all pairs of a record that a worker had are lost; if not, those are that wait. */
  private boolean giveUp(int partition, long messageId) {
    return abandoned.giveUp(
        partition,
        messageId,
        key -> key >= 0 ? 1 : site.pairs().recipientsIn(messageId, homeOf(key)),
        key -> {
          if (key >= 0) {
            site.pairs().loseOne(recorder, LossReason.ASYNC_REPLICA_LOSS, key);
          } else {
            lose(messageId, homeOf(key));
          }
        });
  }

  private void lose(long messageId, int home) {
    site.pairs().lose(recorder, LossReason.ASYNC_REPLICA_LOSS, messageId, home, 1);
  }

  /** A record goes to the end of its chat's line. */
  private void line(int row) {
    queuedPairs += records.custody(row);
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
      routing.write(planning, records.message(planning), custodyNs(recipient), (int) recipient);
      records.await(planning);
    }
  }

  @Override
  public void route(long recipient) {
    if (isOurs(recipient)) {
      routing.route(
          planning, records.message(planning), custodyNs(recipient), (int) recipient, false);
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
          planning, records.message(planning), custodyNs(recipient), (int) recipient, true);
      records.await(planning);
    }
  }

  /** Names every message that is held here between events; some more do no harm. */
  void heldMessages(LongConsumer each) {
    records.heldMessages(each);
  }

  long heldPairs() {
    return queuedPairs;
  }

  @Override
  public void left(int partition) {
    commits.left(partition);
    for (int row = 0; row < records.rows(); row++) {
      if (records.isUsed(row) && records.partition(row) == partition) {
        lastOfChat.remove(site.messages().chat(records.message(row)));
        if (records.isBegun(row)) {
          records.disown(row);
        } else {
          giveBack(row);
          records.remove(row);
        }
      }
    }
  }

  /** The worker dies; what it had in work is to be read again. */
  void crash() {
    for (int row = 0; row < records.rows(); row++) {
      if (records.isUsed(row) && !records.isBegun(row)) {
        giveBack(row);
      }
    }
    relays.crash(this::abandonRelay);
    routing.crash();
    records.clear();
    commits.clear();
    lastOfChat.clear();
    lastClaimed = Records.NONE;
  }

  /**
   * A pair is lost with this worker; says whether it comes again with its record, which it does
   * unless another worker has the partition by now.
   */
  boolean abandon(int record, int key) {
    return abandon(record, key, 1);
  }

  private boolean abandon(int record, int key, long pairs) {
    int partition = records.partition(record);
    if (partition != Records.NONE) {
      abandoned.add(partition, records.message(record), key, pairs);
    }
    return partition != Records.NONE;
  }

  private void abandonRelay(int record, long messageId, int home, long pairs) {
    if (record == Records.NONE || !abandon(record, keyOf(home), pairs)) {
      routing.leaveInInboxes(messageId, home);
    }
  }

  private void giveBack(int row) {
    long custody = records.custody(row);
    if (custody > 0) {
      abandoned.addAll(records.partition(row), records.message(row), custody);
      queuedPairs -= custody;
    }
  }

  /** A record's turn has come, as of the instant that it was put off to. */
  private void begin(int row) {
    long messageId = records.message(row);
    long atNs = records.doneNs(row);
    if (atNs >= downNs) {
      return;
    }
    queuedPairs -= records.custody(row);
    planning = row;
    concernedHomes = 0;
    lastClaimed = Records.NONE;
    boolean isRepeated = records.pairs(row) == Records.REPEATED;
    ownsAll = !isRepeated || abandoned.takeAll(records.partition(row), messageId);
    records.await(row);
    routing.asOf(atNs);
    members.of(messageId, site.messages().chat(messageId), site.messages().sender(messageId));
    if (site.messages().isKey(messageId)) {
      ownsAll = false;
      KeyDistribution.shareOut(members, members, this);
    } else {
      site.strategy().fanOut(members, members, this);
    }
    if (concernedHomes != 0 && site.pairs().isOriginal(messageId, site.home())) {
      relay(messageId, row, atNs);
    }
    routing.flush();
    settle(row, atNs);
  }

  /**
   * Whether the record at hand answers for a part of its pairs; it does not where it did before.
   */
  private boolean claim(int key, long pairs) {
    return ownsAll
        || abandoned.take(records.partition(planning), records.message(planning), key, pairs);
  }

  /** When the record at hand was accepted, negated where a recipient only gets it again. */
  private long custodyNs(long recipient) {
    if (recipient != lastClaimed) {
      lastClaimed = recipient;
      long acceptedNs = records.acceptedNs(planning);
      lastCustodyNs = claim((int) recipient, 1) ? acceptedNs : -acceptedNs;
    }
    return lastCustodyNs;
  }

  private void relay(long messageId, int row, long atNs) {
    for (int home = 0; home < relays.homes(); home++) {
      if ((concernedHomes >>> home & 1) != 0) {
        boolean isOwn = ownsAll || claim(keyOf(home), site.pairs().recipientsIn(messageId, home));
        long acceptedNs = records.acceptedNs(row);
        if (relays.append(home, messageId, row, isOwn ? acceptedNs : -acceptedNs, atNs)) {
          records.await(row);
        }
      }
    }
  }

  private static int keyOf(int home) {
    return -1 - home;
  }

  private static int homeOf(int key) {
    return -1 - key;
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
