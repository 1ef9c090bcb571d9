package dev.haishin.model.fanout;

import dev.haishin.delivery.FanoutStrategy;
import dev.haishin.delivery.Repertoire;
import dev.haishin.engine.Capacity;
import dev.haishin.engine.Distribution;
import dev.haishin.model.Messages;
import dev.haishin.model.failure.Takeover;
import dev.haishin.model.network.AccessNetwork;
import dev.haishin.model.network.Network;
import dev.haishin.model.population.ChatRates;
import dev.haishin.model.population.Clients;
import dev.haishin.model.population.Graph;
import dev.haishin.model.push.PushRelays;
import dev.haishin.results.Recorder;

/**
 * What a fan-out worker is and knows, none of it changing during a run.
 *
 * @param home the region whose people it serves
 * @param host of the worker among all workers, for recording
 * @param membership its place among the workers of its home
 * @param cores each with a queue of its own
 * @param capacity of its host by time
 * @param recordCost CPU of one record
 * @param recipientCost CPU of one recipient
 * @param audiences of the broadcasts, by number
 * @param takeover by which its home goes to a second site, null if it does not
 */
public record WorkerSite(
    int home,
    int host,
    Membership membership,
    int cores,
    Capacity capacity,
    Distribution recordCost,
    Distribution recipientCost,
    FanoutStrategy strategy,
    Repertoire.RouterFactory router,
    Graph graph,
    ChatRates rates,
    Messages messages,
    MessagePairs pairs,
    Clients clients,
    AccessNetwork access,
    Network network,
    Audience[] audiences,
    PushRelays pushRelays,
    Takeover takeover) {

  /** The region in which its home's back end stands at an instant. */
  int seat(long atNs) {
    return network.seat(home, atNs);
  }

  /** Something is written that a second site gets as well, as long as it is the second. */
  void ship(Recorder recorder, boolean isKey, long bytes, long atNs) {
    if (seat(atNs) == home) {
      network.borders().shipToStandby(recorder, home, isKey, bytes, atNs);
    }
  }
}
