/**
 * The delivery code itself: fan-out, session routing, push retry, reconnect and heartbeat rules,
 * bundling, ordering and duplicate removal, as state machines that a simulation or a live runtime
 * may drive.
 *
 * <p>Rules of this package:
 *
 * <ul>
 *   <li>No clock: the current time is an argument, {@code nowNs}, which never goes back.
 *   <li>No I/O, threads or logging: what shall happen leaves through a sink, an interface that the
 *       driver implements. A timer is an effect as well: the driver is told when to call again.
 *   <li>No generator of random numbers: 64 uniform bits are an argument.
 *   <li>No allocation in steady state: state is packed into integers or held in rows of arrays.
 *   <li>Nothing but the JDK. It knows neither the simulator nor any broker.
 *   <li>The platform relays ciphertext: nothing here looks into a payload.
 * </ul>
 *
 * <p>Nothing here is safe for use by several threads; an instance belongs to the process that
 * drives it. Strategies and policies are immutable and may be shared.
 */
package dev.haishin.delivery;
