package dev.haishin.scenario;

/**
 * What a client does with messages that are not acknowledged.
 *
 * @param timeoutNs after which a message is sent again, on a new connection
 * @param retries how often it is sent again
 * @param keepNs after which it is given up
 */
public record OutboxSpec(long timeoutNs, int retries, long keepNs) {
  /** Checks the ranges. */
  public OutboxSpec {
    Require.positive("outbox.timeout", timeoutNs);
    Require.notNegative("outbox.retries", retries);
    Require.positive("outbox.keep", keepNs);
  }
}
