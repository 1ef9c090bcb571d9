package dev.haishin.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The fan-out strategies and session routers that a scenario may choose from, by name: those that
 * come with the product, then those plugged in. What is plugged in is held to the rules while it
 * runs; what comes with the product pays nothing for that.
 */
public final class Repertoire {
  private static final Repertoire STANDARD = new Repertoire(List.of(), List.of());

  private final SortedMap<String, FanoutStrategyProvider> strategies = new TreeMap<>();
  private final SortedMap<String, SessionRouterProvider> routers = new TreeMap<>();

  /**
   * What comes with the product, and more.
   *
   * @throws IllegalArgumentException if a name is no name, or is taken
   */
  public Repertoire(List<FanoutStrategyProvider> strategies, List<SessionRouterProvider> routers) {
    List<String> names = new ArrayList<>(FanoutStrategies.names());
    for (FanoutStrategyProvider provider : strategies) {
      enter(names, "fan-out strategy", provider.name());
      this.strategies.put(provider.name(), provider);
    }
    names = new ArrayList<>(List.of(RetryOnceRouter.NAME));
    for (SessionRouterProvider provider : routers) {
      enter(names, "session router", provider.name());
      this.routers.put(provider.name(), provider);
    }
  }

  /** What comes with the product. */
  public static Repertoire standard() {
    return STANDARD;
  }

  /** Names of the strategies that were plugged in, sorted. */
  public List<String> pluggedStrategies() {
    return List.copyOf(strategies.keySet());
  }

  /** Names of the routers that were plugged in, sorted. */
  public List<String> pluggedRouters() {
    return List.copyOf(routers.keySet());
  }

  /**
   * A strategy, one instance a worker.
   *
   * @throws IllegalArgumentException if no strategy has that name, or it refuses the settings
   */
  public Supplier<FanoutStrategy> strategy(String name, FanoutSettings settings) {
    FanoutStrategyProvider provider = strategies.get(name);
    if (provider == null) {
      FanoutStrategy shared = FanoutStrategies.create(name, settings);
      return () -> shared;
    }
    FanoutStrategy shared = provider.create(settings);
    if (shared == null) {
      throw new IllegalArgumentException("the provider of '" + name + "' makes no strategy");
    }
    return () -> new CheckedFanout(name, shared);
  }

  /**
   * A router, one instance a worker.
   *
   * @throws IllegalArgumentException if no router has that name
   */
  public RouterFactory router(String name) {
    SessionRouterProvider provider = routers.get(name);
    if (provider != null) {
      return (sink, pairs) -> new CheckedRouter(provider, sink, pairs);
    }
    if (!name.equals(RetryOnceRouter.NAME)) {
      throw new IllegalArgumentException("no session router is called '" + name + "'");
    }
    return (sink, pairs) -> new RetryOnceRouter(sink);
  }

  private static void enter(List<String> names, String kind, String name) {
    if (name == null || !name.matches("[a-z0-9-]{1,64}")) {
      throw new IllegalArgumentException(
          kind + " '" + name + "' has no name that fits; 1 to 64 of a-z, 0-9 and -");
    }
    if (names.contains(name)) {
      throw new IllegalArgumentException(kind + " '" + name + "' is there already; rename one");
    }
    names.add(name);
  }

  /** Makes the router of one worker. */
  @FunctionalInterface
  public interface RouterFactory {
    /**
     * A router whose requests go to the sink; of plugged-in ones, faults name the pair's message.
     */
    SessionRouter create(RouteSink sink, PairNames pairs);
  }
}
