package dev.haishin.model.kafka;

/** What a broker does with a batch that a producer sends: append it, or answer without. */
final class BatchVerdict {
  /** Take it: the code of no {@link Refusal}. */
  static final int APPEND = Refusal.NONE;

  /** The log has it from an earlier attempt: answer as if it had come now. */
  static final int DUPLICATE = -1;

  private BatchVerdict() {}

  /**
   * Judges a batch as Kafka's idempotent producers have it judged.
   *
   * @param leader of its partition, null if this broker is not
   * @param number of the batch among all of the producer
   * @param before the batch of the partition that must have been taken before, 0 for any
   * @return {@link #APPEND}, {@link #DUPLICATE} or the code of a refusal
   */
  static int of(PartitionLeader leader, Acks acks, int producer, long number, long before) {
    if (leader == null) {
      return Refusal.NOT_LEADER;
    }
    long last = leader.set.lastTaken(producer);
    if (number <= last) {
      return DUPLICATE;
    }
    if (acks == Acks.ALL && !leader.hasEnoughInSync()) {
      return Refusal.NOT_ENOUGH_REPLICAS;
    }
    return before != 0 && before != last ? Refusal.OUT_OF_ORDER : APPEND;
  }
}
