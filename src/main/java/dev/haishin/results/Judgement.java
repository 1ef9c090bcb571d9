package dev.haishin.results;

/**
 * An expectation and what one run says to it.
 *
 * @param reading what was measured, in canonical units, or why it is unknown
 */
public record Judgement(Expectation expectation, Verdict verdict, Reading reading) {}
