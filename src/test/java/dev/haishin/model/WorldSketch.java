package dev.haishin.model;

import dev.haishin.delivery.AdaptiveHeartbeat;
import dev.haishin.delivery.Backoff;
import dev.haishin.delivery.FanoutSettings;
import dev.haishin.delivery.HeartbeatPolicy;
import dev.haishin.delivery.KeyDistribution;
import dev.haishin.delivery.OutboxPolicy;
import dev.haishin.delivery.PushRules;
import dev.haishin.delivery.ReconnectPolicy;
import dev.haishin.delivery.Repertoire;
import dev.haishin.delivery.RetryPolicy;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.failure.Standby;
import dev.haishin.model.gateway.Balancing;
import dev.haishin.model.gateway.Framing;
import dev.haishin.model.gateway.GatewayConfig;
import dev.haishin.model.kafka.Acks;
import dev.haishin.model.kafka.BrokerCosts;
import dev.haishin.model.kafka.GroupSettings;
import dev.haishin.model.kafka.ProducerSettings;
import dev.haishin.model.kafka.Quotas;
import dev.haishin.model.kafka.Replication;
import dev.haishin.model.network.Residency;
import dev.haishin.model.population.ChatKind;
import dev.haishin.model.population.ClientConfig;
import dev.haishin.model.population.LoadShape;
import dev.haishin.model.population.SessionStarts;
import dev.haishin.model.push.Fallback;
import dev.haishin.model.push.ProviderPlan;
import dev.haishin.model.push.ProviderRules;
import dev.haishin.model.push.RelayPlan;
import dev.haishin.model.push.StorageRules;
import dev.haishin.model.redis.FailoverRules;
import dev.haishin.model.redis.MaxMemoryPolicy;
import dev.haishin.model.store.EdgeRules;
import dev.haishin.model.store.RecoveryRules;
import dev.haishin.results.RunResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A small world to be varied: by default 6,000 people of one region, half of them connected, with
 * four gateways and 200 messages a second.
 */
final class WorldSketch {
  static final long US = 1_000;
  static final long MS = 1_000_000;
  static final long SECOND = 1_000_000_000;

  long seed = 7;
  long durationNs = 20 * SECOND;
  long warmupNs = 2 * SECOND;
  int users = 6_000;
  double connectedShare = 0.5;
  Distribution online;

  /** Shares of the users who are to be connected; they take the place of the constant share. */
  LoadShape connectedCourse;

  Backoff backoff = Backoff.FULL_JITTER;
  long backoffBaseNs = 500 * MS;
  long backoffCapNs = 10 * SECOND;
  long heartbeatNs = 5 * SECOND;
  long heartbeatTimeoutNs = 3 * SECOND;
  long outboxTimeoutNs = 10 * SECOND;
  double messagesPerSecond = 200;
  double typingPerSecond;
  double receiptsPerDelivery;
  long typingPatienceNs = 500 * MS;
  long receiptPatienceNs = 500 * MS;
  int groupKind;
  double rekeysPerGroup;
  NewDevices devices = NewDevices.NONE;
  String strategy = "hybrid";
  Acks acks = Acks.ALL;
  Distribution access = lognormal(25e6, 180e6);
  long accessFloorNs = MS;
  double accessLoss;
  Distribution natTimeout;
  double opensShare;
  Distribution opensAfter = Distributions.fixed(5 * SECOND);
  AdaptiveHeartbeat adaptive;
  long idleCutoffNs;
  boolean cohortHeartbeats;
  int acceptQueue = 4096;
  long gatewayBytes = 64L << 30;
  double resumedShare = 0.8;
  double acceptsPerSecond = Double.POSITIVE_INFINITY;
  long retryAfterNs;
  Framing framing = Framing.STREAM;
  Balancing balancing = Balancing.RANDOM;
  Distribution recordCost = Distributions.fixed(40 * US);
  int workers = 4;
  Quotas quotas = Quotas.NONE;
  Replication kept = Replication.STANDARD;
  GroupSettings group = GroupSettings.of(45 * SECOND, true);
  int shards = 3;
  long shardBytes = 4L << 30;
  MaxMemoryPolicy policy = MaxMemoryPolicy.NOEVICTION;
  Distribution commandCost = Distributions.fixed(8 * US);
  int regionServers = 6;
  StorageRules storage = StorageRules.awake();

