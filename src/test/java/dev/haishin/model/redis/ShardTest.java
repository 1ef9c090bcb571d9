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
import dev.haishin.model.redis.Asker.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a shard answers and when, worked out by hand. */
class ShardTest {
  private static final long LINK_NS = 100_000;
  private static final long COST_NS = 8_000;
  private static final long SESSION_BYTES = 100;
  private static final long MEMORY_BYTES = Shard.EMPTY_BYTES + 5 * SESSION_BYTES;
  private static final int USER = 7;
  private static final long OLD = Route.of(3, 1);
  private static final long NEW = Route.of(5, 2);

  private final Network network = new Network(LINK_NS, 400_000, new long[1][1]);
  private final Links links =
      new Links(Groups.COUNT)
          .connect(Groups.GATEWAYS, Groups.REDIS, LINK_NS)
          .connect(Groups.REDIS, Groups.GATEWAYS, LINK_NS);
  private final Simulation simulation = new Simulation(links, 1, HeapQueue::new);
  private final Shard shard =
      new Shard(
          "tokyo/redis/0",
          1,
          Laws.fixed(COST_NS),
          MEMORY_BYTES,
          SESSION_BYTES,
          new Sessions(1_000),
          Recorded.unread(1),
          0);
  private final Rack rack =
      simulation.add(
          new Rack("tokyo/redis-rack/0", Groups.REDIS, network, new RackHost[] {shard}), 0);
  private final RedisCluster cluster = new RedisCluster(new Racks(new int[] {rack.id()}, 1));
  private int askers;

  @Test
  void anIdleShardAnswersAfterTwoLinksAndOneCommand() {
    Asker asker = asker(64);
    shard.load(USER, OLD);
    asker.at(1_000, directory -> directory.lookup(9, USER));
    run();
    assertEquals(List.of(new Answer(1_000 + 2 * LINK_NS + COST_NS, 9, USER, OLD)), asker.answers());
  }

  @Test
  void aBusyShardServesInTheOrderOfArrival() {
    Asker first = asker(64);
    Asker second = asker(64);
    first.at(0, directory -> directory.lookup(1, USER));
    second.at(3_000, directory -> directory.lookup(2, USER));
    run();
    assertEquals(2 * LINK_NS + COST_NS, first.answers().get(0).atNs());
    assertEquals(2 * LINK_NS + 2 * COST_NS, second.answers().get(0).atNs());
  }

  @Test
  void aPipelineIsAnsweredOnceWhenItsLastCommandDeparts() {
    Asker asker = asker(64);
    asker.at(
        0,
        directory -> {
          for (int user = 0; user < 100; user++) {
            directory.lookup(user, user);
          }
        });
    run();
    assertEquals(100, asker.answers().size());
    for (int user = 0; user < 100; user++) {
      long expectedNs = 2 * LINK_NS + (user < 64 ? 64 : 100) * COST_NS;
      assertEquals(new Answer(expectedNs, user, user, Route.NONE), asker.answers().get(user));
    }
    assertEquals(1 + 1 + 1, simulation.dispatched());
  }

  @Test
  void aLookupAfterARegistrationInTheSamePipelineSeesIt() {
    Asker asker = asker(64);
    asker.at(
        0,
        directory -> {
          directory.lookup(1, USER);
          directory.register(2, USER, OLD);
          directory.lookup(3, USER);
          directory.unregister(USER, OLD);
          directory.lookup(4, USER);
        });
    run();
    long atNs = 2 * LINK_NS + 5 * COST_NS;
    assertEquals(
        List.of(
            new Answer(atNs, 1, USER, Route.NONE),
            new Answer(atNs, 2, USER, OLD),
            new Answer(atNs, 3, USER, OLD),
            new Answer(atNs, 4, USER, Route.NONE)),
        asker.answers());
  }

  @Test
  void leavingAnOldConnectionDoesNotRemoveANewerSession() {
    Asker asker = asker(64);
    shard.load(USER, OLD);
    asker.at(0, directory -> directory.register(1, USER, NEW));
    asker.at(1_000_000, directory -> directory.unregister(USER, OLD));
    asker.at(2_000_000, directory -> directory.lookup(2, USER));
    asker.at(3_000_000, directory -> directory.unregister(USER, NEW));
    asker.at(4_000_000, directory -> directory.lookup(3, USER));
    run();
    assertEquals(3, asker.answers().size());
    assertEquals(NEW, asker.answers().get(1).route());
    assertEquals(Route.NONE, asker.answers().get(2).route());
    assertEquals(0, shard.sessions());
  }

  @Test
  void refusesNewSessionsWhenMemoryIsFullButStillReplacesAndRemovesOldOnes() {
    Asker asker = asker(64);
    asker.at(
        0,
        directory -> {
          for (int user = 0; user < 6; user++) {
            directory.register(user, user, OLD);
          }
          directory.register(6, 0, NEW);
          directory.unregister(1, OLD);
          directory.register(7, 5, NEW);
        });
    run();
    for (int user = 0; user < 5; user++) {
      assertEquals(OLD, asker.answers().get(user).route());
    }
    assertEquals(Route.NONE, asker.answers().get(5).route());
    assertEquals(NEW, asker.answers().get(6).route());
    assertEquals(NEW, asker.answers().get(7).route());
    assertEquals(1, shard.refused());
    assertEquals(5, shard.sessions());
  }

  private Asker asker(int pipeline) {
    Asker asker = new Asker("tokyo/gateway/" + askers++, cluster, network, pipeline);
    return simulation.add(asker, 0);
  }

  private void run() {
    simulation.seal();
    simulation.runBefore(10_000_000);
    assertEquals(0, simulation.pending());
  }
}
