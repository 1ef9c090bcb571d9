package dev.haishin.model.kafka;

/**
 * Which batches the logs of a cluster have. Its brokers keep it; nobody else may look before the
 * run is over, when whoever still holds a batch asks whether the log has it too.
 */
final class Journal {
  private ReplicaSet[] sets = new ReplicaSet[0];

  void of(ReplicaSet[] all) {
    sets = all;
  }

  /** Whether the log that counts has a producer's batch. */
  boolean has(int partition, int producer, long number) {
    return number != 0 && sets[partition].hasTaken(producer, number);
  }
}
