package dev.haishin.scenario;

/**
 * Prices in one region.
 *
 * @param gatewayUsdPerHour of one host, like those that follow
 * @param egressUsdPerByte to clients
 * @param crossRegionUsdPerByte between regions
 * @param storageUsdPerByteMonth of what store and log keep
 * @param smsUsd of one message
 * @param trafficNs how much traffic a month holds, as time at the run's mean rate
 */
public record CostsSpec(
    double gatewayUsdPerHour,
    double brokerUsdPerHour,
    double workerUsdPerHour,
    double shardUsdPerHour,
    double replicaUsdPerHour,
    double regionServerUsdPerHour,
    double relayUsdPerHour,
    double egressUsdPerByte,
    double crossRegionUsdPerByte,
    double storageUsdPerByteMonth,
    double smsUsd,
    long trafficNs) {}
