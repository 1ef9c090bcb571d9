package dev.haishin.experiment.size;

/** The waiting of M/M/c by Erlang's formula, from his loss formula's recursion. */
public final class ErlangC {
  private ErlangC() {}

  /**
   * P(wait).
   *
   * @param load in erlang, below {@code servers}
   */
  public static double waits(int servers, double load) {
    double blocked = 1;
    for (int n = 1; n <= servers; n++) {
      blocked = load * blocked / (n + load * blocked);
    }
    return servers * blocked / (servers - load * (1 - blocked));
  }

  /** The mean wait in units of the mean service; infinite where the servers do not suffice. */
  public static double meanWait(int servers, double load) {
    return load >= servers ? Double.POSITIVE_INFINITY : waits(servers, load) / (servers - load);
  }
}
