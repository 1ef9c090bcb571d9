package dev.haishin.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The fan-out strategies that come with the product, by the names that scenarios use. */
public final class FanoutStrategies {

  /** A strategy's name and how to make it from what a scenario says of it. */
  private enum Known {
    WRITE("write", settings -> new WriteFanout()),
    READ("read", settings -> new ReadFanout()),
    HYBRID("hybrid", settings -> new HybridFanout(settings.writeUpTo())),
    COST_BASED(
        "cost-based",
        settings -> new CostBasedFanout(settings.pushCostNs(), settings.pullCostNs()));

    private final String label;
    private final Function<FanoutSettings, FanoutStrategy> factory;

    Known(String label, Function<FanoutSettings, FanoutStrategy> factory) {
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
   * @throws IllegalArgumentException if no strategy has that name, or it refuses the settings
   */
  public static FanoutStrategy create(String name, FanoutSettings settings) {
    for (Known known : Known.values()) {
      if (known.label.equals(name)) {
        settings.allowNone();
        return known.factory.apply(settings);
      }
    }
    throw new IllegalArgumentException(
        "no fan-out strategy is called '" + name + "'; known are " + String.join(", ", NAMES));
  }
}
