/**
 * What a run says of itself: the list of metrics, the recorders that gather them, the ledger, the
 * verdicts on expectations, and the files that hold it all.
 *
 * <p>Recorders observe. They draw no random number and schedule no event, and everything they keep
 * is an integer, so that adding up the recorders of many threads has no order and a result holds
 * nothing of the machine. Not modelled here: statistics over several runs, which belong to the
 * experiments.
 */
package dev.haishin.results;
