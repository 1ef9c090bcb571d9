package dev.haishin.scenario;

import dev.haishin.engine.Distributions;

/**
 * The hosts of a component in one region, after scaling.
 *
 * @param count hosts
 * @param cores of each
 * @param costFactor by which every CPU cost is multiplied, where whole cores could not match the
 *     scale
 * @param share of one host's bandwidth and memory that is left
 */
public record Fleet(int count, int cores, double costFactor, double share) {

  /**
   * Shrinks a fleet so that each host's load stays what it was: fewer hosts first, then fewer whole
   * cores, then slower ones.
   *
   * @param least hosts that the topology needs; a fleet that had fewer keeps what it had
   */
  static Fleet of(long count, long cores, double scale, long least) {
    double wanted = count * scale;
    long fewest = Math.min(count, least);
    long hosts = Math.max(fewest, (long) Math.ceil(wanted - 1e-9));
    double coresWanted = wanted * cores;
    long coresEach = Math.max(1, (long) Math.ceil(coresWanted / hosts - 1e-9));
    return new Fleet(
        Math.toIntExact(hosts),
        Math.toIntExact(coresEach),
        hosts * coresEach / coresWanted,
        wanted / hosts);
  }

  /** A law of CPU cost on these hosts. */
  public Law cost(Law law) {
    return costFactor == 1
        ? law
        : new Law(law.text(), Distributions.scaled(costFactor, law.distribution()), law.fixed());
  }
}
