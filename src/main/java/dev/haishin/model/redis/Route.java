package dev.haishin.model.redis;

/**
 * Where a user's connection ends, packed into one long: the gateway's process number (22 bits), the
 * connection's slot in that gateway (26 bits) and the generation of the user's connection (16
 * bits), which tells a newer connection from an older one.
 *
 * <p>Generations run from 1 and wrap to 1, so that no route is {@link #NONE}.
 */
public final class Route {
  /** The absence of a route. */
  public static final long NONE = 0;

  /** Gateways have process numbers below this. */
  public static final int GATEWAYS = 1 << 22;

  /** Slots of a gateway are below this. */
  public static final int SLOTS = 1 << 26;

  /** The last generation before they wrap. */
  public static final int LAST_GENERATION = (1 << 16) - 1;

  private static final int GATEWAY_SHIFT = 42;
  private static final int SLOT_SHIFT = 16;

  private Route() {}

  /**
   * Packs a route.
   *
   * @param gateway process number of the gateway, 0 to 2^22 - 1
   * @param slot the connection's slot in it, 0 to 2^26 - 1
   * @param generation 1 to 65,535
   */
  public static long of(int gateway, int slot, int generation) {
    if (gateway < 0 || gateway >= GATEWAYS || slot < 0 || slot >= SLOTS) {
      throw new IllegalArgumentException("no route to slot " + slot + " of gateway " + gateway);
    }
    if (generation < 1 || generation > LAST_GENERATION) {
      throw new IllegalArgumentException("generation must be 1 to 65535, not " + generation);
    }
    return ((long) gateway << GATEWAY_SHIFT) | ((long) slot << SLOT_SHIFT) | generation;
  }

  /** The gateway's process number. */
  public static int gateway(long route) {
    return (int) (route >>> GATEWAY_SHIFT);
  }

  /** The connection's slot in its gateway. */
  public static int slot(long route) {
    return (int) (route >>> SLOT_SHIFT) & (SLOTS - 1);
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
