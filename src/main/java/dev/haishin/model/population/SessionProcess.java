package dev.haishin.model.population;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import dev.haishin.engine.Port;
import dev.haishin.engine.RandomStream;

/**
 * Who wants to be online: sessions of a given law, exponential time offline. No failure touches it.
 *
 * <p>Waiting offline is memoryless, so the shard needs one timer for all: candidates come at the
 * rate at which everyone would, and a candidate who is online already is passed over.
 */
final class SessionProcess {
  private final Port port;
  private final UserRows users;
  private final Distribution online;
  private final double candidatesPerNs;
  private final RandomStream stream;

  /**
   * The sessions of a shard.
   *
   * @param online length of a session, nanoseconds; null if nobody comes or goes
   * @param connectedShare of the users, in the steady state
   */
  SessionProcess(
      Port port, UserRows users, Distribution online, double connectedShare, RandomStream stream) {
    this.port = port;
    this.users = users;
    this.stream = stream;
    boolean moves = online != null && connectedShare > 0 && connectedShare < 1;
    this.online = moves ? online : null;
    double meanOfflineNs =
        moves ? online.mean() * (1 - connectedShare) / connectedShare : Double.POSITIVE_INFINITY;
    this.candidatesPerNs = users.count() / meanOfflineNs;
  }

  /** Gives everyone online at t = 0 the equilibrium residual of the law. */
  void start() {
    if (online == null) {
      return;
    }
    Distribution residual = Distributions.residual(online);
    for (int row = 0; row < users.count(); row++) {
      if (users.wantsOnline(row)) {
        port.at(residual.sample(stream), ClientKinds.SESSION_END, row, 0);
      }
    }
    scheduleCandidate();
  }

  /**
   * A candidate to come online.
   *
   * @return the row that wants to be online from now on, or -1
   */
  int candidate() {
    int row = stream.nextInt(users.count());
    scheduleCandidate();
    if (users.wantsOnline(row)) {
      return -1;
    }
    users.setWantsOnline(row, true);
    port.at(port.nowNs() + online.sample(stream), ClientKinds.SESSION_END, row, 0);
    return row;
  }

  private void scheduleCandidate() {
    double gapNs = -StrictMath.log1p(-stream.nextDouble()) / candidatesPerNs;
    port.at(port.nowNs() + (long) gapNs, ClientKinds.SESSION_CANDIDATE, 0, 0);
  }
}
