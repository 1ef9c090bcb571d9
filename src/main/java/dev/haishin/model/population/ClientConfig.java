package dev.haishin.model.population;

import dev.haishin.delivery.ReconnectPolicy;
import dev.haishin.engine.Distribution;

/**
 * How the devices of one region behave.
 *
 * @param connectedShare of the users, at t = 0 and in the steady state
 * @param online length of a session, nanoseconds; null if nobody comes or goes
 * @param reconnect waits between attempts
 * @param connectTimeoutNs how long an attempt at a dark gateway lasts
 * @param resumedShare of the handshakes that resume an earlier TLS session
 * @param outboxTimeoutNs until an unacknowledged send is given up and sent again
 * @param outboxRetries how often it is sent again
 * @param outboxKeepNs how long a message waits for a connection
 * @param payload bytes of a message's body
 * @param sealingBytes added to each body by Letter Sealing
 * @param receiptsPerDelivery share of deliveries that are answered by a read receipt
 * @param receiptBundleNs window in which a person's incoming receipts travel as one frame
 * @param typingBundleNs the same for typing indicators
 */
public record ClientConfig(
    double connectedShare,
    Distribution online,
    ReconnectPolicy reconnect,
    long connectTimeoutNs,
    double resumedShare,
    long outboxTimeoutNs,
    int outboxRetries,
    long outboxKeepNs,
    Distribution payload,
    int sealingBytes,
    double receiptsPerDelivery,
    long receiptBundleNs,
    long typingBundleNs) {}
