package dev.haishin.model.push;

import dev.haishin.engine.Agenda;
import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.network.Network;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The relays of one home, which share a partition and nothing else: what they do follows one agenda
 * in the order of time, worked off once a cell.
 *
 * <p>A relay that goes down takes with it what it holds: the queue of its retries, and whatever
 * waits for a core, a stream or an answer. What was sent to a provider or to the gateway for text
 * messages before takes its course; answers to the relay that was are void. Nobody tells the pairs'
 * recipients: their inboxes hold the messages, and so no pair is lost, it only is not notified of.
 * Workers submit to other relays meanwhile ({@link RelayChoice}). The tokens known to be void are
 * kept in a store that all relays of the home share, and survive.
 *
 * <p>Events for any of them go to the first one.
 */
public final class RelayRack {
  static final int ARRIVE = 0;
  static final int REFUSED = 1;
  static final int RETRY = 2;
  static final int LATE = 3;
  static final int FAILED = 4;
  static final int VOID = 5;

  private static final int NOT_ARMED = -1;

  private final PushCells cells;
  private final RelayChoice choice;
  private final Outages outages;
  private final Device device;
  private final List<PushRelay> hosts = new ArrayList<>();
  private final Agenda agenda = new Agenda();
  private final Requests[] requests;
  private final HeldPushes held = new HeldPushes();
  private final IntOpenHashSet voidTokens = new IntOpenHashSet();
  private long nextDownNs = Outages.NEVER;
  private long armedEndNs = Long.MAX_VALUE;
  private int ticket = NOT_ARMED;

  /**
   * A rack without relays; each joins as it is made, in the order of their processes.
   *
   * @param outages of the relays, by their numbers
   * @param device behind the providers
   * @param timeoutNs after which a worker takes a submission as lost
   * @param apnsProcess Apple's service
   * @param fcmProcess Google's service
   */
  public RelayRack(
      PushRelays relays,
      Network network,
      Outages outages,
      Device device,
      long timeoutNs,
      int apnsProcess,
      int fcmProcess) {
    this.outages = outages;
    this.device = device;
    choice = new RelayChoice(relays, outages, network, timeoutNs);
    cells = relays.cells();
    requests = new Requests[] {new Requests(apnsProcess), new Requests(fcmProcess)};
  }

  /** Works off what lies before the end of a run and has not been handed on yet. */
  public void finishRun(long endNs) {
    work(endNs, endNs);
    goDown(endNs - 1);
    for (PushRelay relay : hosts) {
      relay.settle(endNs);
    }
  }

  /** Names every message that is held here between events; some more do no harm. */
  public void heldMessages(LongConsumer each) {
    held.heldMessages(each);
  }

  /** Takes a relay in and gives it its number. */
  int join(PushRelay relay) {
    hosts.add(relay);
    nextDownNs = Math.min(nextDownNs, outages.nextDownNs(hosts.size() - 1, 0));
    return hosts.size() - 1;
  }

  /** When a relay goes down the next time, from an instant on. */
  long nextDownNs(int relay, long fromNs) {
    return outages.nextDownNs(relay, fromNs);
  }

  /** Users whose token a provider has called void. */
  IntOpenHashSet voidTokens() {
    return voidTokens;
  }

  Agenda agenda() {
    return agenda;
  }

  HeldPushes held() {
    return held;
  }

  /** The requests to a provider that leave with the present cell. */
  Requests requests(int platform) {
    return requests[platform];
  }

  /** Takes in the submissions of a worker. */
  void submitted(Event event, Port port) {
    long endNs = event.a();
    for (int i = 0; i < Submissions.count(event); i++) {
      int user = Submissions.user(event, i);
      if (choice.find(event.origin(), user, Submissions.leftNs(event, i, endNs))) {
        int platform = Submissions.platform(event, i);
        int row = held.take(Submissions.messageId(event, i), user, platform);
        agenda.add(choice.atNs(), 0, ARRIVE, choice.relay(), row);
      }
    }
    arm(port);
  }

  /** Takes in refusals of a provider. */
  void refused(Event event, Port port) {
    for (int i = 0; i < Refusals.count(event); i++) {
      agenda.add(
          Refusals.replyAtNs(event, i),
          0,
          Refusals.step(event, i),
          Refusals.relay(event, i),
          Refusals.place(event, i));
    }
    arm(port);
  }

  /** Works through the cell that ends at an instant, and hands the requests on. */
  void cellEnded(long endNs, Port port) {
    ticket = NOT_ARMED;
    armedEndNs = Long.MAX_VALUE;
    work(cells.relayedUntilNs(endNs), port.nowNs());
    for (Requests to : requests) {
      to.send(port, cells.requestedNs(endNs), endNs);
    }
    device.handOn(port);
    arm(port);
  }

  private void work(long untilNs, long handedOnNs) {
    while (agenda.takeBefore(untilNs)) {
      if (agenda.timeNs() >= nextDownNs) {
        goDown(agenda.timeNs());
      }
      PushRelay relay = hosts.get(agenda.host());
      relay.step(agenda.kind(), agenda.payload(), agenda.timeNs(), handedOnNs);
    }
  }

  /** Lets every relay go down that has done so by an instant. */
  private void goDown(long byNs) {
    nextDownNs = Outages.NEVER;
    for (PushRelay relay : hosts) {
      relay.goDown(byNs);
      nextDownNs = Math.min(nextDownNs, relay.nextDownNs());
    }
  }

  /** Waits for the cell with which the first step is worked off. */
  private void arm(Port port) {
    if (agenda.size() == 0) {
      return;
    }
    long endNs = cells.relayEndNs(agenda.nextNs());
    if (endNs < armedEndNs) {
      if (ticket != NOT_ARMED) {
        port.cancel(ticket);
      }
      armedEndNs = endNs;
      ticket = PushRelay.awaitEnd(port, cells.relayNs(endNs), endNs);
    }
  }
}
