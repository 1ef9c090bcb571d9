package dev.haishin.model.push;

/**
 * The grid of instants at which pushes are handed on together.
 *
 * <p>A request reaches its provider {@code linkNs} after it left its relay, and nobody sees
 * anything of it before. So nothing is lost if workers keep submissions until the end of a cell of
 * time, relays then work through all that reached them, each at its own instant and in the order of
 * these, and hand the requests on, and providers decide about them in that order too: every instant
 * stays what it would be with an event for each step, as long as a cell and the ways to hand it on
 * end before the first request of that cell can have reached its provider.
 *
 * @param lengthNs of a cell; cell k lasts from {@code k * lengthNs} on
 * @param leastNs one way from a worker to the nearest relay
 * @param mostNs one way from a worker to the farthest relay
 * @param linkNs one way from a relay to a provider
 * @param handOnNs how long a cell's requests, and the refusals of them, travel as an event; the
 *     longer, the seldomer partitions between which they travel have to meet
 */
public record PushCells(long lengthNs, long leastNs, long mostNs, long linkNs, long handOnNs) {

  /** Refuses a grid in which a request could be late. */
  public PushCells {
    if (leastNs < 1 || mostNs < leastNs) {
      throw new IllegalArgumentException(
          "a relay is at least 1 ns away, not " + leastNs + " to " + mostNs);
    }
    if (handOnNs < 1) {
      throw new IllegalArgumentException("handing on takes at least 1 ns, not " + handOnNs);
    }
    if (lengthNs < 1 || lengthNs + mostNs + handOnNs + 2 > linkNs + leastNs) {
      throw new IllegalArgumentException(
          "cells of "
              + lengthNs
              + " ns, handed on within "
              + mostNs
              + " ns, end too late for providers that are "
              + linkNs
              + " ns away");
    }
  }

  /**
   * The longest cells for a network in which handing on takes no longer than the shortest way.
   *
   * @param linkNs more than twice {@code mostNs}
   */
  public static PushCells of(long leastNs, long mostNs, long linkNs) {
    return new PushCells(linkNs - 2 * mostNs, leastNs, mostNs, linkNs, leastNs);
  }

  /** The same with cells shortened, so that handing on can take longer. */
  public PushCells handingOnWithin(long ns) {
    long longerNs = Math.max(handOnNs, Math.min(ns, lengthNs / 4));
    return new PushCells(lengthNs - longerNs + handOnNs, leastNs, mostNs, linkNs, longerNs);
  }

  /** The end of the cell in which an instant lies. */
  long endNs(long atNs) {
    return (atNs / lengthNs + 1) * lengthNs;
  }

  /** When the submissions of a cell reach the relays' home. */
  long submittedNs(long endNs) {
    return endNs + mostNs;
  }

  /**
   * The first instant at which the relays can work through all that reached them before {@link
   * #relayedUntilNs}.
   */
  long relayNs(long endNs) {
    return submittedNs(endNs) + 1;
  }

  /** Until when, exclusive, all submissions to the relays are known once a cell is handed on. */
  long relayedUntilNs(long endNs) {
    return endNs + leastNs;
  }

  /** The end of the first cell with which the relays take a step at an instant. */
  long relayEndNs(long atNs) {
    return Math.max(lengthNs, endNs(atNs - leastNs));
  }

  /** When the requests of a cell reach the provider's own agenda. */
  long requestedNs(long endNs) {
    return relayNs(endNs) + handOnNs;
  }

  /** When a provider can decide about the requests of a cell. */
  long provideNs(long endNs) {
    return requestedNs(endNs) + 1;
  }

  /** Until when, exclusive, all requests to a provider are known once a cell is handed on. */
  long providedUntilNs(long endNs) {
    return relayedUntilNs(endNs) + linkNs;
  }

  /** The end of the first cell with which a provider decides about a request at an instant. */
  long provideEndNs(long atNs) {
    return relayEndNs(atNs - linkNs);
  }
}
