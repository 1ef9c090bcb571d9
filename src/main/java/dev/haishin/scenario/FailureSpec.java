package dev.haishin.scenario;

/**
 * One thing that goes wrong, at one time; what repeats is one of these each time.
 *
 * @param verb crash, vanish, lose, ...
 * @param component what it is about, in the language's words; empty for a partition
 * @param region index, or {@link #EVERYWHERE}
 * @param other the second region of a partition, or {@link #NONE}
 * @param lastsNs until what failed is back, or {@link #NONE} if it does not come back
 * @param label for people
 */
public record FailureSpec(
    String verb,
    String component,
    int region,
    int other,
    long atNs,
    long lastsNs,
    Which which,
    Effect effect,
    String label) {
  /** In place of a number that is not given. */
  public static final int NONE = -1;

  /** In place of a region: all of them. */
  public static final int EVERYWHERE = -1;

  /** The same at another time. */
  FailureSpec at(long ns) {
    return new FailureSpec(verb, component, region, other, ns, lastsNs, which, effect, label);
  }

  /**
   * Which hosts, or which people. At most one of share, count and index is given.
   *
   * @param share of the hosts or clients, or -1
   * @param count of the hosts, or -1
   * @param index of the host, or -1
   * @param zone number, or -1
   */
  public record Which(double share, int count, int index, int zone) {
    /** The host of an index. */
    public static Which host(int index) {
      return new Which(NONE, NONE, index, NONE);
    }

    /** All hosts. */
    public static Which all() {
      return new Which(1, NONE, NONE, NONE);
    }
  }

  /**
   * What is done to them, where a verb has degrees.
   *
   * @param overNs how long it takes until the last of them is hit
   * @param readyNs until added hosts serve
   * @param latencyFactor on what they take, 1 for no change
   * @param errors share of requests that fail, 0 for none
   * @param quota share of the quota that is left, 1 for all
   */
  public record Effect(
      long overNs, long readyNs, double latencyFactor, double errors, double quota) {
    /** No degrees: it is over at once. */
    public static final Effect PLAIN = new Effect(0, 0, 1, 0, 1);
  }
}
