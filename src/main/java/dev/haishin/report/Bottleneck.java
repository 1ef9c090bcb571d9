package dev.haishin.report;

/**
 * A component that the run found busy, the worst first in the summary.
 *
 * @param utilization of its hottest host, from 0 to 1
 * @param shareOfTail the share of the slowest deliveries' time spent there, or not a number
 */
record Bottleneck(String component, String host, double utilization, double shareOfTail) {}
