package dev.haishin.scenario;

import java.util.List;

/**
 * Latencies between regions, by the indexes of the regions.
 *
 * @param oneWayNs a row for each region; 0 from a region to itself
 */
public record LinksSpec(List<List<Long>> oneWayNs) {
  /** Copies the rows and checks that they are square. */
  public LinksSpec {
    int regions = oneWayNs.size();
    oneWayNs = oneWayNs.stream().map(List::copyOf).toList();
    if (oneWayNs.stream().anyMatch(row -> row.size() != regions)) {
      throw new IllegalArgumentException("latencies between regions are not square");
    }
  }

  /** One way from a region to another. */
  public long oneWayNs(int from, int to) {
    return oneWayNs.get(from).get(to);
  }
}
