package dev.haishin.model.plugin;

import dev.haishin.delivery.FanoutStrategyProvider;
import dev.haishin.delivery.SessionRouterProvider;
import java.util.List;

/**
 * One jar that was plugged in.
 *
 * @param name the file's name, without its folder
 * @param sha256 of the file, in hexadecimal
 * @param strategies that it brings; with {@code routers} at least one
 */
public record Plugin(
    String name,
    String sha256,
    List<FanoutStrategyProvider> strategies,
    List<SessionRouterProvider> routers) {

  /** Copies the lists. */
  public Plugin {
    strategies = List.copyOf(strategies);
    routers = List.copyOf(routers);
  }
}
