package dev.haishin.model.store;

import dev.haishin.engine.Distribution;

/**
 * How the store finds out that a region server is gone, what it does about it, and how patient its
 * clients are (facts.md H05).
 *
 * @param sessionTimeoutNs until the dead server's ZooKeeper session ends and its regions are given
 *     to others
 * @param recovery from there until a region is open again: its part of the log is split off and
 *     replayed, nanoseconds
 * @param balanceNs how often regions that are away from their server are moved back to it
 * @param moveNs how long a region is closed while it moves
 * @param rpcTimeoutNs how long a client waits for a server that is dark
 * @param operationTimeoutNs until a client gives an operation up, tries and all
 */
public record RecoveryRules(
    long sessionTimeoutNs,
    Distribution recovery,
    long balanceNs,
    long moveNs,
    long rpcTimeoutNs,
    long operationTimeoutNs) {

  /** Checks the numbers. */
  public RecoveryRules {
    if (sessionTimeoutNs < 1 || balanceNs < 1 || rpcTimeoutNs < 1 || operationTimeoutNs < 1) {
      throw new IllegalArgumentException(
          "time-outs and the balancer's period must be at least 1 ns: "
              + sessionTimeoutNs
              + ", "
              + balanceNs
              + ", "
              + rpcTimeoutNs
              + ", "
              + operationTimeoutNs);
    }
    if (moveNs < 0) {
      throw new IllegalArgumentException("a move takes at least 0 ns, not " + moveNs);
    }
  }
}
