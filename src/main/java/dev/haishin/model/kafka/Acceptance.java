package dev.haishin.model.kafka;

/** Learns of each message that a cluster has accepted. */
@FunctionalInterface
public interface Acceptance {

  /**
   * A message became durable by the producer's {@link Acks}: at the leader's append, or at the high
   * watermark. Called once for an original record, never for a relay record, on the leader's
   * thread.
   */
  void accepted(long messageId, long atNs);
}
