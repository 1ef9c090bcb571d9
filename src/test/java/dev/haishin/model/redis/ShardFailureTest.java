package dev.haishin.model.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.delivery.SlotHash;
import dev.haishin.engine.Capacity;
import dev.haishin.engine.HeapQueue;
import dev.haishin.engine.Links;
import dev.haishin.engine.Simulation;
import dev.haishin.model.Groups;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.network.Network;
import dev.haishin.model.rack.Rack;
import dev.haishin.model.rack.RackHost;
import dev.haishin.model.rack.Racks;
import dev.haishin.model.redis.Asker.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What clients of a failing shard see and when, worked out by hand: three shards in three zones.
 */
class ShardFailureTest {
  private static final long US = 1_000;
  private static final long MS = 1_000 * US;
  private static final long SECOND = 1_000 * MS;
  private static final long LINK_NS = 100 * US;
  private static final long COST_NS = 8 * US;
  private static final long ROUND_TRIP_NS = 2 * LINK_NS + COST_NS;
  private static final long CRASH_NS = 10 * SECOND;
  private static final long TAIL_NS = MS;
  private static final long OLD = Route.of(3, 1);
  private static final long NEW = Route.of(5, 2);
  private static final int SHARDS = 3;

  private final Links links =
      new Links(Groups.COUNT)
          .connect(Groups.GATEWAYS, Groups.REDIS, LINK_NS)
          .connect(Groups.REDIS, Groups.GATEWAYS, LINK_NS);
  private final Network network = new Network(LINK_NS, LINK_NS, new long[1][1]);
  private final Simulation simulation = new Simulation(links, 1, HeapQueue::new);
  private final Outages outages = new Outages(SHARDS);
  private final List<Shard> shards = new ArrayList<>();
  private RedisCluster cluster;

  @Test
  void aMovedAnswerCostsExactlyOneRoundTrip() {
    outages.add(victim(), CRASH_NS, CRASH_NS + 30 * SECOND, false);
    Asker asker = asker(1);
    shards.get(victim()).load(user(), OLD);
    // The old master is back as a replica; this client has not asked since before the crash.
    asker.at(CRASH_NS + 60 * SECOND, directory -> directory.lookup(1, user()));
    asker.at(CRASH_NS + 61 * SECOND, directory -> directory.lookup(2, user()));
    run();
    long movedNs = CRASH_NS + 60 * SECOND + 2 * LINK_NS;
    long directNs = CRASH_NS + 61 * SECOND + ROUND_TRIP_NS;
    assertEquals(
        List.of(
            new Answer(movedNs + ROUND_TRIP_NS, 1, user(), OLD),
            new Answer(directNs, 2, user(), OLD)),
        asker.answers());
  }

  @Test
  void writesOfTheLastMillisecondAreLostAndOlderOnesAreNot() {
    outages.add(victim(), CRASH_NS, Outages.NEVER, false);
    Asker asker = asker(1);
    // A write departs a link and a command after it was issued; the tail is the last millisecond.
    long safeNs = CRASH_NS - TAIL_NS - LINK_NS - COST_NS - 1;
    asker.at(safeNs, directory -> directory.register(1, user(), OLD));
    asker.at(safeNs + 1, directory -> directory.register(2, user(), NEW));
    asker.at(CRASH_NS + 30 * SECOND, directory -> directory.lookup(3, user()));
    run();
    assertEquals(3, asker.answers().size());
    assertEquals(NEW, asker.answers().get(1).route());
    assertTrue(asker.answers().get(1).atNs() < CRASH_NS);
    assertEquals(OLD, asker.answers().get(2).route());
    assertEquals(1, shards.get(victim()).lost());
  }

  @Test
  void workUnderWayAtACrashIsResetThenAndGivenUpAfterASecond() {
    outages.add(victim(), CRASH_NS, Outages.NEVER, false);
    Asker asker = asker(1);
    long issuedNs = CRASH_NS - LINK_NS - COST_NS;
    asker.at(issuedNs - 1, directory -> directory.lookup(1, user()));
    asker.at(issuedNs, directory -> directory.lookup(2, user()));
    run();
    assertEquals(1, asker.answers().size());
    assertEquals(List.of(2L), asker.givenUp());
    // Pauses of 25, 50, 100, 200 and 400 ms fit into the second, the sixth of 800 ms does not.
    long resetNs = CRASH_NS + LINK_NS;
    assertEquals(resetNs + 775 * MS + 5 * 2 * LINK_NS, asker.gaveUpNs(0));
  }

