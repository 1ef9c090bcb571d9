package dev.haishin.report;

/**
 * A mark on an axis.
 *
 * @param position where, from 0 (start of the axis) to 1 (its end)
 * @param label what is written there; empty for a line without a word
 */
record Tick(double position, String label) {}
