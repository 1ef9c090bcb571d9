/**
 * A change held against what was before: expectations, and paths compared with the results of
 * earlier versions.
 *
 * <p>A world that takes the same path as its baseline passes at once. Otherwise replications are
 * run until each named path is shown to be within its tolerance or beyond it, or until there are as
 * many as the scenario allows. Intervals are so wide that all of a check hold together with the
 * confidence that the scenario's {@code false-alarms} leaves.
 */
package dev.haishin.experiment.check;