  @Test
  void aCommandWaitsOutAShortCrash() {
    outages.add(victim(), CRASH_NS, CRASH_NS + 100 * MS, false);
    Asker asker = asker(1);
    shards.get(victim()).load(user(), OLD);
    asker.at(CRASH_NS + MS, directory -> directory.lookup(1, user()));
    run();
    // Tries arrive 0, 25 and 75 ms later and, with three round trips between, at 175 ms.
    long atNs = CRASH_NS + MS + 3 * 2 * LINK_NS + 175 * MS + ROUND_TRIP_NS;
    assertEquals(List.of(new Answer(atNs, 1, user(), Route.NONE)), asker.answers());
    assertEquals(0, shards.get(victim()).sessions());
    assertEquals(1, shards.get(victim()).lost());
  }

  @Test
  void aDarkShardIsGivenUpAtTheTimeOutAndTheNextCommandFindsTheReplica() {
    outages.add(victim(), CRASH_NS, Outages.NEVER, true);
    Asker asker = asker(1);
    shards.get(victim()).load(user(), OLD);
    long lateNs = CRASH_NS + 30 * SECOND;
    asker.at(lateNs, directory -> directory.lookup(1, user()));
    asker.at(lateNs + 2 * SECOND, directory -> directory.lookup(2, user()));
    run();
    assertEquals(List.of(1L), asker.givenUp());
    assertEquals(lateNs + SECOND, asker.gaveUpNs(0));
    assertEquals(
        List.of(new Answer(lateNs + 2 * SECOND + ROUND_TRIP_NS, 2, user(), OLD)), asker.answers());
  }

  @Test
  void otherShardsServeOn() {
    outages.add(victim(), CRASH_NS, Outages.NEVER, true);
    Asker asker = asker(1);
    int other = userOf(2);
    asker.at(CRASH_NS + MS, directory -> directory.register(1, other, OLD));
    asker.at(CRASH_NS + 2 * MS, directory -> directory.lookup(2, other));
    run();
    assertEquals(2, asker.answers().size());
    assertEquals(CRASH_NS + 2 * MS + ROUND_TRIP_NS, asker.answers().get(1).atNs());
  }

  @Test
  void aPipelineOfWhichOneCommandDiesIsResetAsAWhole() {
    outages.add(victim(), CRASH_NS, Outages.NEVER, false);
    Asker asker = asker(1);
    asker.at(
        CRASH_NS - LINK_NS - 2 * COST_NS,
        directory -> {
          directory.lookup(1, user());
          directory.lookup(2, user());
          directory.lookup(3, user());
        });
    run();
    assertEquals(List.of(), asker.answers());
    assertEquals(List.of(1L, 2L, 3L), asker.givenUp());
  }

  private int victim() {
    return 1;
  }

  private int user() {
    return userOf(victim());
  }

  private static int userOf(int shard) {
    int user = 0;
    while (RedisCluster.shardOfSlot(SlotHash.slotOfUser(user), SHARDS) != shard) {
      user++;
    }
    return user;
  }

  private Asker asker(int replicas) {
    FailoverRules rules = new FailoverRules(replicas, 15 * SECOND, false, TAIL_NS, SECOND);
    int[] processes = {0, 1, 2};
    cluster =
        new RedisCluster(new Racks(processes, SHARDS), 3, rules, outages, LINK_NS, 1, "tokyo");
    Racks layout = cluster.racks();
    Sessions sessions = new Sessions(100);
    for (int i = 0; i < SHARDS; i++) {
      shards.add(
          new Shard(
              "tokyo/redis/" + i,
              1,
              Laws.fixed(COST_NS),
              1L << 30,
              100,
              sessions,
              Recorded.unread(SHARDS),
              i));
    }
    List<Rack> racks = new ArrayList<>();
    for (int rack = 0; rack < SHARDS; rack++) {
      RackHost[] hosts = new RackHost[layout.places(rack)];
      for (int member = 0; member < layout.members(); member++) {
        if (layout.rack(member) == rack) {
          int shard = cluster.shardOfMember(member);
          hosts[layout.place(member)] =
              new ShardNode(
                  shards.get(shard),
                  cluster,
                  shard,
                  cluster.nodeOfMember(member),
                  Recorded.unread(SHARDS),
                  Capacity.FULL);
        }
      }
      racks.add(
          simulation.add(
              new Rack("tokyo/redis-rack/" + rack, Groups.REDIS, network, hosts, SECOND), 0));
    }
    Asker asker = simulation.add(new Asker("tokyo/gateway/0", cluster, network, 64), 0);
    racks.forEach(Rack::start);
    return asker;
  }

  private void run() {
    simulation.seal();
    simulation.runBefore(200 * SECOND);
    assertEquals(0, simulation.pending());
  }
}
