package dev.haishin.results;

/**
 * A component that is among the busiest.
 *
 * @param path the capacity that is scarcest, {@code gateway.loop}
 * @param host its hottest host
 * @param utilization of that host in its busiest interval, 0 to 1
 * @param shareOfTail the component's part in the time of the slowest deliveries
 */
public record Bottleneck(String path, String host, double utilization, Reading shareOfTail) {}
