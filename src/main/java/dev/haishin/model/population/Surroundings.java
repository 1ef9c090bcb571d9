package dev.haishin.model.population;

import dev.haishin.model.Messages;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.Takeover;
import dev.haishin.model.network.AccessNetwork;
import java.util.List;

/**
 * What a region's client shards know of the world around them, none of it changing during a run.
 *
 * @param presence where shards publish who may be online
 * @param horizonNs the end of the run
 * @param gateways how many gateways the region has at first
 * @param durationNs of the run
 * @param reachable gateways, for one shard
 * @param openings when people come online at once
 * @param history messages that an added device reads again
 * @param mostLateNs how long after its instant a shard may take a step of its own
 * @param takeover of their home by a second site, null if there is none
 */
public record Surroundings(
    Graph graph,
    Messages messages,
    AccessNetwork access,
    Heartbeat heartbeat,
    Presence presence,
    long horizonNs,
    int gateways,
    long durationNs,
    Reachable reachable,
    List<FailurePlan.ClientsOpen> openings,
    int history,
    long mostLateNs,
    Takeover takeover) {}