  /** Faster than anyone's, so that short runs see the end of it. */
  FailoverRules redisFailover = new FailoverRules(1, SECOND, false, MS, SECOND);

  RecoveryRules recovery =
      new RecoveryRules(
          SECOND,
          Distributions.uniform(SECOND, 2 * SECOND),
          5 * SECOND,
          SECOND / 2,
          SECOND,
          1200 * SECOND);

  Distribution operationCost = Distributions.fixed(50 * US);
  ChatKind[] kinds = {
    new ChatKind(0, Distributions.fixed(2), 20, 0),
    new ChatKind(1, Distributions.powerlaw(2.3, 3, 100), 8, 0)
  };
  double[] shares = {0.6, 0.4};

  /** One way to the second region, which exists if it is above 0. */
  long betweenNs;

  Distribution payload = lognormal(60, 2048);
  double locality = 0.8;

  /** The second region's data is kept in the first. */
  boolean sharesHome;

  /** Where the second region's people go when it is lost. */
  List<Integer> failover = List.of();

  /** The second site of the first region's data, whose people then go to the second region. */
  Standby standby;

  /** Of both regions, null for none; where a region is its own home it is never asked. */
  EdgeRules edge;

  /** Of both regions, null for none. */
  Residency residency;

  /** On top of that, null for none. */
  Distribution jitter;

  final List<FailurePlan> failures = new ArrayList<>();
  final List<WorldPlan.BroadcastPlan> broadcasts = new ArrayList<>();
  final List<WorldPlan.HotChatPlan> hotChats = new ArrayList<>();
  final List<WorldPlan.HotKeyPlan> hotKeys = new ArrayList<>();

  WorldSketch seed(long value) {
    seed = value;
    return this;
  }

  WorldSketch lasting(long ns) {
    durationNs = ns;
    warmupNs = Math.min(2 * SECOND, ns / 10);
    return this;
  }

  WorldSketch strategy(String name) {
    strategy = name;
    return this;
  }

  /** Gateway 1 resets its clients at one instant and is back later. */
  WorldSketch crash(long atNs, long forNs) {
    return down(atNs, forNs == Outages.NEVER ? Outages.NEVER : atNs + forNs, false);
  }

  /** Gateway 1 falls silent. */
  WorldSketch vanish(long atNs, long forNs) {
    return down(atNs, forNs == Outages.NEVER ? Outages.NEVER : atNs + forNs, true);
  }

  /** A host of any component of the first region goes down. */
  WorldSketch down(int component, int host, long atNs, long upNs, boolean silent) {
    failures.add(new FailurePlan.HostsDown(component, 0, new int[] {host}, atNs, upNs, silent));
    return this;
  }

  /** A zone of the first region vanishes. */
  WorldSketch lose(int zone, long atNs, long upNs) {
    failures.add(new FailurePlan.ZoneLost(0, zone, atNs, upNs));
    return this;
  }

  /** A carrier drops a share of the connected clients. */
  WorldSketch disconnect(long atNs, double share) {
    failures.add(new FailurePlan.CarrierDown(0, atNs, share));
    return this;
  }

  WorldSketch broadcast(long atNs, long audience, double perSecond) {
    broadcasts.add(new WorldPlan.BroadcastPlan("official", atNs, audience, perSecond, 200));
    return this;
  }

  RunResult run() {
    return world(1).run(WorldSketch::quiet);
  }

  World world(int partitions) {
    return World.build(plan(), partitions);
  }

  /** Nobody watches the run. */
  static void quiet(long atNs, long endNs, long events) {}

