package dev.haishin.model;

import dev.haishin.delivery.AdaptiveHeartbeat;
import dev.haishin.delivery.HeartbeatPolicy;
import dev.haishin.model.failure.Standby;
import dev.haishin.model.gateway.GatewayConfig;
import dev.haishin.model.network.Residency;
import dev.haishin.model.population.ClientConfig;
import dev.haishin.model.population.LoadShape;
import dev.haishin.model.store.EdgeRules;
import java.util.List;

/**
 * What is built in one region for its own people.
 *
 * @param zones numbered from 0; host i stands in zone i mod zones
 * @param home the region that holds their primary data
 * @param failover regions whose gateways its people dial while none of its own is up
 * @param standby the second site of the data that it holds, null if there is none
 * @param iosShare of the devices
 * @param gateways how many
 * @param adaptive how clients look for their heartbeats' interval, null if it is fixed
 * @param messagesPerSecond mean rate of taps in the region's chats
 * @param typingPerSecond mean rate of typing indicators
 * @param shape of both over the run
 * @param residency what of its data has to stay home, null if nothing has to
 * @param edge its copy of what is kept in its home, null if there is none
 */
public record RegionPlan(
    String name,
    int users,
    int zones,
    int home,
    List<Integer> failover,
    Standby standby,
    double iosShare,
    int gateways,
    GatewayConfig gateway,
    ClientConfig clients,
    HeartbeatPolicy heartbeat,
    AdaptiveHeartbeat adaptive,
    double messagesPerSecond,
    double typingPerSecond,
    LoadShape shape,
    Residency residency,
    EdgeRules edge) {}
