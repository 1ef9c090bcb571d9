package dev.haishin.results;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What binds first: the part of the system whose hottest host comes closest to its capacity, memory
 * included; of equals the first in the order of {@link #PARTS}. Nothing binds of which nothing is
 * used.
 *
 * @param part the metric, {@code gateway.cpu}
 * @param utilization in the busiest second of the hottest host, 0 to 1; the mean over replications
 */
public record Busiest(String part, double utilization) {
  /** The shares of capacities, by path: of processors, disks and networks, then of memory. */
  static final List<String> PARTS =
      Stream.concat(
              Stream.of(Utilization.values()).map(Utilization::path),
              Stream.of(Level.values())
                  .filter(level -> level.unit() == Unit.FRACTION)
                  .map(Level::path))
          .toList();

  /**
   * Of the replications of one point.
   *
   * @param runs their figures by path
   * @return nothing where none of the parts is known of all of them
   */
  public static Optional<Busiest> of(List<? extends Map<String, Double>> runs) {
    Busiest busiest = null;
    for (String part : PARTS) {
      OptionalDouble utilization = mean(runs, part + ".max");
      double most = busiest == null ? 0 : busiest.utilization();
      if (utilization.isPresent() && utilization.getAsDouble() > most) {
        busiest = new Busiest(part, utilization.getAsDouble());
      }
    }
    return Optional.ofNullable(busiest);
  }

  /** The multiple of the load that would fill it, if all of it grew alike. */
  public double fullAtLoad() {
    return 1 / utilization;
  }

  private static OptionalDouble mean(List<? extends Map<String, Double>> runs, String figure) {
    double sum = 0;
    for (Map<String, Double> run : runs) {
      Double value = run.get(figure);
      if (value == null) {
        return OptionalDouble.empty();
      }
      sum += value;
    }
    return runs.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum / runs.size());
  }
}
