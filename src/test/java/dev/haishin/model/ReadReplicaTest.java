package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.network.Cuts;
import dev.haishin.model.network.Network;
import dev.haishin.model.store.EdgeRules;
import dev.haishin.model.store.EdgeStore;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/** Two regions of which the second's data is kept in the first, 50 ms away, and shipped to it. */
class ReadReplicaTest {
  private static final long WAY = 50 * MS;
  private static final String BODIES = "cross-border.bytes.count{data=body}";

  @Test
  void showsTheLastShipmentThatHasArrived() {
    EdgeStore replica = replica(5 * SECOND, new Cuts(2));
    assertEquals(0, replica.shownNs(3 * SECOND));
    assertEquals(0, replica.shownNs(5 * SECOND + WAY - 1));
    assertEquals(5 * SECOND, replica.shownNs(5 * SECOND + WAY));
    assertEquals(5 * SECOND, replica.shownNs(10 * SECOND));
    assertEquals(10 * SECOND, replica.shownNs(10 * SECOND + WAY));
    assertTrue(replica.hits(3, SECOND), "a replica has everything");
    assertEquals(SECOND + 800_000 + 4 * MS, replica.doneNs(3, SECOND));
    assertThrows(IllegalArgumentException.class, () -> new EdgeRules(1, 0, -1, fixed()));
  }

  @Test
  void nothingIsShippedThroughACut() {
    Cuts cuts = new Cuts(2);
    cuts.add(0, 1, 9 * SECOND, 21 * SECOND);
    EdgeStore replica = replica(5 * SECOND, cuts);
    assertEquals(5 * SECOND, replica.shownNs(9 * SECOND));
    assertEquals(5 * SECOND, replica.shownNs(10 * SECOND + WAY));
    assertEquals(5 * SECOND, replica.shownNs(25 * SECOND));
    assertEquals(25 * SECOND, replica.shownNs(25 * SECOND + WAY));
  }

  /** The age of an answer is uniform from the way to the way and an interval. */
  @Test
  void lagsByTheWayAndHalfAnIntervalOnAverage() {
    EdgeStore replica = replica(4 * SECOND, new Cuts(2));
    double sum = 0;
    long most = 0;
    for (int i = 0; i < 100_000; i++) {
      long atNs = 10 * SECOND + i * 7_919_000L;
      long ageNs = atNs - replica.shownNs(atNs);
      sum += ageNs;
      most = Math.max(most, ageNs);
      assertTrue(ageNs >= WAY);
    }
    assertEquals(WAY + 2 * SECOND, sum / 100_000, 5 * MS);
    assertEquals(WAY + 4 * SECOND, most, MS);
  }

  /** A sync takes two ways of 50 ms less, but for what was written in the last 51 ms. */
  @Test
  void aReadIsServedInTheRegion() {
    RunResult home = sketch(null).run();
    RunResult near = sketch(EdgeRules.replica(MS, fixed())).run();
    double saved = 2 * (value(home, "delivery.sync.mean") - value(near, "delivery.sync.mean"));
    double hits = value(near, "store.edge.hits.count");
    assertTrue(hits > 500, () -> "hits " + hits);
    assertEquals(0, value(near, "store.edge.misses.count"));
    assertTrue(value(near, "store.edge.stale.count") < 0.05 * hits);
    assertEquals(2 * 50 - 2 * 0.4, saved / MS, 10);
    assertEquals(0, near.ledger().differencePairs());
  }

  /** As stale as a cache that lags by as much as a replica does on average. */
  @Test
  void whatIsNotShippedYetIsReadAtHome() {
    RunResult replica = sketch(EdgeRules.replica(2 * SECOND, fixed())).run();
    RunResult cache = sketch(EdgeRules.cache(1, SECOND + WAY, fixed())).run();
    double lacked = value(cache, "store.edge.stale.count");
    assertTrue(lacked > 100, () -> "stale " + lacked);
    assertEquals(lacked, value(replica, "store.edge.stale.count"), 0.25 * lacked);
    assertEquals(0, replica.ledger().pairsLost());
  }

  /** Every body that goes into an inbox of the second region crosses once more. */
  @Test
  void whatIsShippedCrossesTheBorder() {
    WorldSketch shipped = sketch(EdgeRules.replica(MS, fixed()));
    WorldSketch cached = sketch(EdgeRules.cache(1, 0, fixed()));
    for (WorldSketch sketch : new WorldSketch[] {shipped, cached}) {
      sketch.strategy = "write";
      sketch.payload = Distributions.fixed(200);
    }
    RunResult one = shipped.run();
    double writes = value(one, "fanout.inbox-writes.count");
    double more = value(one, BODIES) - value(cached.run(), BODIES);
    // 200 bytes and 63 of sealing (L40), for half of the people.
    assertEquals(0.5 * writes * 263, more, 0.05 * 0.5 * writes * 263);
  }

  /** The replica answers while its home cannot, and with nothing newer than the cut. */
  @Test
  void aCutMakesItStaleAndLosesNothing() {
    WorldSketch whole = sketch(EdgeRules.replica(500 * MS, fixed()));
    WorldSketch cut = sketch(EdgeRules.replica(500 * MS, fixed()));
    cut.failures.add(new FailurePlan.Parted(0, 1, 4 * SECOND, 12 * SECOND));
    RunResult result = cut.run();
    assertEquals(0, result.ledger().differencePairs());
    assertEquals(0, result.ledger().pairsLost());
    double stale = value(whole.run(), "store.edge.stale.count");
    assertTrue(value(result, "store.edge.stale.count") > 1.2 * stale, "before the cut " + stale);
  }

  @Test
  void theSameBytesOnAnyNumberOfPartitions() {
    WorldSketch sketch = sketch(EdgeRules.replica(700 * MS, fixed())).lasting(10 * SECOND);
    sketch.failures.add(new FailurePlan.Parted(0, 1, 4 * SECOND, 6 * SECOND));
    World whole = sketch.world(1);
    World parted = sketch.world(3);
    RunResult one = whole.run(WorldSketch::quiet);
    RunResult other = parted.run(WorldSketch::quiet);
    assertEquals(whole.digest(), parted.digest());
    assertEquals(value(one, BODIES), value(other, BODIES));
  }

  private static EdgeStore replica(long everyNs, Cuts cuts) {
    Network network = new Network(MS, MS, new long[][] {{0, WAY}, {WAY, 0}});
    network.disturb(cuts, null, 1, MS, 1);
    EdgeRules rules = EdgeRules.replica(everyNs, fixed());
    return new EdgeStore(rules, network, 0, 1, 800_000, WAY, 7, "bangkok");
  }

  private static WorldSketch sketch(EdgeRules edge) {
    WorldSketch sketch = new WorldSketch();
    sketch.betweenNs = WAY;
    sketch.sharesHome = true;
    sketch.access = Distributions.fixed(25 * MS);
    sketch.online = Distributions.exponential(10 * SECOND);
    sketch.edge = edge;
    return sketch;
  }

  private static Distribution fixed() {
    return Distributions.fixed(4 * MS);
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElseThrow(() -> new AssertionError(metric));
  }
}
