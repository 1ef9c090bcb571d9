package dev.haishin.experiment;

import dev.haishin.results.Counter;
import dev.haishin.results.Derived;
import dev.haishin.results.LatencyMetric;
import dev.haishin.results.Reading;
import dev.haishin.results.RunResult;
import dev.haishin.scenario.CostKeys;
import dev.haishin.scenario.KafkaKeys;
import dev.haishin.scenario.Keys;
import dev.haishin.scenario.RegionSpec;
import dev.haishin.scenario.ScenarioSpec;
import dev.haishin.scenario.Section;

/**
 * What the system costs a month at this load: the fleet for 730 h, the run's mean traffic to
 * clients and between regions for {@code traffic-hours}, and what Kafka and the store keep of such
 * months' records.
 *
 * <p>Kept is what is written a second, on average over the month, for as long as it is kept, each
 * replica counted. Prices of traffic to clients and of storage are the first region's, that of
 * traffic to another region that of the region which sends; how long data is kept is up to the
 * first region's home. Not counted: text messages; what the store keeps beside bodies.
 */
final class Costs {
  private static final double BYTES_PER_GB = 1e9;
  private static final double SECONDS_PER_NS = 1e-9;
  private static final double MILLION = 1e6;
  private static final double SECONDS_A_MONTH = 730 * 3600;

  private final ScenarioSpec scenario;
  private final Fleets fleets;

  Costs(ScenarioSpec scenario, Fleets fleets) {
    this.scenario = scenario;
    this.fleets = fleets;
  }

  /** Adds the costs to a result. */
  void addTo(RunResult result) {
    RegionSpec first = scenario.regions().get(0);
    Section prices = first.costs();
    double trafficSeconds = prices.get(CostKeys.TRAFFIC_HOURS) * SECONDS_PER_NS;
    Counter down = Counter.WIRE_BYTES_DOWN;
    double bytesPerSecond = perSecond(result, down.path() + down.qualifier());
    double traffic = bytesPerSecond * trafficSeconds / BYTES_PER_GB * prices.get(CostKeys.EGRESS);
    double storage = keptBytes(result) / BYTES_PER_GB * prices.get(CostKeys.STORAGE);
    double month =
        fleets.usdPerMonth() + traffic + betweenRegions(result, trafficSeconds) + storage;
    result.add(Derived.COST_OF_STORAGE, storage);
    result.add(Derived.COST_PER_MONTH, month);
    double measuredSeconds = (scenario.durationNs() - scenario.warmupNs()) * SECONDS_PER_NS;
    Reading delivered = result.value(LatencyMetric.DELIVERY_ANY.path() + ".count");
    double deliveries = delivered.value().orElse(0) / measuredSeconds * trafficSeconds;
    if (deliveries > 0) {
      result.add(Derived.COST_PER_MILLION_DELIVERIES, month / deliveries * MILLION);
    }
  }

  /** What is kept in the long run if each month is like this run. */
  private double keptBytes(RunResult result) {
    RegionSpec first = scenario.regions().get(0);
    RegionSpec home = scenario.regions().get(first.home());
    double logs =
        perSecond(result, Counter.KAFKA_BYTES_WRITTEN.path())
            * (home.kafka().get(KafkaKeys.RETENTION) * SECONDS_PER_NS);
    double history =
        perSecond(result, Counter.STORE_BYTES_WRITTEN.path())
            * (home.store().get(Keys.Store.RETENTION) * SECONDS_PER_NS)
            * home.store().get(Keys.Store.REPLICATION);
    double shareOfMonth =
        first.costs().get(CostKeys.TRAFFIC_HOURS) * SECONDS_PER_NS / SECONDS_A_MONTH;
    return (logs + history) * shareOfMonth;
  }

  private double betweenRegions(RunResult result, double trafficSeconds) {
    double usd = 0;
    for (RegionSpec region : scenario.regions()) {
      String from = Counter.CROSS_BORDER_BYTES.path() + "{from=" + region.name() + "}";
      double gigabytes = perSecond(result, from) * trafficSeconds / BYTES_PER_GB;
      usd += gigabytes * region.costs().get(CostKeys.CROSS_REGION);
    }
    return usd;
  }

  private static double perSecond(RunResult result, String counter) {
    int brace = counter.indexOf('{');
    String path =
        brace < 0
            ? counter + ".per-second"
            : counter.substring(0, brace) + ".per-second" + counter.substring(brace);
    return result.value(path).value().orElse(0);
  }
}
