package dev.haishin.scenario;

/**
 * The second site of a home's data.
 *
 * @param region index of the region where it stands
 * @param lagNs how far its replicas are behind, at least 0
 * @param promoteAfterNs from the loss of the region until it serves, at least a second
 */
public record StandbySpec(int region, long lagNs, long promoteAfterNs) {}
