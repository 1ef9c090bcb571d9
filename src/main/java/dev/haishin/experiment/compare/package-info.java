/**
 * Variants of a scenario set against each other on the same chances: by how much they differ, how
 * sure that is, and how far they are from a bound that none can beat.
 */
package dev.haishin.experiment.compare;
