package dev.haishin.scenario;

/**
 * An expectation, its window resolved.
 *
 * @param path as written, window included
 * @param metric the path without its window
 * @param fromNs start of the window, 0 for the whole run
 * @param toNs end of the window, {@code Long.MAX_VALUE} for the end of the run
 * @param knowable false if the window hangs on a failure that the scenario does not have
 * @param sign {@code <}, {@code <=}, {@code >}, {@code >=}, {@code ==} or {@code between}
 * @param low the lower limit in the metric's canonical unit; the only one where there is one
 * @param high the upper limit; the only one where there is one
 * @param limit as written
 */
public record ExpectSpec(
    String path,
    String metric,
    long fromNs,
    long toNs,
    boolean knowable,
    String sign,
    double low,
    double high,
    String limit) {}
