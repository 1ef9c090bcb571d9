package dev.haishin.model.failure;

/**
 * A second site of a home: as many hosts of each component of its back end, which serve nobody as
 * long as the home does. What the home has acknowledged is shipped to it, later by a lag.
 *
 * @param region where it stands
 * @param lagNs how far what it has is behind, at least 0
 * @param promoteAfterNs from the loss of the home's region until it serves in its place
 */
public record Standby(int region, long lagNs, long promoteAfterNs) {}
