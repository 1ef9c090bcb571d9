package dev.haishin.model.kafka;

/**
 * How a producer batches; the names are Kafka's.
 *
 * @param acks when an append counts as acknowledged
 * @param lingerNs how long a batch waits for company, 0 for not at all
 * @param batchBytes size at which a partition's batch waits no longer
 * @param maxInFlight unanswered requests a broker, further batches wait
 * @param maxRequestBytes bytes of one request, and the size from which a record is refused
 * @param bufferBytes memory for batches until they are acknowledged, {@code batchBytes} each
 * @param requestTimeoutNs how long a request may be unanswered before its connection is given up
 * @param deliveryTimeoutNs age at which a batch is given up instead of being sent once more
 */
public record ProducerSettings(
    Acks acks,
    long lingerNs,
    int batchBytes,
    int maxInFlight,
    int maxRequestBytes,
    long bufferBytes,
    long requestTimeoutNs,
    long deliveryTimeoutNs) {
  private static final long SECOND = 1_000_000_000L;

  /** A producer with Kafka's own time-outs: 30 s and 120 s (row K01). */
  public ProducerSettings(
      Acks acks,
      long lingerNs,
      int batchBytes,
      int maxInFlight,
      int maxRequestBytes,
      long bufferBytes) {
    this(
        acks,
        lingerNs,
        batchBytes,
        maxInFlight,
        maxRequestBytes,
        bufferBytes,
        30 * SECOND,
        120 * SECOND);
  }

  /** Kafka 4.0's own: 16 KiB, 5 in flight, 1 MiB a request, 32 MiB (row K02). */
  public static ProducerSettings of(Acks acks, long lingerNs) {
    return new ProducerSettings(acks, lingerNs, 16 << 10, 5, 1 << 20, 32L << 20);
  }

  /** Refuses settings under which nothing could be sent. */
  public ProducerSettings {
    if (lingerNs < 0) {
      throw new IllegalArgumentException("lingerNs must not be negative, but is " + lingerNs);
    }
    positive("batchBytes", batchBytes);
    positive("maxInFlight", maxInFlight);
    positive("maxRequestBytes", maxRequestBytes);
    positive("bufferBytes", bufferBytes);
    positive("requestTimeoutNs", requestTimeoutNs);
    positive("deliveryTimeoutNs", deliveryTimeoutNs);
  }

  private static void positive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, not " + value);
    }
  }
}
