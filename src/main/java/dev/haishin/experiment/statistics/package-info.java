/**
 * What can be said from a few replications: intervals of means, of differences, and where a warm-up
 * ends. Plain numbers in, plain numbers out.
 */
package dev.haishin.experiment.statistics;
