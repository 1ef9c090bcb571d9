package dev.haishin.model.gateway;

/**
 * How many connections each gateway of a region holds, as load balancers hear of it: counted at
 * every full second, known a second later.
 *
 * <p>A gateway publishes second s at its start; whoever reads it does so in second s + 1, long
 * after the window in which it was written, so readers on other threads need no lock.
 */
public final class LoadBoard {
  /** From one count to the next. */
  static final long SECOND_NS = 1_000_000_000L;

  private static final int KEPT = 4;

  private final int[][] counts;

  /** A board for so many gateways. */
  public LoadBoard(int gateways) {
    counts = new int[KEPT][gateways];
  }

  /** Says how many connections a gateway holds at an instant; before the run for second -1. */
  void publish(int gateway, long second, int connections) {
    counts[(int) second & (KEPT - 1)][gateway] = connections;
  }

  /** What is known at an instant of a gateway's connections. */
  int connections(int gateway, long nowNs) {
    return counts[(int) (nowNs / SECOND_NS - 1) & (KEPT - 1)][gateway];
  }
}
