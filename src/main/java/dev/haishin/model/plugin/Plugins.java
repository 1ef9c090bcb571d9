package dev.haishin.model.plugin;

import dev.haishin.delivery.FanoutSettings;
import dev.haishin.delivery.FanoutStrategyProvider;
import dev.haishin.delivery.Repertoire;
import dev.haishin.delivery.SessionRouterProvider;
import dev.haishin.scenario.Keys;
import dev.haishin.scenario.PluggedCode;
import dev.haishin.scenario.ScenarioSpec;
import dev.haishin.scenario.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All jars that a run was given, and the delivery code to choose from with them. */
public final class Plugins implements PluggedCode {
  private static final Map<String, Plugins> LOADED = new TreeMap<>();
  private static final Plugins NONE = new Plugins(List.of(), Repertoire.standard());

  private final List<Plugin> jars;
  private final Repertoire repertoire;

  private Plugins(List<Plugin> jars, Repertoire repertoire) {
    this.jars = List.copyOf(jars);
    this.repertoire = repertoire;
  }

  /** Nothing plugged in. */
  public static Plugins none() {
    return NONE;
  }

  /**
   * Loads jars; the same bytes once a process, however many trials ask for them.
   *
   * @throws UnusablePluginException if one of them is of no use, or two bring the same name
   */
  public static Plugins load(List<Path> files) {
    if (files.isEmpty()) {
      return NONE;
    }
    StringBuilder key = new StringBuilder();
    for (Path file : files) {
      key.append(file.toAbsolutePath()).append(' ').append(PluginJar.sha256(file)).append('\n');
    }
    synchronized (LOADED) {
      Plugins loaded = LOADED.get(key.toString());
      if (loaded == null) {
        loaded = open(files);
        LOADED.put(key.toString(), loaded);
      }
      return loaded;
    }
  }

  private static Plugins open(List<Path> files) {
    List<String> errors = new ArrayList<>();
    List<Plugin> jars = new ArrayList<>();
    List<FanoutStrategyProvider> strategies = new ArrayList<>();
    List<SessionRouterProvider> routers = new ArrayList<>();
    for (Path file : files) {
      Plugin jar = new PluginJar(file, errors).load();
      if (jar == null) {
        continue;
      }
      jars.add(jar);
      strategies.addAll(jar.strategies());
      routers.addAll(jar.routers());
      // One jar after the other, so that the message names the one that brings the trouble.
      try {
        new Repertoire(strategies, routers);
      } catch (RuntimeException refused) {
        errors.add("--plugin " + file + ": " + refused.getMessage());
        strategies.removeAll(jar.strategies());
        routers.removeAll(jar.routers());
      }
    }
    if (!errors.isEmpty()) {
      throw new UnusablePluginException(errors);
    }
    return new Plugins(jars, new Repertoire(strategies, routers));
  }

  /** Each jar's name and digest: what tells results with it from results with another. */
  public static List<String> identities(List<Path> files) {
    return load(files).jars.stream()
        .map(jar -> "--plugin " + jar.name() + " " + jar.sha256())
        .toList();
  }

  /** What a scenario was read with. */
  public static Plugins of(ScenarioSpec scenario) {
    return scenario.plugged() instanceof Plugins plugins ? plugins : NONE;
  }

  /** The jars, in the order given. */
  public List<Plugin> jars() {
    return jars;
  }

  /** What a run may choose from. */
  public Repertoire repertoire() {
    return repertoire;
  }

  @Override
  public List<String> strategies() {
    return repertoire.pluggedStrategies();
  }

  @Override
  public List<String> routers() {
    return repertoire.pluggedRouters();
  }

  @Override
  public String refusal(Section fanout) {
    try {
      repertoire.strategy(fanout.get(Keys.Delivery.STRATEGY), settings(fanout));
      return "";
    } catch (IllegalArgumentException refused) {
      return String.valueOf(refused.getMessage());
    } catch (RuntimeException | LinkageError thrown) {
      return "threw " + thrown + " when it was made; it must not";
    }
  }

  /** What a scenario says of its strategy, in the strategy's terms. */
  public static FanoutSettings settings(Section fanout) {
    return new FanoutSettings(
        Math.toIntExact(fanout.get(Keys.Delivery.WRITE_UP_TO)),
        fanout.get(Keys.Delivery.PUSH_COST),
        fanout.get(Keys.Delivery.PULL_COST),
        fanout
            .find(Keys.Delivery.SETTINGS)
            .map(all -> all.get(fanout.get(Keys.Delivery.STRATEGY)))
            .orElse(Collections.emptySortedMap()));
  }
}
