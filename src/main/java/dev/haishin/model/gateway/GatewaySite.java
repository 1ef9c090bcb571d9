package dev.haishin.model.gateway;

import dev.haishin.engine.Capacity;
import dev.haishin.model.Messages;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.network.AccessNetwork;
import dev.haishin.model.network.Network;
import dev.haishin.model.population.Clients;
import dev.haishin.model.population.Graph;
import dev.haishin.model.population.Heartbeat;
import dev.haishin.model.population.ReadReceipts;
import dev.haishin.model.store.EdgeStore;
import java.util.List;

/**
 * What a gateway knows of the world around it, none of it changing during a run.
 *
 * @param number of the gateway in its region, the host of its {@code outages}
 * @param host of the gateway among all gateways, for recording
 * @param firstLoop its first event loop among all loops, for recording
 * @param board where it publishes its connections, null if nobody asks
 * @param edge the region's copy of what is kept in another, null if there is none
 * @param foreignHomes homes of people of other regions who may come here, its region's own not
 *     among them
 * @param drains of the region's gateways
 * @param capacity of its host by time
 * @param routeTimeoutNs after which a worker gives up on a frame that a dark gateway swallowed
 */
public record GatewaySite(
    int number,
    int host,
    int firstLoop,
    Graph graph,
    Messages messages,
    Clients clients,
    ReadReceipts receipts,
    AccessNetwork access,
    Network network,
    Heartbeat heartbeat,
    Outages outages,
    Capacity capacity,
    long routeTimeoutNs,
    LoadBoard board,
    EdgeStore edge,
    List<Integer> foreignHomes,
    List<FailurePlan.HostsDrained> drains) {

  /** Whether the gateway is down at an instant. */
  boolean isDown(long atNs) {
    return outages.isDown(number, atNs);
  }

  /** Whether the gateway lives from an instant until a departure. */
  boolean livesUntil(long departureNs, long fromNs) {
    return departureNs < outages.nextDownNs(number, fromNs);
  }
}
