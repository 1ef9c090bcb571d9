/**
 * Fan-out workers: consumers of a home's messages that run the real delivery code, write inboxes,
 * look up sessions and send frames to gateways, or hand over to push.
 *
 * <p>Modelled: a partition pinned to one core, record and recipient cost, inbox writes and session
 * lookups issued together, records of one chat one after another, at most 10,000 records in flight
 * a partition, offsets committed in order, one relay record to each other home concerned, paced
 * broadcasts in chunks; workers that crash, vanish and come back, the records that are read again
 * then, and the chunks that are sent again. Left out: a worker that leaves its group on purpose.
 */
package dev.haishin.model.fanout;
