package dev.haishin.experiment;

import dev.haishin.results.MetricRegistry;
import dev.haishin.scenario.MetricCatalog;

/** The metrics that results hold, as the scenario language asks for them. */
public final class StandardMetrics implements MetricCatalog {
  @Override
  public String unitOf(String metric) {
    return MetricRegistry.standard().parse(metric).unit().name();
  }

  @Override
  public String qualifier(String metric, String name) {
    return MetricRegistry.standard().parse(metric).qualifier(name);
  }
}
