/**
 * How much is needed: the least value of a path, or the cheapest combination of a few, with which a
 * scenario meets everything that it expects.
 *
 * <p>A path is searched over steps in the order of capacity. More capacity is taken to be better,
 * up to noise; where what was tried says otherwise, the plan says so. The search goes over a small
 * world first, with few replications; the answer and the step below it are then judged at the scale
 * that was asked for, by intervals over replications.
 */
package dev.haishin.experiment.size;
