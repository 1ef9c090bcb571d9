package dev.haishin.scenario;

/**
 * How users come and go.
 *
 * @param isStatic whether nobody comes or goes by themselves
 * @param online length of a stay; without meaning where static
 */
public record SessionSpec(boolean isStatic, Quantity online) {
  /** A world in which everybody stays as they are. */
  public static final SessionSpec STATIC = new SessionSpec(true, Quantity.of(new Law.Never()));

  /**
   * Mean of the exponential time offline that keeps a fraction of the users connected.
   *
   * @param connectedFraction above 0
   */
  public double offlineMeanNs(double connectedFraction) {
    return online.mean() * (1 - connectedFraction) / connectedFraction;
  }
}
