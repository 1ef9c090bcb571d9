package dev.haishin.delivery;

/**
 * Brings a fan-out strategy from outside. A jar names its providers in {@code
 * META-INF/services/dev.haishin.delivery.FanoutStrategyProvider}; a scenario chooses one by {@code
 * delivery.fanout.strategy}.
 */
public interface FanoutStrategyProvider {

  /** The name that scenarios use: 1 to 64 of a-z, 0-9 and -. */
  String name();

  /**
   * Makes the strategy.
   *
   * @throws IllegalArgumentException saying what is wrong with the settings and what would be right
   */
  FanoutStrategy create(FanoutSettings settings);
}