  WorldPlan plan() {
    int regions = betweenNs > 0 ? 2 : 1;
    List<RegionPlan> regionPlans = new ArrayList<>();
    List<HomePlan> homes = new ArrayList<>();
    long[][] between = new long[regions][regions];
    for (int r = 0; r < regions; r++) {
      regionPlans.add(region(r));
      homes.add(r > 0 && sharesHome ? null : home());
      Arrays.fill(between[r], betweenNs);
      between[r][r] = 0;
    }
    return new WorldPlan(
        seed,
        durationNs,
        warmupNs,
        regionPlans,
        homes,
        100 * US,
        400 * US,
        between,
        jitter,
        access,
        accessFloorNs,
        accessLoss,
        200 * MS,
        kinds,
        shares,
        regions == 1 ? 1 : locality,
        new DeliveryCode(
            Repertoire.standard().strategy(strategy, FanoutSettings.writingUpTo(20)),
            Repertoire.standard().router("retry-once"),
            lognormal(120e9, 3600e9),
            new GroupKeys(KeyDistribution.LETTER_SEALING, groupKind, rekeysPerGroup),
            devices),
        600 * SECOND,
        SECOND,
        provider(Double.POSITIVE_INFINITY),
        provider(10_000),
        10 * MS,
        lognormal(5e9, 45e9),
        broadcasts,
        hotChats,
        hotKeys,
        failures,
        List.of());
  }

  static Distribution lognormal(double p50, double p99) {
    double sigma = StrictMath.log(p99 / p50) / 2.3263478740408408;
    return Distributions.lognormal(StrictMath.log(p50), sigma);
  }

  private WorldSketch down(long atNs, long upNs, boolean silent) {
    return down(Component.GATEWAYS, 1, atNs, upNs, silent);
  }

  private ProviderPlan provider(double quota) {
    return new ProviderPlan(
        quota,
        60 * SECOND,
        1000,
        50,
        lognormal(50e6, 300e6),
        lognormal(800e6, 6e9),
        10 * MS,
        ProviderRules.plain(),
        storage);
  }

  private RegionPlan region(int number) {
    GatewayConfig gateway =
        new GatewayConfig(
            2,
            false,
            gatewayBytes,
            20 << 10,
            1.25e9,
            Distributions.fixed(350 * US),
            Distributions.fixed(150 * US),
            Distributions.fixed(45 * US),
            Distributions.fixed(45 * US),
            Distributions.fixed(5 * US),
            Distributions.fixed(60 * US),
            acceptQueue,
            cohortHeartbeats,
            acceptsPerSecond,
            retryAfterNs,
            framing,
            typingPatienceNs,
            receiptPatienceNs,
            balancing);
    SessionStarts starts =
        connectedCourse == null ? null : new SessionStarts(online, connectedCourse, durationNs);
    ClientConfig clients =
        new ClientConfig(
            starts == null ? connectedShare : starts.share(0),
            online,
            starts,
            new ReconnectPolicy(backoff, backoffBaseNs, backoffCapNs),
            3200 * MS,
            resumedShare,
            new OutboxPolicy(outboxTimeoutNs, 3, 600 * SECOND),
            payload,
            KeyDistribution.LETTER_SEALING,
            receiptsPerDelivery,
            opensShare,
            opensAfter,
            natTimeout);
    return new RegionPlan(
        number == 0 ? "tokyo" : "singapore",
        users,
        3,
        sharesHome ? 0 : number,
        number == 1 ? failover : standby == null ? List.of() : List.of(1),
        number == 0 ? standby : null,
        0.6,
        4,
        gateway,
        clients,
        idleCutoffNs == 0
            ? HeartbeatPolicy.of(heartbeatNs, heartbeatTimeoutNs)
            : new HeartbeatPolicy(heartbeatNs, heartbeatTimeoutNs, idleCutoffNs),
        adaptive,
        messagesPerSecond,
        typingPerSecond,
        LoadShape.constant(),
        residency,
        edge);
  }

  private HomePlan home() {
    return new HomePlan(
        new HomePlan.KafkaPlan(
            3,
            8,
            12,
            3,
            ProducerSettings.of(acks, 5 * MS),
            new BrokerCosts(
                Distributions.fixed(30 * US), Distributions.fixed(US), 100, 20 * US, 1 << 30),
            kept,
            quotas),
        new HomePlan.WorkerPlan(workers, 2, recordCost, Distributions.fixed(2 * US), group),
        new HomePlan.RedisPlan(shards, commandCost, 64, shardBytes, 100, policy, redisFailover),
        new HomePlan.StorePlan(
            regionServers, 30, operationCost, lognormal(3e6, 15e6), lognormal(4e6, 20e6), recovery),
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
            0,
            SECOND));
  }
}
