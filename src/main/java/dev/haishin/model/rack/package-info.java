/**
 * Hosts that one process stands for, and how others ask them.
 *
 * <p>A rack holds the hosts of one component that stand in one zone of one region. Nothing outside
 * can tell them from hosts that are processes of their own: each has its own queue, state and
 * number, and requests reach it in the same order at the same instants. What a sender asks of
 * several of them at one instant travels as one event, and so do their answers, each of which
 * carries the instant at which it comes.
 *
 * <p>Left out: anything that hosts of a zone have in common in reality (a switch, a power supply).
 */
package dev.haishin.model.rack;
