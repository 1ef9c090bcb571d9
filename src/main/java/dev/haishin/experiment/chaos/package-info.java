/**
 * Random failures in search of a broken promise: schedules drawn from a seed, what a run shows of
 * them, and the shrinking of a schedule to the little that is needed.
 *
 * <p>Drawn is what {@link dev.haishin.scenario.FailureKind#MODELLED} lists, inside what the
 * scenario's {@code chaos} allows. A schedule takes the place of the file's own failures. Shrinking
 * is Zeller's ddmin over the failures (A. Zeller, R. Hildebrandt: Simplifying and Isolating
 * Failure-Inducing Input, IEEE TSE 28, 2002), then a search for rounder values.
 */
package dev.haishin.experiment.chaos;
