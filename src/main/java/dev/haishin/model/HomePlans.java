package dev.haishin.model;

import dev.haishin.delivery.BreakerRules;
import dev.haishin.delivery.PushRules;
import dev.haishin.delivery.RetryPolicy;
import dev.haishin.model.kafka.Acks;
import dev.haishin.model.kafka.BrokerCosts;
import dev.haishin.model.kafka.GroupSettings;
import dev.haishin.model.kafka.ProducerSettings;
import dev.haishin.model.kafka.Quotas;
import dev.haishin.model.kafka.Replication;
import dev.haishin.model.push.Fallback;
import dev.haishin.model.push.RelayPlan;
import dev.haishin.model.redis.FailoverRules;
import dev.haishin.model.redis.MaxMemoryPolicy;
import dev.haishin.model.store.RecoveryRules;
import dev.haishin.scenario.Fleet;
import dev.haishin.scenario.KafkaKeys;
import dev.haishin.scenario.Key;
import dev.haishin.scenario.Keys;
import dev.haishin.scenario.Law;
import dev.haishin.scenario.PushKeys;
import dev.haishin.scenario.RegionSpec;
import dev.haishin.scenario.Section;

/** The plan of one home's back end. */
final class HomePlans {
  private final RegionSpec region;

  HomePlans(RegionSpec region) {
    this.region = region;
  }

  HomePlan plan() {
    return new HomePlan(kafka(), workers(), redis(), store(), relays());
  }

  private HomePlan.KafkaPlan kafka() {
    Section kafka = region.kafka();
    Fleet brokers = region.fleets().brokers();
    Acks acks =
        switch (kafka.get(KafkaKeys.ACKS)) {
          case "0" -> Acks.NONE;
          case "1" -> Acks.LEADER;
          default -> Acks.ALL;
        };
    ProducerSettings standard = ProducerSettings.of(acks, kafka.get(KafkaKeys.LINGER));
    ProducerSettings producer =
        new ProducerSettings(
            acks,
            standard.lingerNs(),
            Math.toIntExact(kafka.get(KafkaKeys.BATCH)),
            standard.maxInFlight(),
            standard.maxRequestBytes(),
            standard.bufferBytes(),
            kafka.get(KafkaKeys.REQUEST_TIMEOUT),
            kafka.get(KafkaKeys.DELIVERY_TIMEOUT));
    Replication kept =
        new Replication(
            Math.toIntExact(kafka.get(KafkaKeys.MIN_INSYNC)),
            kafka.get(KafkaKeys.UNCLEAN_ELECTION),
            kafka.get(KafkaKeys.BROKER_TIMEOUT),
            kafka.get(KafkaKeys.REPLICA_LAG_MAX),
            kafka.get(KafkaKeys.LEADER_BALANCE));
    return new HomePlan.KafkaPlan(
        brokers.count(),
        brokers.cores(),
        region.fleets().partitions(),
        Math.toIntExact(kafka.get(KafkaKeys.REPLICATION)),
        producer,
        new BrokerCosts(
            cost(brokers, kafka, KafkaKeys.APPEND_COST).distribution(),
            cost(brokers, kafka, KafkaKeys.RECORD_COST).distribution(),
            Math.round(kafka.get(KafkaKeys.BYTE_COST).mean() * brokers.costFactor() * 1000),
            Math.round(kafka.get(KafkaKeys.FETCH_COST) * brokers.costFactor()),
            Math.max(1, (long) (kafka.get(KafkaKeys.DISK) * brokers.share())),
            kafka.get(KafkaKeys.DISK_SEEK),
            (long) (kafka.get(KafkaKeys.PAGE_CACHE) * brokers.share())),
        kept,
        kafka.find(KafkaKeys.QUOTAS).map(HomePlans::quotas).orElse(Quotas.NONE));
  }

  private static Quotas quotas(Section quotas) {
    return new Quotas(
        quotas.find(KafkaKeys.PRODUCE).orElse(Double.POSITIVE_INFINITY),
        quotas.find(KafkaKeys.FETCH).orElse(Double.POSITIVE_INFINITY));
  }

