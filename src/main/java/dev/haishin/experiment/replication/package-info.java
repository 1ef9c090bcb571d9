/**
 * The same scenario run with several seeds: what the replications say together, how sure that is,
 * and when there are enough of them.
 */
package dev.haishin.experiment.replication;
