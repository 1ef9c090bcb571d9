package dev.haishin.model.redis;

/**
 * Where a user's connection ends, packed into 32 bits of a long: the gateway's process number (18
 * bits) and the generation of the user's connection (14 bits), which tells a newer connection from
 * an older one. In its gateway a connection is found by its user and generation.
 *
 * <p>Generations run from 1 and wrap to 1, so that no route is {@link #NONE}.
 */
public final class Route {
  /** The absence of a route. */
  public static final long NONE = 0;

  /** Gateways have process numbers below this. */
  public static final int GATEWAYS = 1 << 18;

  /** The last generation before they wrap. */
  public static final int LAST_GENERATION = (1 << 14) - 1;

  private static final int GATEWAY_SHIFT = 14;

  private Route() {}

  /**
   * Packs a route.
   *
   * @param gateway process number of the gateway, 0 to 2^18 - 1
   * @param generation 1 to 16,383
   */
  public static long of(int gateway, int generation) {
    if (gateway < 0 || gateway >= GATEWAYS) {
      throw new IllegalArgumentException("no route to gateway process " + gateway);
    }
    if (generation < 1 || generation > LAST_GENERATION) {
      throw new IllegalArgumentException("generation must be 1 to 16383, not " + generation);
    }
    return ((long) gateway << GATEWAY_SHIFT) | generation;
  }

  /** The gateway's process number. */
  public static int gateway(long route) {
    return (int) (route >>> GATEWAY_SHIFT);
  }

  /** The generation of the user's connection. */
  public static int generation(long route) {
    return (int) route & LAST_GENERATION;
  }

  /** The generation after another one; 0 stands for a user who has not connected yet. */
  public static int nextGeneration(int generation) {
    return generation >= LAST_GENERATION ? 1 : generation + 1;
  }
}
