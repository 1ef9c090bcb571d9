/**
 * Who is in which chat, who taps when, and what each person's device does.
 *
 * <p>Modelled: users in client shards with their sessions, connections, outbox and missed messages;
 * the social graph, computed from keyed permutations and never stored; taps as a Poisson process
 * over the whole world with every shape of the language; typing, read receipts and broadcasts as
 * load. Left out: several devices a user, contacts that form clusters, replies that follow
 * messages.
 *
 * <p>Numbers: facts.md section 9 (shapes, sizes), L80 to L82 (size limits), L37 and R04
 * (heartbeats).
 */
package dev.haishin.model.population;
