package dev.haishin.model.population;

import dev.haishin.delivery.KeyDistribution;
import dev.haishin.delivery.OutboxPolicy;
import dev.haishin.delivery.ReconnectPolicy;
import dev.haishin.engine.Distribution;

/**
 * How the devices of one region behave.
 *
 * @param connectedShare of the users, at t = 0 and, where nothing else is said, in the steady state
 * @param online length of a session, nanoseconds; null if nobody comes or goes
 * @param starts when sessions begin so that the share varies; null where it does not
 * @param reconnect waits between attempts
 * @param connectTimeoutNs how long an attempt at a dark gateway lasts
 * @param resumedShare of the handshakes that resume an earlier TLS session
 * @param outbox what becomes of a message that is not acknowledged
 * @param payload bytes of a message's body
 * @param keys what Letter Sealing adds to each body, and what a new group key takes
 * @param receiptsPerDelivery share of deliveries that are answered by a read receipt
 * @param opensShare of those to whom a push brings a broadcast, who open the app
 * @param opensAfter how long after that, nanoseconds
 * @param natTimeout after which a user's NAT cuts an idle connection; null if none does
 */
public record ClientConfig(
    double connectedShare,
    Distribution online,
    SessionStarts starts,
    ReconnectPolicy reconnect,
    long connectTimeoutNs,
    double resumedShare,
    OutboxPolicy outbox,
    Distribution payload,
    KeyDistribution keys,
    double receiptsPerDelivery,
    double opensShare,
    Distribution opensAfter,
    Distribution natTimeout) {

  /** The share of the users who are connected at an instant where nothing fails, on the mean. */
  public double connectedShare(long atNs) {
    return starts == null ? connectedShare : starts.share(atNs);
  }

  /** The greatest of these shares. */
  public double mostConnected() {
    return starts == null ? connectedShare : starts.most();
  }
}
