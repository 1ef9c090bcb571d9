package dev.haishin.model;

import dev.haishin.engine.Port;
import dev.haishin.model.kafka.KafkaCluster;
import dev.haishin.model.kafka.Producer;
import dev.haishin.model.network.Cuts;
import dev.haishin.model.network.Network;
import dev.haishin.model.push.PushRelays;
import dev.haishin.model.redis.RedisCluster;
import dev.haishin.model.redis.SessionDirectory;
import dev.haishin.model.store.MessageStore;
import dev.haishin.model.store.StoreClient;

/**
 * The layouts of every home's clusters, and the clients that gateways and workers make for them.
 */
final class BackEnd implements Parts {
  private final WorldPlan plan;
  private final Network network;
  private final KafkaCluster[] kafka;
  private final RedisCluster[] redis;
  private final MessageStore[] stores;
  private final PushRelays[] relays;

  /** The clusters of a plan, of which those fail that lose a broker in the run. */
  BackEnd(Ground ground) {
    this.plan = ground.plan();
    this.network = ground.network();
    Layout layout = ground.layout();
    int regions = plan.regions().size();
    Cuts cuts = ground.failures().cuts(plan.durationNs());
    kafka = new KafkaCluster[regions];
    redis = new RedisCluster[regions];
    stores = new MessageStore[regions];
    relays = new PushRelays[regions];
    for (int r = 0; r < regions; r++) {
      HomePlan home = plan.homes().get(r);
      if (home != null) {
        kafka[r] =
            new KafkaCluster(
                r,
                layout.first(Component.BROKERS, r),
                home.kafka().brokers(),
                plan.regions().get(r).zones(),
                home.kafka().partitions(),
                home.kafka().replication(),
                ground.outages(Component.BROKERS, r).any() || cuts.touch(r));
        kafka[r].expect(ground.failures().takeover(r));
        redis[r] = redis(ground, r);
        stores[r] = store(ground, r);
        relays[r] =
            new PushRelays(
                layout.first(Component.RELAYS, r), home.relays().count(), plan.pushCells());
      }
    }
  }

  KafkaCluster kafka(int home) {
    return kafka[home];
  }

  RedisCluster redis(int home) {
    return redis[home];
  }

  MessageStore store(int home) {
    return stores[home];
  }

  PushRelays relays(int home) {
    return relays[home];
  }

  @Override
  public Producer producer(Port port, int firstKind, int home, Producer.Sink sink) {
    if (kafka[home] == null) {
      return null;
    }
    return new Producer(
        port, kafka[home], network, firstKind, plan.homes().get(home).kafka().producer(), sink);
  }

  @Override
  public SessionDirectory sessions(Port port, int firstKind, int home, SessionDirectory.Sink sink) {
    int pipeline = plan.homes().get(home).redis().pipeline();
    return new SessionDirectory(port, redis[home], network, firstKind, pipeline, sink);
  }

  @Override
  public StoreClient store(Port port, int firstKind, int home, StoreClient.Sink sink) {
    return new StoreClient(port, stores[home], network, firstKind, sink);
  }

  private static RedisCluster redis(Ground ground, int region) {
    RegionPlan place = ground.plan().regions().get(region);
    return new RedisCluster(
        ground.layout().racks(Component.SHARDS, region),
        place.zones(),
        ground.plan().homes().get(region).redis().failover(),
        ground.outages(Component.SHARDS, region),
        ground.plan().sameRegionNs(),
        ground.plan().seed(),
        place.name());
  }

  private static MessageStore store(Ground ground, int region) {
    return new MessageStore(
        ground.layout().racks(Component.REGION_SERVERS, region),
        ground.plan().homes().get(region).store().recovery(),
        ground.outages(Component.REGION_SERVERS, region),
        ground.failures().takeover(region),
        ground.plan().seed(),
        ground.plan().regions().get(region).name());
  }
}
