package dev.haishin.results;

/** Why an accepted pair of message and recipient is gone for good. */
public enum LossReason {
  ACKS_LEADER_LOSS("acks-leader-loss", "only a dead leader had the record"),
  ASYNC_REPLICA_LOSS("async-replica-loss", "the replica that took over had not received it"),
  QUEUE_OVERFLOW("queue-overflow", "a full queue dropped it by its named rule"),
  GATEWAY_CRASH_NO_RETRY("gateway-crash-no-retry", "a gateway took it down, nobody sends again"),
  RESIDENCY("residency", "a region's rules keep it from leaving"),
  RELAY_CRASH("relay-crash", "a push relay took its retry queue down");

  private final String reasonName;
  private final String meaning;

  LossReason(String reasonName, String meaning) {
    this.reasonName = reasonName;
    this.meaning = meaning;
  }

  /** The name in files and in {@code ledger.lost{reason=…}}. */
  public String reasonName() {
    return reasonName;
  }

  /** One line for people. */
  public String meaning() {
    return meaning;
  }
}
