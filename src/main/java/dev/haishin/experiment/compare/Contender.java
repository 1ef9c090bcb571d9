package dev.haishin.experiment.compare;

import dev.haishin.experiment.trial.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the worlds that are compared.
 *
 * @param name as results show it
 * @param variant of the file
 * @param settings {@code path=value} each
 * @param competes whether it is a choice, and not a bound that nobody can build
 * @param plugins jars with delivery code that the file may name
 */
public record Contender(
    String name, String variant, List<String> settings, boolean competes, List<Path> plugins) {
  /** Copies the lists. */
  public Contender {
    settings = List.copyOf(settings);
    plugins = List.copyOf(plugins);
  }

  /** A variant of the file with the settings of the command line. */
  public static Contender variant(String variant, List<String> settings) {
    return new Contender(variant, variant, settings, true, List.of());
  }

  /** The same with delivery code from these jars to choose from. */
  public Contender plugged(List<Path> jars) {
    return new Contender(name, variant, settings, competes, jars);
  }

  /** The same with one more setting. */
  public Contender with(String setting) {
    List<String> all = new ArrayList<>(settings);
    all.add(setting);
    return new Contender(name, variant, all, competes, plugins);
  }

  /** One replication of it. */
  public Trial trial(Path file, int replication) {
    return Trial.of(file, variant, settings, replication).plugged(plugins);
  }
}
