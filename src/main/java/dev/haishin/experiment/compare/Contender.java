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
 */
public record Contender(String name, String variant, List<String> settings, boolean competes) {
  /** Copies the list. */
  public Contender {
    settings = List.copyOf(settings);
  }

  /** A variant of the file with the settings of the command line. */
  public static Contender variant(String variant, List<String> settings) {
    return new Contender(variant, variant, settings, true);
  }

  /** The same with one more setting. */
  public Contender with(String setting) {
    List<String> all = new ArrayList<>(settings);
    all.add(setting);
    return new Contender(name, variant, all, competes);
  }

  /** One replication of it. */
  public Trial trial(Path file, int replication) {
    return Trial.of(file, variant, settings, replication);
  }
}
