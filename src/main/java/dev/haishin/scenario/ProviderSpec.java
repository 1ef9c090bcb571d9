package dev.haishin.scenario;

/**
 * A push provider, as one home region sees it.
 *
 * @param quotaPerSecond mean rate that it accepts; infinite without quota
 * @param quotaWindowNs at whose end the bucket is full again; 0 for a bucket that fills all the
 *     time
 * @param connections to it
 * @param streams of one connection
 * @param response holds the stream and carries the status
 * @param latency from acceptance to the device
 * @param expiryNs after which it drops what it could not hand over
 */
public record ProviderSpec(
    double quotaPerSecond,
    long quotaWindowNs,
    int connections,
    int streams,
    Quantity response,
    Quantity latency,
    long expiryNs) {
  /** Checks the ranges. */
  public ProviderSpec {
    Require.positive("quota", quotaPerSecond);
    Require.notNegative("quota-window", quotaWindowNs);
    Require.positive("connections", connections);
    Require.positive("streams", streams);
    Require.positive("expiry", expiryNs);
  }

  /** Whether it limits the rate. */
  public boolean hasQuota() {
    return quotaPerSecond < Double.POSITIVE_INFINITY;
  }
}
