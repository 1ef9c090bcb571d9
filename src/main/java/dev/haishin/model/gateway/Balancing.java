package dev.haishin.model.gateway;

/**
 * How new connections are dealt out to a region's gateways.
 *
 * @param rule which of those in service
 * @param healthCheckNs after which a gateway that is down is out of service, and in again when it
 *     is back; {@code Long.MAX_VALUE} for no checks
 */
public record Balancing(Rule rule, long healthCheckNs) {
  /** At random and without health checks. */
  public static final Balancing RANDOM = new Balancing(Rule.RANDOM, Long.MAX_VALUE);

  /** Which gateway is chosen. */
  public enum Rule {
    /** Any, with equal chances. */
    RANDOM,
    /** The one with the fewest connections by the counts known, which are a second old and more. */
    LEAST_CONNECTIONS,
    /** The better one of two random ones, by the same counts. */
    TWO_CHOICES
  }

  /** Whether anybody asks for counts. */
  public boolean counts() {
    return rule != Rule.RANDOM;
  }
}
