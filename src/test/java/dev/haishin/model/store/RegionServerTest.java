package dev.haishin.model.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.HeapQueue;
import dev.haishin.engine.Links;
import dev.haishin.engine.Simulation;
import dev.haishin.model.Groups;
import dev.haishin.model.network.Network;
import dev.haishin.model.rack.Rack;
import dev.haishin.model.rack.RackHost;
import dev.haishin.model.rack.Racks;
import dev.haishin.model.redis.Laws;
import dev.haishin.model.redis.Recorded;
import dev.haishin.model.store.StoreAsker.Done;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a region server answers and when, worked out by hand. */
class RegionServerTest {
  private static final long LINK_NS = 100_000;
  private static final long COST_NS = 50_000;
  private static final long PUT_NS = 3_000_000;
  private static final long GET_NS = 4_000_000;
  private static final long CHAT = 12_345;
  private static final long MESSAGE = (3L << 32) | 99;

  private final Network network = new Network(LINK_NS, 400_000, new long[1][1]);
  private final Links links =
      new Links(Groups.COUNT)
          .connect(Groups.WORKERS, Groups.STORE, LINK_NS)
          .connect(Groups.STORE, Groups.WORKERS, LINK_NS);
  private final Simulation simulation = new Simulation(links, 1, HeapQueue::new);
  private final Recorded recorded = new Recorded(1, 10_000_000_000L, 1);
  private final List<RegionServer> servers = new ArrayList<>();
  private final List<Rack> racks = new ArrayList<>();
  private int names;

  @Test
  void anIdleServerAnswersAfterTwoLinksTheCostAndTheDelay() {
    StoreAsker asker = asker(server(2, Laws.fixed(PUT_NS), Laws.fixed(GET_NS)));
    asker.at(0, store -> store.put(1, 7, MESSAGE, 100));
    asker.at(10_000_000, store -> store.append(2, CHAT, MESSAGE, 100));
    asker.at(20_000_000, store -> store.get(3, 7, 5, 1));
    asker.at(30_000_000, store -> store.read(4, CHAT, MESSAGE, 7));
    run();
    long writeNs = 2 * LINK_NS + COST_NS + PUT_NS;
    long readNs = 2 * LINK_NS + COST_NS + GET_NS;
    assertEquals(
        List.of(
            new Done(writeNs, 1, StoreClient.PUT),
            new Done(10_000_000 + writeNs, 2, StoreClient.APPEND),
            new Done(20_000_000 + readNs, 3, StoreClient.GET),
            new Done(30_000_000 + readNs, 4, StoreClient.READ)),
        asker.done());
  }

  @Test
  void aBurstToOneServerIsOneRequestThatKeepsAHandlerAnOperation() {
    RegionServer server = server(2, Laws.fixed(PUT_NS), Laws.fixed(GET_NS));
    StoreAsker asker = asker(server);
    asker.at(
        0,
        store -> {
          for (int user = 0; user < 5; user++) {
            store.put(user, user, MESSAGE, 100);
          }
        });
    run();
    long atNs = 2 * LINK_NS + 3 * COST_NS + PUT_NS;
    for (int user = 0; user < 5; user++) {
      assertEquals(new Done(atNs, user, StoreClient.PUT), asker.done().get(user));
    }
    assertEquals(3, simulation.dispatched());
    assertEquals(500, server.storedBytes());
  }

  @Test
  void handlersServeSideBySideAndDelaysKeepNone() {
    StoreAsker asker = asker(server(2, Laws.fixed(PUT_NS), Laws.fixed(GET_NS)));
    for (int i = 0; i < 3; i++) {
      int user = i;
      asker.at(i, store -> store.put(user, user, MESSAGE, 100));
    }
    run();
    long aloneNs = 2 * LINK_NS + COST_NS + PUT_NS;
    assertEquals(aloneNs, asker.done().get(0).atNs());
    assertEquals(1 + aloneNs, asker.done().get(1).atNs());
    assertEquals(COST_NS + aloneNs, asker.done().get(2).atNs());
  }

