package dev.haishin.scenario;

/**
 * A figure that is asked for, its window resolved.
 *
 * @param path as written, window included
 * @param metric the path without its window
 * @param unit of the answer, as {@link MetricCatalog#unitOf} names it
 * @param fromNs start of the window, 0 for the whole run
 * @param toNs end of the window, {@code Long.MAX_VALUE} for the end of the run
 * @param knowable false if the window hangs on a failure that the scenario does not have
 */
public record AskedSpec(
    String path, String metric, String unit, long fromNs, long toNs, boolean knowable) {}
