package dev.haishin.model.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.HeapQueue;
import dev.haishin.engine.Links;
import dev.haishin.engine.Simulation;
import dev.haishin.model.Groups;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.network.Network;
import dev.haishin.model.rack.Rack;
import dev.haishin.model.rack.RackHost;
import dev.haishin.model.rack.Racks;
import dev.haishin.model.redis.Laws;
import dev.haishin.model.redis.Recorded;
import dev.haishin.model.store.StoreAsker.Done;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client of a dying region server sees and when: two servers in one rack. */
class ServerFailureTest {
  private static final long MS = 1_000_000;
  private static final long SECOND = 1_000 * MS;
  private static final long LINK_NS = MS / 10;
  private static final long COST_NS = MS / 20;
  private static final long PUT_NS = 3 * MS;
  private static final long DEATH_NS = 10 * SECOND;
  private static final long OPEN_NS = DEATH_NS + 90 * SECOND;
  private static final long MESSAGE = 77;

  private final Links links =
      new Links(Groups.COUNT)
          .connect(Groups.WORKERS, Groups.STORE, LINK_NS)
          .connect(Groups.STORE, Groups.WORKERS, LINK_NS);
  private final Network network = new Network(LINK_NS, LINK_NS, new long[1][1]);
  private final Simulation simulation = new Simulation(links, 1, HeapQueue::new);
  private final Outages outages = new Outages(2);
  private MessageStore store;

  @Test
  void aWriteThatMeetsADeadServerIsMadeOnceItsRegionIsOpenElsewhere() {
    outages.add(0, DEATH_NS, Outages.NEVER, false);
    StoreAsker asker = asker(1200);
    asker.at(DEATH_NS + SECOND, client -> client.put(1, user(), MESSAGE, 100));
    run();
    assertEquals(1, asker.done().size());
    // HBase pauses 100 ms x 1, 2, 3, 5, 10, 20, 40, 100, 100, 100, 100, 200, 200: the sums of the
    // first twelve and thirteen are 68.1 and 88.1 s, of fourteen 108.1 s, each up to 1% more.
    long failedNs = DEATH_NS + SECOND + 2 * LINK_NS;
    long leastNs = failedNs + 108_100 * MS + 2 * LINK_NS + 2 * LINK_NS + COST_NS + PUT_NS;
    long doneNs = asker.done().get(0).atNs();
    if (doneNs < leastNs) {
      leastNs = failedNs + 88_100 * MS + 4 * LINK_NS + COST_NS + PUT_NS;
    }
    assertTrue(doneNs > OPEN_NS && doneNs >= leastNs, "done at " + doneNs);
    assertTrue(doneNs <= leastNs + 1_081 * MS, "done at " + doneNs);
  }

  @Test
  void whatWaitsForOneRegionIsWrittenTogetherInTheOrderIssued() {
    outages.add(0, DEATH_NS, Outages.NEVER, false);
    StoreAsker asker = asker(1200);
    for (int i = 0; i < 10; i++) {
      long tag = i;
      asker.at(DEATH_NS + (1 + i) * SECOND, client -> client.put(tag, user(), MESSAGE, 100));
    }
    run();
    assertEquals(10, asker.done().size());
    for (int i = 0; i < 10; i++) {
      assertEquals(i, asker.done().get(i).tag());
      assertEquals(asker.done().get(0).atNs(), asker.done().get(i).atNs());
    }
    // Ten scripts, one reset, one wake, one request and its answer.
    assertEquals(10 + 2 + 1 + 2, simulation.dispatched());
  }

  @Test
  void aDarkServerIsWaitedForAsLongAsARequestMayTake() {
    outages.add(0, DEATH_NS, DEATH_NS + 5 * SECOND, true);
    StoreAsker asker = asker(1200);
    asker.at(DEATH_NS + SECOND, client -> client.put(1, user(), MESSAGE, 100));
    run();
    long doneNs = asker.done().get(0).atNs();
    // Back after 5 s it is known as dead; its regions are open 30 s later, whoever has them.
    assertTrue(doneNs > DEATH_NS + 35 * SECOND, "done at " + doneNs);
    assertTrue(doneNs < DEATH_NS + 11 * SECOND + 48_900 * MS, "done at " + doneNs);
  }

  @Test
  void aWriteUnderWayAtTheDeathIsNotAcknowledged() {
    outages.add(0, DEATH_NS, Outages.NEVER, false);
    StoreAsker asker = asker(1200);
    long lastNs = DEATH_NS - LINK_NS - COST_NS - PUT_NS;
    asker.at(lastNs - 1, client -> client.put(1, user(), MESSAGE, 100));
    asker.at(lastNs, client -> client.put(2, user(), MESSAGE, 100));
    run();
    assertEquals(new Done(DEATH_NS + LINK_NS - 1, 1, StoreClient.PUT), asker.done().get(0));
    assertTrue(asker.done().get(1).atNs() > OPEN_NS);
  }

  @Test
  void theOtherServerServesOn() {
    outages.add(0, DEATH_NS, Outages.NEVER, true);
    StoreAsker asker = asker(1200);
    asker.at(DEATH_NS + SECOND, client -> client.put(1, userOf(1), MESSAGE, 100));
    run();
    long atNs = DEATH_NS + SECOND + 2 * LINK_NS + COST_NS + PUT_NS;
    assertEquals(List.of(new Done(atNs, 1, StoreClient.PUT)), asker.done());
  }

  @Test
  void anOperationThatNobodyCanDoIsTriedAnewWhenItsTimeIsOver() {
    outages.add(0, DEATH_NS, Outages.NEVER, false);
    StoreAsker asker = asker(40);
    asker.at(DEATH_NS + SECOND, client -> client.put(1, user(), MESSAGE, 100));
    run();
    assertEquals(1, asker.done().size());
    assertTrue(asker.done().get(0).atNs() > OPEN_NS);
    assertTrue(simulation.dispatched() > 5);
  }

  private int user() {
    return userOf(0);
  }

  private int userOf(int server) {
    int user = 0;
    while (store.serverOfInbox(user) != server) {
      user++;
    }
    return user;
  }

  private StoreAsker asker(long operationTimeoutS) {
    Distribution replay = Laws.fixed(30 * SECOND);
    RecoveryRules rules =
        new RecoveryRules(
            60 * SECOND, replay, 300 * SECOND, SECOND, 10 * SECOND, operationTimeoutS * SECOND);
    store = new MessageStore(new Racks(new int[] {0}, 2), rules, outages, null, 1, "tokyo");
    RackHost[] hosts = new RackHost[2];
    for (int i = 0; i < 2; i++) {
      RegionServer server =
          new RegionServer(
              "tokyo/store/" + i,
              1,
              30,
              Laws.fixed(COST_NS),
              Laws.fixed(PUT_NS),
              Laws.fixed(PUT_NS),
              new Recorded(1, 400 * SECOND, 2).recorder(),
              0);
      hosts[i] = new MortalServer(server, store, i);
    }
    simulation.add(new Rack("tokyo/store-rack/0", Groups.STORE, network, hosts, 10 * SECOND), 0);
    return simulation.add(new StoreAsker("tokyo/worker/0", store, network), 0);
  }

  private void run() {
    simulation.seal();
    simulation.runBefore(400 * SECOND);
    assertEquals(0, simulation.pending());
  }
}
