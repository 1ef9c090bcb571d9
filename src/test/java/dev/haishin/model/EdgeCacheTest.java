package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.model.store.EdgeRules;
import dev.haishin.model.store.EdgeStore;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/** Two regions of which the second's data is kept in the first, 50 ms away, and cached. */
class EdgeCacheTest {
  private static final int READS = 100_000;

  @Test
  void asManyReadsHitAsTheRateSaysWhoeverAsksAndWhenever() {
    EdgeStore cache = new EdgeStore(rules(0.3, SECOND), null, 0, 1, 800_000, 0, 7, "bangkok");
    int hits = 0;
    int both = 0;
    for (int i = 0; i < READS; i++) {
      boolean first = cache.hits(i, SECOND);
      hits += first ? 1 : 0;
      both += first && cache.hits(i, 2 * SECOND) ? 1 : 0;
    }
    // Four standard deviations of a share of 0.3, and of 0.09 for two reads of the same user.
    assertEquals(0.30, hits / (double) READS, 4 * 0.00145);
    assertEquals(0.09, both / (double) READS, 4 * 0.00091);
    assertEquals(4 * SECOND, cache.shownNs(5 * SECOND));
    assertEquals(0, cache.shownNs(SECOND / 2));
    assertEquals(SECOND + 800_000 + 4 * MS, cache.doneNs(3, SECOND));
    assertThrows(IllegalArgumentException.class, () -> rules(1.1, 0));
    assertThrows(IllegalArgumentException.class, () -> rules(0.5, -1));
  }

  /** A sync there takes two ways of 50 ms, and of 0.4 ms where the cache answers. */
  @Test
  void aHitSavesTheWayHomeAndBack() {
    RunResult home = sketch(null).run();
    RunResult cached = sketch(rules(1, 0)).run();
    // Half of the syncs that show something are the second region's.
    double saved = 2 * (value(home, "delivery.sync.mean") - value(cached, "delivery.sync.mean"));
    double hits = value(cached, "store.edge.hits.count");
    assertTrue(hits > 500, () -> "hits " + hits);
    assertEquals(0, value(cached, "store.edge.misses.count"));
    assertEquals(0, value(cached, "store.edge.stale.count"), "a cache without lag lacks nothing");
    assertEquals(0, value(home, "store.edge.hits.count") + value(home, "store.edge.misses.count"));
    assertEquals(2 * 50 - 2 * 0.4, saved / MS, 8);
  }

  /** What was written within the lag is fetched from home, and nothing is lost on the way. */
  @Test
  void whatTheCacheLacksIsReadAtHome() {
    RunResult home = sketch(null).run();
    RunResult stale = sketch(rules(1, 2 * SECOND)).run();
    double lacked = value(stale, "store.edge.stale.count");
    assertTrue(lacked > 50, () -> "stale " + lacked);
    assertTrue(lacked < value(stale, "store.edge.hits.count"));
    long synced = home.ledger().pairs(LedgerColumn.SYNCED);
    assertEquals(synced, stale.ledger().pairs(LedgerColumn.SYNCED), 0.02 * synced);
    assertEquals(0, stale.ledger().pairsLost());
  }

  /** Members who are notified fetch at once: before a cache that lags can have the message. */
  @Test
  void aFetchOfWhatIsTooNewGoesHome() {
    RunResult home = fetching(null).run();
    RunResult fresh = fetching(rules(1, 0)).run();
    RunResult lagging = fetching(rules(1, 10 * SECOND)).run();
    double reads = value(home, "fanout.log-reads.count");
    assertEquals(0, value(fresh, "store.edge.misses.count"));
    double hits = value(fresh, "store.edge.hits.count");
    assertEquals(reads, hits + value(fresh, "fanout.log-reads.count"), 0.01 * reads);
    assertEquals(0.5, hits / reads, 0.05, "half of the members live off the other region");
    assertEquals(0, value(lagging, "store.edge.hits.count"));
    assertEquals(hits, value(lagging, "store.edge.misses.count"), 0.01 * hits);
    assertTrue(fresh.ledger().isBalanced());
    assertEquals(0, fresh.ledger().pairsLost());
  }

  private static WorldSketch fetching(EdgeRules edge) {
    WorldSketch sketch = sketch(edge);
    sketch.online = null;
    sketch.strategy = "read";
    return sketch;
  }

  @Test
  void whoLivesAtHomeAsksNoCache() {
    WorldSketch sketch = sketch(rules(1, 0));
    sketch.sharesHome = false;
    RunResult result = sketch.run();
    assertEquals(0, value(result, "store.edge.hits.count"));
    assertEquals(0, value(result, "store.edge.misses.count"));
  }

  private static WorldSketch sketch(EdgeRules edge) {
    WorldSketch sketch = new WorldSketch();
    sketch.betweenNs = 50 * MS;
    sketch.sharesHome = true;
    sketch.access = Distributions.fixed(25 * MS);
    sketch.online = Distributions.exponential(10 * SECOND);
    sketch.edge = edge;
    return sketch;
  }

  private static EdgeRules rules(double hitRate, long lagNs) {
    return EdgeRules.cache(hitRate, lagNs, Distributions.fixed(4 * MS));
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElseThrow();
  }
}
