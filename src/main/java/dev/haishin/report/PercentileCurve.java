package dev.haishin.report;

/**
 * The whole distribution of one latency metric, as its {@code .hgrm} file holds it.
 *
 * @param path the metric
 * @param points percentile as a fraction from 0 to 1 against latency in milliseconds
 * @param samples how many were recorded
 */
record PercentileCurve(String path, Points points, double samples) {}
