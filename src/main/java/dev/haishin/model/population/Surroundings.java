package dev.haishin.model.population;

import dev.haishin.model.Messages;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.gateway.Balancer;
import dev.haishin.model.network.AccessNetwork;
import java.util.List;

/**
 * What a region's client shards know of the world around them, none of it changing during a run.
 *
 * @param presence where shards publish who may be online
 * @param horizonNs the end of the run
 * @param firstGateway the region's first gateway process; the others follow it
 * @param gateways how many gateways the region has at first
 * @param durationNs of the run
 * @param balancer of one shard: which gateway is dialled
 * @param openings when people come online at once
 * @param history messages that an added device reads again
 * @param mostLateNs how long after its instant a shard may take a step of its own
 * @param outages of the region's gateways, by their number in the region
 */
public record Surroundings(
    Graph graph,
    Messages messages,
    AccessNetwork access,
    Heartbeat heartbeat,
    Presence presence,
    long horizonNs,
    int firstGateway,
    int gateways,
    long durationNs,
    Outages outages,
    Balancer balancer,
    List<FailurePlan.ClientsOpen> openings,
    int history,
    long mostLateNs) {}
