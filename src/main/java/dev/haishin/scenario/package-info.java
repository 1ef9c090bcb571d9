/**
 * A scenario as it is run: immutable records in which every default is filled in, every override is
 * applied and every count has its final size.
 *
 * <p>Times are longs in nanoseconds, sizes longs in bytes, rates doubles per second, bandwidths
 * doubles in bytes per second and fractions doubles from 0 to 1, as the names say. Whatever may
 * follow a law is a {@link dev.haishin.scenario.Quantity}. Each region carries its own resolved
 * copy of every component, so the simulated world never looks up an override.
 */
package dev.haishin.scenario;
