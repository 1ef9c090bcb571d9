package dev.haishin.model.push;

import dev.haishin.model.failure.Outages;
import dev.haishin.model.network.Network;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which relay takes a worker's submission while some are down, and when.
 *
 * <p>A user's relay is tried first, then the others in a ring. A relay whose process died answers
 * with a reset: the worker submits to the next one when the reset is there, and knows of it once
 * the resets of its connections have arrived. A relay that vanished does not answer: the worker
 * submits again after its time-out, and closes the connection with the first submission that timed
 * out; from then on, and until the relay is back, it passes it over. A worker that finds no relay
 * at all keeps the submission and tries again once a time-out.
 *
 * <p>All this follows from the script of the run and from what each worker has submitted.
 */
final class RelayChoice {
  private static final int NOBODY = -1;

  private final PushRelays relays;
  private final Outages outages;
  private final Network network;
  private final long timeoutNs;
  private final boolean isNeeded;

  /** By worker: when it closes its connection to each relay that is dark, by relay. */
  private final IntArrayList workers = new IntArrayList();

  private final List<long[]> closedNs = new ArrayList<>();
  private final List<int[]> closedIn = new ArrayList<>();
  private int relay;
  private long atNs;

  /**
   * A choice among the relays of a home.
   *
   * @param timeoutNs after which a worker takes a submission as lost
   */
  RelayChoice(PushRelays relays, Outages outages, Network network, long timeoutNs) {
    this.relays = relays;
    this.outages = outages;
    this.network = network;
    this.timeoutNs = timeoutNs;
    boolean someFail = false;
    for (int host = 0; host < outages.hosts(); host++) {
      someFail |= outages.count(host) > 0;
    }
    isNeeded = someFail;
  }

  /**
   * Finds the relay.
   *
   * @param leftNs when the submission leaves the worker for the first time
   * @return false if no relay will ever take it
   */
  boolean find(int worker, int user, long leftNs) {
    relay = relays.relayOf(user);
    atNs = leftNs + network.latencyNs(worker, relays.process(relay), leftNs);
    if (!isNeeded) {
      return true;
    }
    int number = number(worker);
    long nowNs = leftNs;
    while (!reaches(worker, number, relays.relayOf(user), nowNs)) {
      long backNs = Outages.NEVER;
      for (int host = 0; host < outages.hosts(); host++) {
        int outage = outages.indexAt(host, atNs);
        backNs = Math.min(backNs, outage < 0 ? atNs : outages.upNs(host, outage));
      }
      if (backNs == Outages.NEVER) {
        return false;
      }
      long tries = Math.max(1, (backNs - atNs + timeoutNs - 1) / timeoutNs);
      nowNs = atNs + tries * timeoutNs;
    }
    return true;
  }

  /** The relay found, by its number. */
  int relay() {
    return relay;
  }

  /** When the submission reaches the relay found; or when the last of all was found dead. */
  long atNs() {
    return atNs;
  }

  /** One round through all relays from an instant on; tells whether one of them takes it. */
  private boolean reaches(int worker, int number, int first, long fromNs) {
    long nowNs = fromNs;
    for (int i = 0; i < relays.count(); i++) {
      int host = (first + i) % relays.count();
      long linkNs = network.latencyNs(worker, relays.process(host), nowNs);
      if (isPassedOver(number, host, nowNs, linkNs)) {
        continue;
      }
      int outage = outages.indexAt(host, nowNs + linkNs);
      if (outage < 0) {
        relay = host;
        atNs = nowNs + linkNs;
        return true;
      }
      if (outages.silent(host, outage)) {
        nowNs = timedOutNs(number, host, outage, nowNs);
      } else {
        nowNs += 2 * linkNs;
      }
    }
    relay = NOBODY;
    atNs = nowNs;
    return false;
  }

  /** When a worker gives up on a submission to a relay that is dark: with the first one. */
  private long timedOutNs(int number, int host, int outage, long nowNs) {
    if (closedIn.get(number)[host] != outage) {
      closedIn.get(number)[host] = outage;
      closedNs.get(number)[host] = nowNs + timeoutNs;
    }
    return Math.max(nowNs, Math.min(nowNs + timeoutNs, closedNs.get(number)[host]));
  }

  private boolean isPassedOver(int number, int host, long nowNs, long linkNs) {
    int outage = outages.indexAt(host, nowNs);
    if (outage < 0) {
      return false;
    }
    if (outages.silent(host, outage)) {
      return closedIn.get(number)[host] == outage && nowNs >= closedNs.get(number)[host];
    }
    return nowNs >= outages.downNs(host, outage) + linkNs;
  }

  private int number(int worker) {
    int number = workers.indexOf(worker);
    if (number < 0) {
      number = workers.size();
      workers.add(worker);
      closedNs.add(new long[relays.count()]);
      int[] none = new int[relays.count()];
      Arrays.fill(none, NOBODY);
      closedIn.add(none);
    }
    return number;
  }
}
