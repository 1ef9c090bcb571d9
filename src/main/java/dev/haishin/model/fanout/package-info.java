/**
 * Fan-out workers: consumers of a home's messages that run the real delivery code, write inboxes,
 * look up sessions and send frames to gateways, or hand over to push.
 *
 * <p>Modelled: a partition pinned to one core, record and recipient cost, inbox writes and session
 * lookups issued together, records of one chat one after another, at most 10,000 records in flight
 * a partition, offsets committed in order, one relay record to each other home concerned, paced
 * broadcasts in chunks. Left out: worker failures and rebalance.
 */
package dev.haishin.model.fanout;
