package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.network.Residency;
import dev.haishin.model.population.ChatKind;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/** Typing indicators and receipts between two regions, of which half have to cross. */
class SmallMessagesAbroadTest {
  /** Body of a small message, bytes. */
  private static final double BODY = 24;

  private static final String BYTES = "cross-border.bytes.count{data=metadata}";

  @Test
  void halfOfThoseForOneOfTwoCrossAndAreCountedAsMetadata() {
    RunResult plain = sketch(0).run();
    RunResult typing = sketch(200).run();
    double crossed = (value(typing, BYTES) - value(plain, BYTES)) / BODY;
    // 200 a second of each region, 18 s after the warm-up.
    assertEquals(0.5 * 400 * 18, crossed, 0.05 * 3600);
    assertEquals(0, value(typing, "small.dropped.count"));
    assertEquals(
        1,
        value(typing, "cross-border.bytes.count{from=tokyo,to=singapore,data=metadata}")
            / value(typing, "cross-border.bytes.count{from=singapore,to=tokyo,data=metadata}"),
        0.1);
  }

  /** What is for the own region comes all the time, what crosses from 2.01 s on. */
  @Test
  void theyTakeTheWayBetweenTheRegions() {
    WorldSketch far = sketch(2_000).lasting(3 * SECOND);
    far.betweenNs = 2 * SECOND;
    far.access = Distributions.fixed(10 * MS);
    far.typingPatienceNs = 10 * MS;
    double come = value(far.run(), "bundle.delay.count");
    // The run is measured from 0.3 s on.
    double wanted = 0.5 * 4_000 * 2.69 + 0.5 * 4_000 * (3 - 2.02);
    assertEquals(wanted, come, 0.03 * wanted);
  }

  @Test
  void aCutDropsThemAndLosesNothing() {
    WorldSketch sketch = sketch(200);
    sketch.failures.add(new FailurePlan.Parted(0, 1, 4 * SECOND, 12 * SECOND));
    RunResult cut = sketch.run();
    assertEquals(0.5 * 400 * 8, value(cut, "small.dropped.count"), 0.08 * 1600);
    assertEquals(0, cut.ledger().pairsLost());
    assertEquals(0, cut.ledger().differencePairs());
  }

  @Test
  void aRuleKeepsThemHome() {
    WorldSketch sketch = sketch(200);
    sketch.messagesPerSecond = 0.001;
    sketch.residency = new Residency(false, true, false, true);
    RunResult blocked = sketch.run();
    assertEquals(0, value(blocked, BYTES));
    assertEquals(3600, value(blocked, "residency.violations.count"), 0.05 * 3600);
    sketch.residency = new Residency(false, true, false, false);
    RunResult counted = sketch.run();
    double crossed = value(counted, BYTES) / BODY;
    assertEquals(value(counted, "residency.violations.count"), crossed, 10);
    sketch.residency = new Residency(true, false, true, true);
    assertEquals(0, value(sketch.run(), "residency.violations.count"), 10);
  }

  /**
   * With people who come and go, receipts, jitter, a cut, and a way of longer than half a second.
   */
  @Test
  void theSameBytesOnAnyNumberOfPartitions() {
    WorldSketch sketch = sketch(100);
    sketch.connectedShare = 0.5;
    sketch.online = Distributions.exponential(4e9);
    sketch.receiptsPerDelivery = 0.5;
    sketch.betweenNs = 700 * MS;
    sketch.jitter = Distributions.exponential(30e6);
    sketch.failures.add(new FailurePlan.Parted(1, 0, 4 * SECOND, 6 * SECOND));
    World whole = sketch.world(1);
    World parted = sketch.world(2);
    RunResult one = whole.run(WorldSketch::quiet);
    RunResult other = parted.run(WorldSketch::quiet);
    assertEquals(whole.digest(), parted.digest());
    assertEquals(value(one, BYTES), value(other, BYTES));
    assertTrue(value(one, "small.dropped.count") > 0);
  }

  private static WorldSketch sketch(double typingPerSecond) {
    WorldSketch sketch = new WorldSketch();
    sketch.users = 2_000;
    sketch.connectedShare = 1;
    sketch.messagesPerSecond = 20;
    sketch.typingPerSecond = typingPerSecond;
    sketch.betweenNs = 37 * MS;
    sketch.locality = 0.5;
    sketch.kinds = new ChatKind[] {new ChatKind(0, Distributions.fixed(2), 20, 0)};
    sketch.shares = new double[] {1};
    return sketch;
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElseThrow(() -> new AssertionError(metric));
  }
}
