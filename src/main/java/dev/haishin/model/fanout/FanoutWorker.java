package dev.haishin.model.fanout;

import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.Groups;
import dev.haishin.model.Parts;
import dev.haishin.model.kafka.Consumer;
import dev.haishin.model.kafka.Producer;
import dev.haishin.results.LossReason;
import dev.haishin.results.Recorder;
import java.util.function.LongConsumer;

/**
 * A consumer of a home's messages that runs the fan-out code.
 *
 * <p>Discipline: a partition is pinned to one core, first in first out. At the end of its service a
 * record issues inbox writes and session lookups together; a frame leaves on its lookup; the offset
 * is done when all are. Records of one chat wait for each other. All of that is decided when it is
 * known, ahead of its instant, and leaves at its instant. Limit: {@value #MOST_IN_FLIGHT} records
 * in flight a partition, then its fetching pauses.
 */
public final class FanoutWorker extends LogicalProcess {
  /** Records in flight a partition. */
  static final int MOST_IN_FLIGHT = 10_000;

  private final Cores cores;
  private final Intake intake;
  private final Routing routing;
  private final Broadcasting broadcasting;
  private final Consumer consumer;
  private final Producer[] relays;
  private final MessagePairs pairs;

  /** An idle worker. */
  public FanoutWorker(
      String name,
      WorkerSite site,
      Parts parts,
      Subscription subscription,
      Recorder recorder,
      long seed) {
    super(name, Groups.WORKERS);
    this.pairs = site.pairs();
    this.cores =
        new Cores(
            site.cores(), site.host(), RandomStream.of(seed, "fanout-service", name), recorder);
    this.relays = new Producer[site.graph().people().regions()];
    for (int r = 0; r < relays.length; r++) {
      relays[r] =
          r == site.home()
              ? null
              : parts.producer(
                  port(), WorkerKinds.PRODUCERS, r, new RelayAnswers(r, site, recorder));
    }
    this.routing = new Routing(port(), site, parts, recorder);
    this.intake = new Intake(port(), site, cores, routing, relays, recorder);
    this.broadcasting = new Broadcasting(port(), site, cores, routing);
    this.consumer = subscription.consumer(port(), WorkerKinds.CONSUMER, intake);
    intake.commits().readFrom(consumer);
    routing.reportTo(intake);
  }

  /** Begins to fetch; once, before the run. */
  public void start() {
    consumer.start();
  }

  /** A frame did not reach its client; carries the pair's custody. */
  public static void undelivered(
      Port from, int worker, long atNs, long messageId, int user, long acceptedNs, long attempt) {
    from.attach(user);
    from.attach(attempt);
    from.send(worker, atNs, WorkerKinds.UNDELIVERED, messageId, acceptedNs);
  }

  /** A stretch of a broadcast's audience; carries the custody of {@code count} pairs. */
  public static void chunk(
      Port from, int worker, long atNs, long messageId, int first, int count, int audience) {
    from.attach(audience);
    from.send(worker, atNs, WorkerKinds.CHUNK, messageId, ((long) first << 32) | count);
  }

  /** Pairs held in rows. */
  public long heldPairs() {
    long held = intake.heldPairs() + routing.heldPairs();
    for (Producer relay : relays) {
      held += relay == null ? 0 : relay.heldPairs(pairs);
    }
    return held;
  }

  /** Names every message that is held here between events; some more do no harm. */
  public void heldMessages(LongConsumer each) {
    intake.heldMessages(each);
    routing.heldMessages(each);
    for (Producer relay : relays) {
      if (relay != null) {
        relay.heldMessages(each);
      }
    }
  }

  /** Records dropped because their message had come before. */
  public long dropped() {
    return intake.dropped();
  }

  /** Pairs that an event addressed to a worker carries. */
  public long heldPairs(Event pending) {
    return switch (pending.kind()) {
      case WorkerKinds.UNDELIVERED -> 1;
      case WorkerKinds.CHUNK -> (int) pending.b();
      default -> consumer.owns(pending.kind()) ? consumer.heldPairs(pending, pairs) : 0;
    };
  }

  @Override
  protected void receive(Event event) {
    int kind = event.kind();
    switch (kind) {
      case WorkerKinds.UNDELIVERED -> routing.undelivered(event);
      case WorkerKinds.CHUNK -> broadcasting.chunk(event);
      case WorkerKinds.WAKE -> intake.commits().wake();
      case WorkerKinds.PUSHES -> routing.handPushesOn();
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
      relays[Producer.home(event)].receive(event);
    }
  }

  /**
   * A relay record needs no answer: what is durable there is that home's to deliver. One that finds
   * the producer's buffer full is lost.
   */
  private record RelayAnswers(int home, WorkerSite site, Recorder recorder)
      implements Producer.Sink {
    @Override
    public void acked(long messageId) {
      // The other home's log holds it now.
    }

    @Override
    public void failed(long messageId) {
      recorder.ledger().lost(LossReason.QUEUE_OVERFLOW, site.pairs().recipientsIn(messageId, home));
    }
  }
}
