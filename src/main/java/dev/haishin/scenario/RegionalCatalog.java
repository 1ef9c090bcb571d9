package dev.haishin.scenario;

import java.util.List;

/** A catalog that knows which regions a scenario has. */
final class RegionalCatalog implements MetricCatalog {
  private static final List<String> NAMES = List.of("region", "from", "to");

  private final MetricCatalog catalog;
  private final List<String> regions;

  RegionalCatalog(MetricCatalog catalog, List<String> regions) {
    this.catalog = catalog;
    this.regions = regions;
  }

  @Override
  public String unitOf(String metric) {
    String unit = catalog.unitOf(metric);
    for (String name : NAMES) {
      String region = catalog.qualifier(metric, name);
      if (!region.isEmpty() && !regions.contains(region)) {
        throw new IllegalArgumentException(
            "'" + region + "' is no region; there are " + String.join(", ", regions));
      }
    }
    return unit;
  }

  @Override
  public String qualifier(String metric, String name) {
    return catalog.qualifier(metric, name);
  }
}
