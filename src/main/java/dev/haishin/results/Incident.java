package dev.haishin.results;

/**
 * Something that fails in a run, as a scenario says it.
 *
 * @param label for people: {@code crash gateway in tokyo}
 * @param atNs when, nanoseconds from the start of the run
 * @param lastsNs until it is over, negative if it does not end
 */
public record Incident(String label, long atNs, long lastsNs) {}
