/**
 * The message store: inboxes (a row a recipient) and chat logs (a row a chat), with the shape of
 * HBase, on servers that stand in one rack a zone.
 *
 * <p>Modelled: rows spread over the region servers of one home by a hash of the row's key, as
 * salted row keys are; each operation takes one of a server's {@code handlers} for {@code op-cost}
 * (first come, first served), then a delay by the laws {@code put} and {@code get}, which stand for
 * log sync, block cache and disk and take no capacity; operations of one burst to one server travel
 * together; an inbox is read 2,400 rows an operation (2 MB of 840-byte records, L53).
 *
 * <p>Numbers: put 3 ms at the median and 15 ms at p99 (facts.md section 11, from H01), 30 handlers
 * (H04). A server's capacity is {@code handlers / op-cost}. 50 us on 30 handlers bear 600,000
 * operations a second; the 20,000 single puts a second that H01 measured are 1.5 ms on 30 handlers,
 * or 50 us on one.
 *
 * <p>Failures: servers crash, vanish and come back; their regions are recovered elsewhere and moved
 * back later (H05), a course that follows from the scenario alone and is played through before the
 * run; clients try again by HBase's backoff.
 *
 * <p>Left out: what is written (the content of inboxes is followed by the recipient's own process),
 * splits, flushes and compactions other than through the laws, loss of the log or of the master,
 * what an edge cache holds (its hit rate is given: {@link dev.haishin.model.store.EdgeCache}), and
 * bytes on the wire.
 */
package dev.haishin.model.store;
