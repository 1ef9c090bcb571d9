package dev.haishin.model.fanout;

import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.model.Groups;
import dev.haishin.model.Messages;
import dev.haishin.model.network.Network;
import dev.haishin.results.Ledger;
import dev.haishin.results.LedgerColumn;
import java.util.function.LongConsumer;

/**
 * One broadcast in one home: walks its audience at a pace, in chunks of up to 10 ms of work, one
 * worker after another. All of the audience is accepted at the start; what is not walked yet is in
 * flight. A chunk whose worker died is sent to the next one, and the dead one left out for {@value
 * #AVOIDED_S} s.
 */
public final class Broadcaster extends LogicalProcess {
  private static final int START = 0;
  private static final int STEP = 1;
  private static final int FAILED = 2;
  private static final long AVOIDED_S = 10;
  private static final long STEP_NS = 10_000_000;

  private final int origin;
  private final int number;
  private final int audience;
  private final double perStep;
  private final int firstWorker;
  private final int workers;
  private final int payloadBytes;
  private final Messages messages;
  private final Network network;
  private final Ledger ledger;
  private final long startNs;
  private long messageId;
  private int walked;
  private double allowed;
  private int nextWorker;
  private final long[] avoidedUntilNs;

  /**
   * A broadcast.
   *
   * @param origin its number among the origins of messages
   * @param number of its audience
   * @param audience people of this home
   * @param pacePerSecond people of this home a second
   */
  public Broadcaster(
      String name,
      int origin,
      int number,
      int audience,
      double pacePerSecond,
      int firstWorker,
      int workers,
      int payloadBytes,
      Messages messages,
      Network network,
      Ledger ledger,
      long startNs) {
    super(name, Groups.SOURCES);
    this.origin = origin;
    this.number = number;
    this.audience = audience;
    this.perStep = pacePerSecond * STEP_NS / 1e9;
    this.firstWorker = firstWorker;
    this.workers = workers;
    this.payloadBytes = payloadBytes;
    this.messages = messages;
    this.network = network;
    this.ledger = ledger;
    this.startNs = startNs;
    this.avoidedUntilNs = new long[workers];
  }

  /** A stretch given to a worker came to nothing. */
  static void failed(Port from, int broadcaster, long atNs, Stretch stretch) {
    stretch.send(from, broadcaster, atNs, FAILED);
  }

  /** Pairs that an event addressed to a broadcaster carries. */
  public static long heldPairs(Event pending) {
    return pending.kind() == FAILED ? Stretch.ownPairs(pending) : 0;
  }

  /** Schedules the start; once, before the run. */
  public void start() {
    if (audience > 0) {
      port().at(startNs, START, 0, 0);
    }
  }

  /** Names the message until all of its audience has been walked. */
  public void heldMessages(LongConsumer each) {
    if (walked < audience) {
      each.accept(messageId);
    }
  }

  /** Pairs not walked yet. */
  public long heldPairs() {
    return messageId == 0 ? 0 : audience - walked;
  }

  @Override
  protected void receive(Event event) {
    if (event.kind() == FAILED) {
      avoidedUntilNs[event.origin() - firstWorker] = nowNs() + AVOIDED_S * 1_000_000_000;
      give(Stretch.of(event));
      return;
    }
    if (event.kind() == START) {
      messageId = messages.add(origin, nowNs(), -1, 0, payloadBytes);
      ledger.add(LedgerColumn.INTENDED, audience);
    }
    allowed += perStep;
    int count = (int) Math.min(audience - walked, (long) allowed);
    if (count > 0) {
      allowed -= count;
      give(new Stretch(messageId, number, walked, count, null));
      walked += count;
    }
    if (walked < audience) {
      port().at(nowNs() + STEP_NS, STEP, 0, 0);
    }
  }

  /** Gives a stretch to the next worker that is not known to have died lately. */
  private void give(Stretch stretch) {
    for (int tried = 0; tried < workers && avoidedUntilNs[nextWorker] > nowNs(); tried++) {
      nextWorker = (nextWorker + 1) % workers;
    }
    int worker = firstWorker + nextWorker;
    nextWorker = (nextWorker + 1) % workers;
    FanoutWorker.chunk(port(), worker, network.arrivalNs(id(), worker, nowNs()), stretch);
  }
}
