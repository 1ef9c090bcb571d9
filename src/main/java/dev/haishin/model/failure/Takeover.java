package dev.haishin.model.failure;

/**
 * A second site serves in a home's place: fixed before the run, and not undone in it.
 *
 * <p>From the loss of its region on, the home's back end is at the second site, and dark until that
 * is promoted. What it holds is what the home held, but for what came in within the lag before the
 * loss: nobody has that any more, for when the old site is back it follows the new one.
 *
 * @param region of the second site
 * @param lostNs when the home's region went dark
 * @param promotedNs when the second site begins to serve
 * @param lagNs how far replication was behind
 */
public record Takeover(int region, long lostNs, long promotedNs, long lagNs) {

  /** Whether what came in at an instant had not been shipped when the region was lost. */
  public boolean isTail(long atNs) {
    return atNs > lostNs - lagNs && atNs <= lostNs;
  }
}
