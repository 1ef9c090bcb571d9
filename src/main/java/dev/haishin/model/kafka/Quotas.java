package dev.haishin.model.kafka;

/**
 * What a client may move at one broker, bytes a second; each gateway and each worker is a client.
 *
 * @param produce of its produce requests, infinite for no quota
 * @param fetch of the responses to its fetches, infinite for no quota; followers have none
 */
public record Quotas(double produce, double fetch) {
  /** Everybody may move what they can. */
  public static final Quotas NONE = new Quotas(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Refuses quotas under which nothing could ever move. */
  public Quotas {
    if (!(produce > 0) || !(fetch > 0)) {
      throw new IllegalArgumentException(
          "quotas must be above 0, not " + produce + " and " + fetch + " B/s");
    }
  }

  /** A client's account for what it produces, null where it needs none. */
  ClientQuota ofProducer() {
    return Double.isInfinite(produce) ? null : new ClientQuota(produce);
  }

  /** A client's account for what it fetches, null where it needs none. */
  ClientQuota ofConsumer() {
    return Double.isInfinite(fetch) ? null : new ClientQuota(fetch);
  }
}
