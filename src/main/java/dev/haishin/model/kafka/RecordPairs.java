package dev.haishin.model.kafka;

/** How many (message, recipient) pairs a record stands for in one home. */
@FunctionalInterface
public interface RecordPairs {

  /**
   * The pairs that the record of a message carries in a home's cluster; for the census, so not on a
   * hot path.
   */
  long pairs(long messageId, int home);
}
