package dev.haishin.results;

import org.HdrHistogram.Histogram;

/**
 * The latencies of the taps of one interval.
 *
 * @param fromNs where the interval begins
 * @param toNs where it ends
 * @param maxNs the largest of them
 * @param latencies in nanoseconds, to two significant digits
 */
public record IntervalDistribution(long fromNs, long toNs, long maxNs, Histogram latencies) {}
