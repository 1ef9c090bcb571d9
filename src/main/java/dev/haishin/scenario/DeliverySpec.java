package dev.haishin.scenario;

/**
 * The delivery code's settings.
 *
 * @param perChatOrdering whether messages of a chat reach everybody in one order
 * @param dedupWindowNs how long a repeated message is recognised
 * @param routeTimeoutNs after which a route that does not answer is tried again
 */
public record DeliverySpec(
    FanoutSpec fanout, boolean perChatOrdering, long dedupWindowNs, long routeTimeoutNs) {
  /** Checks the ranges. */
  public DeliverySpec {
    Require.positive("dedup-window", dedupWindowNs);
    Require.positive("route-timeout", routeTimeoutNs);
  }
}
