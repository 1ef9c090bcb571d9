package dev.haishin.scenario;

/**
 * What the users of one region send.
 *
 * @param messagesPerSecond taps a second of this region at factor 1 of the shape; with a daily or
 *     traced shape, the mean
 * @param shape how the rate changes in the course of the run
 * @param payload bytes of a message as written, before encryption and framing
 * @param typing notices a message sent
 * @param receipts read receipts a delivery
 */
public record TrafficSpec(
    double messagesPerSecond,
    ShapeSpec shape,
    Quantity payload,
    SmallMessageSpec typing,
    SmallMessageSpec receipts) {
  /** Checks the range. */
  public TrafficSpec {
    Require.notNegative("messages.rate", messagesPerSecond);
  }
}