  private HomePlan.WorkerPlan workers() {
    Section workers = region.kafka().get(KafkaKeys.WORKERS);
    Fleet fleet = region.fleets().workers();
    return new HomePlan.WorkerPlan(
        fleet.count(),
        fleet.cores(),
        cost(fleet, workers, KafkaKeys.WORK_RECORD_COST).distribution(),
        cost(fleet, workers, KafkaKeys.RECIPIENT_COST).distribution(),
        GroupSettings.of(
            region.kafka().get(KafkaKeys.SESSION_TIMEOUT),
            workers.get(KafkaKeys.REBALANCE).equals("cooperative")));
  }

  private HomePlan.RedisPlan redis() {
    Section redis = region.redis();
    Fleet shards = region.fleets().shards();
    return new HomePlan.RedisPlan(
        shards.count(),
        cost(shards, redis, Keys.Redis.COMMAND_COST).distribution(),
        Math.toIntExact(redis.get(Keys.Redis.PIPELINE)),
        Math.max(1, (long) (redis.get(Keys.Redis.MEMORY) * shards.share())),
        redis.get(Keys.Redis.SESSION_BYTES),
        MaxMemoryPolicy.of(redis.get(Keys.Redis.MAXMEMORY_POLICY)),
        new FailoverRules(
            Math.toIntExact(redis.get(Keys.Redis.REPLICAS)),
            redis.get(Keys.Redis.NODE_TIMEOUT),
            redis.get(Keys.Redis.FULL_COVERAGE),
            redis.get(Keys.Redis.REPLICATION_LAG),
            redis.get(Keys.Redis.TIMEOUT)));
  }

  private HomePlan.StorePlan store() {
    Section store = region.store();
    Fleet servers = region.fleets().regionServers();
    return new HomePlan.StorePlan(
        servers.count(),
        servers.cores(),
        cost(servers, store, Keys.Store.OP_COST).distribution(),
        store.get(Keys.Store.PUT).distribution(),
        store.get(Keys.Store.GET).distribution(),
        new RecoveryRules(
            store.get(Keys.Store.SESSION_TIMEOUT),
            store.get(Keys.Store.RECOVERY).distribution(),
            store.get(Keys.Store.BALANCE),
            store.get(Keys.Store.MOVE),
            store.get(Keys.Store.RPC_TIMEOUT),
            store.get(Keys.Store.OPERATION_TIMEOUT)));
  }

  private RelayPlan relays() {
    Section push = region.push();
    Section relays = push.get(PushKeys.RELAYS);
    Section retry = push.get(PushKeys.RETRY);
    Section fallback = push.get(PushKeys.FALLBACK);
    Fleet fleet = region.fleets().relays();
    Fallback to =
        switch (fallback.get(PushKeys.TO)) {
          case "sms" -> Fallback.SMS;
          case "late-notification" -> Fallback.LATE_NOTIFICATION;
          default -> Fallback.NONE;
        };
    RetryPolicy policy =
        new RetryPolicy(
            Backoffs.of(retry.get(PushKeys.BACKOFF)),
            retry.get(PushKeys.BASE),
            Math.max(retry.get(PushKeys.BASE), retry.get(PushKeys.CAP)),
            Math.toIntExact(retry.get(PushKeys.ATTEMPTS)));
    PushRules.Overflow overflow =
        relays.get(PushKeys.OVERFLOW).equals("drop-oldest")
            ? PushRules.Overflow.DROP_OLDEST
            : PushRules.Overflow.DROP_NEWEST;
    return new RelayPlan(
        fleet.count(),
        fleet.cores(),
        cost(fleet, relays, PushKeys.COST).distribution(),
        new PushRules(
            Math.toIntExact(relays.get(PushKeys.QUEUE)),
            overflow,
            policy,
            to != Fallback.NONE,
            breaker(push.get(PushKeys.BREAKER))),
        to == Fallback.NONE ? Long.MAX_VALUE / 8 : fallback.get(PushKeys.AFTER),
        to,
        fallback.get(PushKeys.LATE_AFTER),
        relays.get(PushKeys.SUBMIT_TIMEOUT));
  }

  private static BreakerRules breaker(Section breaker) {
    double errors = breaker.get(PushKeys.BREAKER_ERRORS);
    return errors == 0
        ? BreakerRules.none()
        : new BreakerRules(
            errors,
            Math.toIntExact(breaker.get(PushKeys.BREAKER_WINDOW)),
            breaker.get(PushKeys.BREAKER_OPEN),
            Math.toIntExact(breaker.get(PushKeys.BREAKER_PROBES)));
  }

  private static Law cost(Fleet fleet, Section section, Key<Law> key) {
    return fleet.cost(section.get(key));
  }
}
