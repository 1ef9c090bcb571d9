package dev.haishin.model.kafka;

/** Learns of each message that a cluster has accepted, and of each that it lost after all. */
public interface Acceptance {

  /**
   * A message became durable by the producer's {@link Acks}: at the leader's append, or at the high
   * watermark. Called once for an original record, never for a relay record, on the leader's
   * thread.
   */
  void accepted(long messageId, long atNs);

  /**
   * A record that its producer holds for durable is in the log of no replica that may lead, and the
   * group has not got it: a leader took it down. Called for originals and relay records, on the
   * brokers' thread.
   *
   * @param records 1; or -1 when a replica that has the record leads again after all
   */
  void lost(long messageId, long atNs, int records);
}
