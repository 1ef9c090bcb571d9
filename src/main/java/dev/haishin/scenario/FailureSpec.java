package dev.haishin.scenario;

/**
 * A failure that is modelled: gateways that crash or vanish, or clients dropped by their carrier.
 *
 * @param verb crash, vanish or disconnect
 * @param region index
 * @param share of the hosts or clients, or -1
 * @param count of the hosts, or -1
 * @param index of the host, or -1
 * @param restartNs until it is back, or -1 for never
 */
public record FailureSpec(
    String verb,
    int region,
    long atNs,
    double share,
    int count,
    int index,
    long restartNs,
    String label) {}