  @Test
  void aLongInboxIsReadInSeveralOperations() {
    StoreAsker asker = asker(server(2, Laws.fixed(PUT_NS), Laws.fixed(GET_NS)));
    asker.at(0, store -> store.get(1, 7, 0, 1));
    asker.at(10_000_000, store -> store.get(2, 7, RegionServer.ROWS_PER_OPERATION, 2));
    asker.at(20_000_000, store -> store.get(3, 7, RegionServer.ROWS_PER_OPERATION + 1, 3));
    run();
    long onceNs = 2 * LINK_NS + COST_NS + GET_NS;
    assertEquals(onceNs, asker.done().get(0).atNs());
    assertEquals(10_000_000 + onceNs, asker.done().get(1).atNs());
    assertEquals(20_000_000 + onceNs + COST_NS, asker.done().get(2).atNs());
  }

  @Test
  void theDelayBelongsToMessageAndRecipientWhateverElseTheServerDid() {
    RegionServer quiet = server(30, Laws.exponential(PUT_NS), Laws.fixed(GET_NS));
    RegionServer busy = server(30, Laws.exponential(PUT_NS), Laws.fixed(GET_NS));
    StoreAsker alone = asker(quiet);
    StoreAsker after = asker(busy);
    alone.at(1_000_000_000, store -> store.put(1, 7, MESSAGE, 100));
    after.at(0, store -> store.put(1, 8, MESSAGE, 100));
    after.at(1_000_000_000, store -> store.put(1, 7, MESSAGE, 100));
    run();
    assertEquals(alone.done().get(0).atNs(), after.done().get(1).atNs());
    assertNotEquals(after.done().get(0).atNs() + 1_000_000_000, after.done().get(1).atNs());
  }

  @Test
  void whatIsWrittenAndReadIsCountedAndTimed() {
    StoreAsker asker = asker(server(1, Laws.fixed(PUT_NS), Laws.fixed(GET_NS)));
    for (int i = 0; i < 100; i++) {
      asker.at(
          i * 50_000_000L,
          store -> {
            store.put(1, 1, MESSAGE, 100);
            store.put(2, 2, MESSAGE, 100);
            store.append(3, CHAT, MESSAGE, 100);
            store.read(4, CHAT, MESSAGE, 1);
            store.get(5, 1, 10, 1);
          });
    }
    run();
    assertEquals(200, recorded.value("fanout.inbox-writes.count"));
    assertEquals(100, recorded.value("fanout.log-appends.count"));
    assertEquals(100, recorded.value("fanout.log-reads.count"));
    assertEquals(COST_NS / 2.0, recorded.value("stage.inbox-write.wait.mean"), 1);
    assertEquals(COST_NS + PUT_NS, recorded.value("stage.inbox-write.service.mean"), 1);
    assertEquals(2.0 * COST_NS, recorded.value("stage.log-append.wait.mean"), 1);
    assertEquals(3.0 * COST_NS, recorded.value("stage.log-read.wait.mean"), 1);
    assertEquals(COST_NS + GET_NS, recorded.value("stage.log-read.service.mean"), 1);
    assertEquals(500.0 * COST_NS / 10e9, recorded.value("store.cpu.mean"), 1e-9);
  }

  private RegionServer server(int handlers, Distribution put, Distribution get) {
    String name = "tokyo/store/" + names++;
    Distribution cost = Laws.fixed(COST_NS);
    RegionServer server =
        new RegionServer(name, 1, handlers, cost, put, get, recorded.recorder(), 0);
    racks.add(
        simulation.add(
            new Rack(name + "/rack", Groups.STORE, network, new RackHost[] {server}), 0));
    servers.add(server);
    return server;
  }

  private StoreAsker asker(RegionServer server) {
    int process = racks.get(servers.indexOf(server)).id();
    MessageStore layout = new MessageStore(new Racks(new int[] {process}, 1));
    return simulation.add(new StoreAsker("tokyo/worker/" + names++, layout, network), 0);
  }

  private void run() {
    simulation.seal();
    simulation.runBefore(10_000_000_000L);
    assertEquals(0, simulation.pending());
  }
}
