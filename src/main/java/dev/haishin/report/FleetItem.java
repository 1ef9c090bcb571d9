package dev.haishin.report;

/**
 * Hosts of one kind in one region.
 *
 * @param usdPerMonth what they cost together, or not a number where the scenario names no price
 */
record FleetItem(
    String component,
    String region,
    double count,
    double cores,
    double memoryBytes,
    double usdPerMonth) {}
