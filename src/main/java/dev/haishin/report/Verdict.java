package dev.haishin.report;

/**
 * One expectation of the scenario and what became of it.
 *
 * @param path the metric, window and qualifiers included
 * @param limit comparison and limit as the scenario states them
 * @param value what was measured, as text
 * @param outcome {@code met}, {@code missed} or {@code unknown}
 * @param reason why it is unknown, or empty
 */
record Verdict(String path, String limit, String value, String outcome, String reason) {}
