package dev.haishin.model.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.engine.HeapQueue;
import dev.haishin.engine.Links;
import dev.haishin.engine.Simulation;
import dev.haishin.model.Groups;
import dev.haishin.model.network.Network;
import dev.haishin.model.rack.Rack;
import dev.haishin.model.rack.RackHost;
import dev.haishin.model.rack.Racks;
import org.junit.jupiter.api.Test;

/** What results say of a shard whose load is known. */
class ShardRecordingTest {
  private static final long MS = 1_000_000;
  private static final long COST_NS = MS;
  private static final long SESSION_BYTES = 100;
  private static final long MEMORY_BYTES = 4_000_000;

  @Test
  void busyTimeWaitsAndMemoryAreThoseOfTheLoad() {
    Recorded recorded = new Recorded(1, 10_000 * MS, MEMORY_BYTES);
    Network network = new Network(MS, MS, new long[1][1]);
    Links links =
        new Links(Groups.COUNT)
            .connect(Groups.GATEWAYS, Groups.REDIS, MS)
            .connect(Groups.REDIS, Groups.GATEWAYS, MS);
    Simulation simulation = new Simulation(links, 1, HeapQueue::new);
    Shard shard =
        new Shard(
            "tokyo/redis/0",
            1,
            Laws.fixed(COST_NS),
            MEMORY_BYTES,
            SESSION_BYTES,
            new Sessions(1_000),
            recorded.recorder(),
            0);
    Rack rack = new Rack("tokyo/redis-rack/0", Groups.REDIS, network, new RackHost[] {shard});
    simulation.add(rack, 0);
    RedisCluster cluster = new RedisCluster(new Racks(new int[] {rack.id()}, 1));
    Asker asker = simulation.add(new Asker("tokyo/gateway/0", cluster, network, 64), 0);
    for (int user = 0; user < 1_000; user++) {
      shard.load(user, Route.of(1, 1));
    }
    shard.loaded();
    for (int i = 0; i < 100; i++) {
      asker.at(
          100L * i * MS,
          directory -> {
            directory.lookup(0, 1);
            directory.lookup(0, 2);
          });
    }
    asker.at(5_050 * MS - MS, directory -> directory.unregister(3, Route.of(1, 1)));
    simulation.seal();
    simulation.runBefore(10_000 * MS);

    assertEquals(0.0201, recorded.value("redis.cpu.mean"), 1e-9);
    assertEquals(200, recorded.value("stage.session-lookup.wait.count"));
    assertEquals(COST_NS / 2.0, recorded.value("stage.session-lookup.wait.mean"), 1);
    assertEquals(COST_NS, recorded.value("stage.session-lookup.service.mean"), 1);
    double full = (Shard.EMPTY_BYTES + 1_000.0 * SESSION_BYTES) / MEMORY_BYTES;
    double less = (Shard.EMPTY_BYTES + 999.0 * SESSION_BYTES) / MEMORY_BYTES;
    assertEquals(less, recorded.value("redis.memory.last"), 1e-9);
    assertEquals(0.505 * full + 0.495 * less, recorded.value("redis.memory.mean"), 1e-9);
  }
}
