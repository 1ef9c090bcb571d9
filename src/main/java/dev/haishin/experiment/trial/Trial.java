package dev.haishin.experiment.trial;

import dev.haishin.engine.CounterHash;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One world to run, as plain data: whoever holds the scenario file can run it, in this process or
 * in another one, and gets the same result.
 *
 * <p>Replication 0 runs with the seed of the file; every other one with a seed that follows from
 * that and its number. Trials of one replication and different variants or settings share their
 * seed: they meet the same people, taps and failures (common random numbers).
 *
 * @param file the scenario
 * @param variant a variant of the file, or {@code baseline} for the file itself
 * @param settings {@code path=value} each, as on the command line
 * @param replication from 0
 * @param pooled latency metrics whose whole distribution is wanted, {@code delivery.online}
 * @param plugins jars with delivery code that the scenario names
 */
public record Trial(
    Path file,
    String variant,
    List<String> settings,
    int replication,
    List<String> pooled,
    List<Path> plugins) {
  /** The variant that is the file itself. */
  public static final String BASELINE = "baseline";

  private static final int SEED_BITS = 48;

  /** Copies the lists. */
  public Trial {
    settings = List.copyOf(settings);
    pooled = List.copyOf(pooled);
    plugins = List.copyOf(plugins);
    if (variant.isEmpty() || replication < 0) {
      throw new IllegalArgumentException(
          "a variant and a replication from 0: '" + variant + "', " + replication);
    }
  }

  /** A trial with nothing plugged in. */
  public Trial(
      Path file, String variant, List<String> settings, int replication, List<String> pooled) {
    this(file, variant, settings, replication, pooled, List.of());
  }

  /** A trial of which figures are wanted, and no distributions. */
  public static Trial of(Path file, String variant, List<String> settings, int replication) {
    return new Trial(file, variant, settings, replication, List.of());
  }

  /** The same world with another replication's chances. */
  public Trial replication(int number) {
    return new Trial(file, variant, settings, number, pooled, plugins);
  }

  /** The same world with more settings; of two for one path the later one counts. */
  public Trial with(List<String> moreSettings) {
    List<String> all = new ArrayList<>(settings);
    all.addAll(moreSettings);
    return new Trial(file, variant, all, replication, pooled, plugins);
  }

  /** The same world with delivery code from these jars to choose from. */
  public Trial plugged(List<Path> jars) {
    return new Trial(file, variant, settings, replication, pooled, jars);
  }

  /**
   * The seed of a replication of a scenario whose own seed is given: of 48 bits, so that every
   * program that reads tables keeps all its digits.
   */
  public static long seed(long scenarioSeed, int replication) {
    if (replication == 0) {
      return scenarioSeed;
    }
    long key = CounterHash.key(scenarioSeed, "replication", "");
    return CounterHash.bits(key, replication) >>> (Long.SIZE - SEED_BITS);
  }
}
