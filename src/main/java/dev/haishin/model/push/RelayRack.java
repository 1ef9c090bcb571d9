package dev.haishin.model.push;

import dev.haishin.engine.Agenda;
import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The relays of one home, which share a partition and nothing else: what they do follows one agenda
 * in the order of time, worked off once a cell.
 *
 * <p>Events for any of them go to the first one.
 */
public final class RelayRack {
  static final int ARRIVE = 0;
  static final int REFUSED = 1;
  static final int RETRY = 2;
  static final int LATE = 3;

  private static final int NOT_ARMED = -1;

  private final PushRelays relays;
  private final PushCells cells;
  private final Network network;
  private final List<PushRelay> hosts = new ArrayList<>();
  private final Agenda agenda = new Agenda();
  private final Requests[] requests;
  private final HeldPushes held = new HeldPushes();
  private long armedEndNs = Long.MAX_VALUE;
  private int ticket = NOT_ARMED;

  /**
   * A rack without relays; each joins as it is made, in the order of their processes.
   *
   * @param apnsProcess Apple's service
   * @param fcmProcess Google's service
   */
  public RelayRack(PushRelays relays, Network network, int apnsProcess, int fcmProcess) {
    this.relays = relays;
    this.network = network;
    cells = relays.cells();
    requests = new Requests[] {new Requests(apnsProcess), new Requests(fcmProcess)};
  }

  /** Works off what lies before the end of a run and has not been handed on yet. */
  public void finishRun(long endNs) {
    work(endNs, endNs);
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
    return hosts.size() - 1;
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
      int relay = relays.relayOf(user);
      long linkNs = network.latencyNs(event.origin(), hosts.get(relay).id());
      long atNs = Submissions.leftNs(event, i, endNs) + linkNs;
      int platform = Submissions.platform(event, i);
      agenda.add(
          atNs, 0, ARRIVE, relay, held.take(Submissions.messageId(event, i), user, platform));
    }
    arm(port);
  }

  /** Takes in refusals of a provider. */
  void refused(Event event, Port port) {
    for (int i = 0; i < Refusals.count(event); i++) {
      agenda.add(
          Refusals.replyAtNs(event, i),
          0,
          REFUSED,
          Refusals.relay(event, i),
          Refusals.row(event, i));
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
    arm(port);
  }

  private void work(long untilNs, long handedOnNs) {
    while (agenda.takeBefore(untilNs)) {
      PushRelay relay = hosts.get(agenda.host());
      relay.step(agenda.kind(), (int) agenda.payload(), agenda.timeNs(), handedOnNs);
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
