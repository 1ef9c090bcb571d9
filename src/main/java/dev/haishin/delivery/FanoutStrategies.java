package dev.haishin.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** The fan-out strategies that come with the product, by the names that scenarios use. */
public final class FanoutStrategies {

  /** A strategy's name and how to make it from the largest chat that is written. */
  private enum Known {
    WRITE("write", writeUpTo -> new WriteFanout()),
    READ("read", writeUpTo -> new ReadFanout()),
    HYBRID("hybrid", HybridFanout::new);

    private final String label;
    private final IntFunction<FanoutStrategy> factory;

    Known(String label, IntFunction<FanoutStrategy> factory) {
      this.label = label;
      this.factory = factory;
    }
  }

  private static final List<String> NAMES =
      Arrays.stream(Known.values()).map(known -> known.label).toList();

  private FanoutStrategies() {}

  /** All names, in a fixed order. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Makes a strategy.
   *
   * @param name one of {@link #names}
   * @param writeUpTo the members up to which {@code hybrid} writes; the others do not look at it
   * @throws IllegalArgumentException if no strategy has that name
   */
  public static FanoutStrategy create(String name, int writeUpTo) {
    for (Known known : Known.values()) {
      if (known.label.equals(name)) {
        return known.factory.apply(writeUpTo);
      }
    }
    throw new IllegalArgumentException(
        "no fan-out strategy is called '" + name + "'; known are " + String.join(", ", NAMES));
  }
}
