package dev.haishin.model.fanout;

import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.Groups;
import dev.haishin.model.Parts;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.kafka.Consumer;
import dev.haishin.model.kafka.GroupTimeline;
import dev.haishin.results.Recorder;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A consumer of a home's messages that runs the fan-out code.
 *
 * <p>Discipline: a partition is pinned to one core, first in first out. At the end of its service a
 * record issues inbox writes and session lookups together; a frame leaves on its lookup; the offset
 * is done when all are. Records of one chat wait for each other. All of that is decided when it is
 * known, ahead of its instant, and leaves at its instant. Limit: {@value #MOST_IN_FLIGHT} records
 * in flight a partition, then its fetching pauses.
 *
 * <p>When it crashes or vanishes, all that it has is gone: queued records and pairs in work come
 * again from the log, to whoever the group's timeline then gives the partition; what had left is on
 * its way. It knows its own end, and does nothing as of a later instant.
 */
public final class FanoutWorker extends LogicalProcess {
  /** Records in flight a partition. */
  static final int MOST_IN_FLIGHT = 10_000;

  private final WorkerSite site;
  private final Cores cores;
  private final Intake intake;
  private final Routing routing;
  private final Broadcasting broadcasting;
  private final Consumer consumer;
  private final Relays relays;
  private boolean isDown;

  /** An idle worker. */
  public FanoutWorker(
      String name,
      WorkerSite site,
      Parts parts,
      Subscription subscription,
      Recorder recorder,
      long seed) {
    super(name, Groups.WORKERS);
    this.site = site;
    this.cores =
        new Cores(
            site.cores(),
            site.capacity(),
            site.host(),
            RandomStream.of(seed, "fanout-service", name),
            recorder);
    this.relays = new Relays(port(), site, parts, recorder);
    this.routing = new Routing(port(), site, parts, recorder);
    this.intake = new Intake(port(), site, cores, routing, relays, recorder);
    this.broadcasting = new Broadcasting(port(), site, cores, routing);
    this.consumer = subscription.consumer(port(), WorkerKinds.CONSUMER, intake);
    intake.commits().readFrom(consumer);
    relays.reportTo(intake);
    routing.reportTo(intake, broadcasting);
    live(site.membership().nextDownNs(0));
  }

  /** Begins to fetch, and schedules its own ends and what becomes of its group; before the run. */
  public void start() {
    consumer.start();
    Membership membership = site.membership();
    Outages outages = membership.outages();
    for (int i = 0; i < outages.count(membership.number()); i++) {
      long silent = outages.silent(membership.number(), i) ? 1 : 0;
      port().atAnyIncarnation(outages.downNs(membership.number(), i), WorkerKinds.DOWN, silent, 0);
      long upNs = outages.upNs(membership.number(), i);
      if (upNs != Outages.NEVER) {
        port().atAnyIncarnation(upNs, WorkerKinds.UP, 0, 0);
      }
    }
    List<GroupTimeline.Step> steps = membership.timeline().steps();
    for (int i = 0; i < steps.size(); i++) {
      port().atAnyIncarnation(steps.get(i).atNs(), WorkerKinds.REBALANCED, i, 0);
    }
  }

  /** A frame did not reach its client; carries the pair's custody. */
  public static void undelivered(
      Port from, int worker, long atNs, long messageId, int user, long acceptedNs, long attempt) {
    from.attach(user);
    from.attach(attempt);
    from.send(worker, atNs, WorkerKinds.UNDELIVERED, messageId, acceptedNs);
  }

  /** A stretch of a broadcast's audience; carries the custody of the pairs that it owns. */
  static void chunk(Port from, int worker, long atNs, Stretch stretch) {
    stretch.send(from, worker, atNs, WorkerKinds.CHUNK);
  }

  /** Pairs held in rows. */
  public long heldPairs() {
    return intake.heldPairs() + routing.heldPairs() + broadcasting.heldPairs() + relays.heldPairs();
  }

  /** Names every message that is held here between events; some more do no harm. */
  public void heldMessages(LongConsumer each) {
    intake.heldMessages(each);
    routing.heldMessages(each);
    broadcasting.heldMessages(each);
    relays.heldMessages(each);
  }

  /** Pairs that an event addressed to a worker carries. */
  public static long heldPairs(Event pending) {
    return switch (pending.kind()) {
      case WorkerKinds.UNDELIVERED -> pending.b() < 0 ? 0 : 1;
      case WorkerKinds.CHUNK -> Stretch.ownPairs(pending);
      default -> 0;
    };
  }

  @Override
  protected void receive(Event event) {
    switch (event.kind()) {
      case WorkerKinds.PUSHES -> routing.handPushesOn();
      case WorkerKinds.DOWN -> goDown(event.a() != 0);
      case WorkerKinds.UP -> comeUp();
      default -> {
        if (isDown) {
          receiveDown(event);
        } else {
          receiveUp(event);
        }
      }
    }
  }

  private void receiveUp(Event event) {
    int kind = event.kind();
    switch (kind) {
      case WorkerKinds.UNDELIVERED -> routing.undelivered(event);
      case WorkerKinds.CHUNK -> broadcasting.chunk(event, downNs());
      case WorkerKinds.WAKE -> intake.commits().wake();
      case WorkerKinds.REBALANCED -> {
        intake.commits().catchUp();
        consumer.rebalanced(site.membership().timeline().steps().get((int) event.a()));
      }
      default -> receivePart(event);
    }
  }

  private void receivePart(Event event) {
    int kind = event.kind();
    if (consumer.owns(kind)) {
      intake.commits().catchUp();
      consumer.receive(event);
    } else if (routing.owns(kind)) {
      routing.receive(event);
    } else {
      relays.receive(event);
    }
  }

  /** What others sent to a host that is down. */
  private void receiveDown(Event event) {
    switch (event.kind()) {
      case WorkerKinds.UNDELIVERED -> routing.undeliveredDown(event);
      case WorkerKinds.CHUNK ->
          broadcasting.chunkDown(
              event, site.membership().outages().isDark(site.membership().number(), nowNs()));
      default -> {
        if (consumer.owns(event.kind())) {
          consumer.receiveDown(event);
        }
      }
    }
  }

  private void goDown(boolean isSilent) {
    intake.commits().catchUp();
    startIncarnation();
    isDown = true;
    intake.crash();
    broadcasting.crash(isSilent);
    consumer.crash(!isSilent);
  }

  private void comeUp() {
    isDown = false;
    cores.reset(nowNs());
    live(site.membership().nextDownNs(nowNs()));
    consumer.restart();
  }

  private void live(long untilNs) {
    intake.livesUntil(untilNs);
    routing.livesUntil(untilNs);
  }

  private long downNs() {
    return site.membership().nextDownNs(nowNs());
  }
}
