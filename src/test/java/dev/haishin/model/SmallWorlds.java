package dev.haishin.model;

import dev.haishin.delivery.Backoff;
import dev.haishin.delivery.FanoutStrategies;
import dev.haishin.delivery.HeartbeatPolicy;
import dev.haishin.delivery.OutboxPolicy;
import dev.haishin.delivery.PushRules;
import dev.haishin.delivery.ReconnectPolicy;
import dev.haishin.delivery.RetryPolicy;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import dev.haishin.model.gateway.GatewayConfig;
import dev.haishin.model.kafka.Acks;
import dev.haishin.model.kafka.BrokerCosts;
import dev.haishin.model.kafka.ProducerSettings;
import dev.haishin.model.population.ChatKind;
import dev.haishin.model.population.ClientConfig;
import dev.haishin.model.population.LoadShape;
import dev.haishin.model.push.Fallback;
import dev.haishin.model.push.ProviderPlan;
import dev.haishin.model.push.RelayPlan;
import java.util.List;

/** Small worlds of one region for tests, after {@code scenarios/quickstart.yaml}. */
final class SmallWorlds {
  static final long US = 1_000;
  static final long MS = 1_000_000;
  static final long SECOND = 1_000_000_000;

  private SmallWorlds() {}

  static WorldPlan quickstart(String strategy, List<WorldPlan.FailurePlan> failures) {
    return quickstart(strategy, failures, null);
  }

  static WorldPlan quickstart(
      String strategy, List<WorldPlan.FailurePlan> failures, Distribution online) {
    ChatKind direct = new ChatKind(Distributions.fixed(2), 20, 0);
    ChatKind group = new ChatKind(Distributions.powerlaw(2.3, 3, 500), 8, 0);
    return new WorldPlan(
        7,
        60 * SECOND,
        10 * SECOND,
        List.of(region(online)),
        List.of(home()),
        100 * US,
        400 * US,
        new long[1][1],
        lognormal(25e6, 180e6),
        MS,
        new ChatKind[] {direct, group},
        new double[] {0.6, 0.4},
        0.97,
        FanoutStrategies.create(strategy, 100),
        600 * SECOND,
        SECOND,
        provider(Double.POSITIVE_INFINITY),
        provider(10_000),
        10 * MS,
        lognormal(5e9, 45e9),
        List.of(),
        failures,
        List.of());
  }

  static Distribution lognormal(double p50, double p99) {
    double sigma = StrictMath.log(p99 / p50) / 2.3263478740408408;
    return Distributions.lognormal(StrictMath.log(p50), sigma);
  }

  private static ProviderPlan provider(double quota) {
    return new ProviderPlan(
        quota, 60 * SECOND, 1000, 50, lognormal(50e6, 300e6), lognormal(800e6, 6e9), 10 * MS);
  }

  private static RegionPlan region(Distribution online) {
    GatewayConfig gateway =
        new GatewayConfig(
            2,
            false,
            64L << 30,
            20 << 10,
            1.25e9,
            Distributions.fixed(350 * US),
            Distributions.fixed(150 * US),
            Distributions.fixed(45 * US),
            Distributions.fixed(45 * US),
            Distributions.fixed(5 * US),
            Distributions.fixed(60 * US),
            4096,
            false);
    ClientConfig clients =
        new ClientConfig(
            0.5,
            online,
            new ReconnectPolicy(Backoff.FULL_JITTER, 500 * MS, 10 * SECOND),
            3200 * MS,
            0.8,
            new OutboxPolicy(10 * SECOND, 3, 600 * SECOND),
            lognormal(60, 2048),
            63,
            0,
            0);
    return new RegionPlan(
        "tokyo",
        60_000,
        3,
        0,
        0.6,
        4,
        gateway,
        clients,
        HeartbeatPolicy.of(30 * SECOND, 10 * SECOND),
        300,
        0,
        LoadShape.constant());
  }

  private static HomePlan home() {
    return new HomePlan(
        new HomePlan.KafkaPlan(
            3,
            8,
            12,
            3,
            ProducerSettings.of(Acks.ALL, 5 * MS),
            new BrokerCosts(
                Distributions.fixed(30 * US), Distributions.fixed(US), 100, 20 * US, 1 << 30)),
        new HomePlan.WorkerPlan(4, 2, Distributions.fixed(40 * US), Distributions.fixed(2 * US)),
        new HomePlan.RedisPlan(3, Distributions.fixed(8 * US), 64, 4L << 30, 100),
        new HomePlan.StorePlan(
            6, 30, Distributions.fixed(50 * US), lognormal(3e6, 15e6), lognormal(4e6, 20e6)),
        new RelayPlan(
            2,
            4,
            Distributions.fixed(20 * US),
            new PushRules(
                1 << 20,
                PushRules.Overflow.DROP_OLDEST,
                new RetryPolicy(Backoff.FULL_JITTER, 10 * SECOND, 600 * SECOND, 6),
                false),
            600 * SECOND,
            Fallback.NONE,
            0));
  }
}
