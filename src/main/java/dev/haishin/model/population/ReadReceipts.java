package dev.haishin.model.population;

import dev.haishin.engine.CounterHash;
import dev.haishin.model.Messages;

/**
 * Which deliveries are answered by a read receipt: a hash of (message, reader), the same in every
 * variant. Broadcasts are never answered.
 */
public final class ReadReceipts {
  private final People people;
  private final double perDelivery;
  private final long key;

  /**
   * The receipts of a seed.
   *
   * @param perDelivery share of the deliveries
   */
  public ReadReceipts(People people, double perDelivery, long seed) {
    this.people = people;
    this.perDelivery = perDelivery;
    this.key = CounterHash.key(seed, "read-receipt", "");
  }

  /** Whether a reader answers a message. */
  public boolean answers(long messageId, int reader) {
    return perDelivery > 0
        && Messages.origin(messageId) < people.shards()
        && CounterHash.fraction(key + messageId, reader) < perDelivery;
  }
}
