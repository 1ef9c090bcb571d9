package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.model.population.ChatKind;
import dev.haishin.results.RunResult;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Typing indicators and receipts in a whole world, beside what bundling promises. */
class BundledWorldTest {
  /** Transport and frame header around the body of a small message: 74 + 9 bytes. */
  private static final double AROUND = 83;

  /**
   * 400 people, all online, each with 20 contacts: 800 indicators a second are Poisson arrivals of
   * 2 a second at each of them, one a window of 500 ms. So a frame carries 2 on average, half of
   * the indicators wait for the window and the others for a uniform time.
   */
  @Test
  void framesAndDelaysFollowTheRenewalFormula() {
    RunResult result = typing(500 * MS).run();
    double items = value(result, "bundle.delay.count");
    assertEquals(800 * 58, items, 0.02 * 800 * 58);
    double saved = value(result, "bundle.saved-frames.count");
    assertEquals(0.5, saved / items, 0.01);
    assertEquals(AROUND * saved, value(result, "bundle.saved-bytes.count"));
    assertEquals(375e6, value(result, "bundle.delay.mean"), 3e6);
    Histogram delays = result.latencies().get("bundle.delay").histogram();
    double early = delays.getCountBetweenValues(0, 200 * MS);
    assertEquals(0.5 * 0.4, early / items, 0.01);
    assertEquals(0.5, delays.getCountBetweenValues(499 * MS, 501 * MS) / items, 0.01);
    assertEquals(500e6, value(result, "bundle.delay.max"), 1e6);
  }

  /** The same taps without a window: what is not sent is what is said to be saved. */
  @Test
  void savesTheBytesThatItSaysItSaves() {
    RunResult apart = typing(0).run();
    RunResult bundled = typing(500 * MS).run();
    double less =
        value(apart, "wire.bytes.count{direction=down}")
            - value(bundled, "wire.bytes.count{direction=down}");
    double saved = value(bundled, "bundle.saved-bytes.count");
    assertTrue(saved > 1e6);
    assertEquals(saved, less, 0.02 * saved);
    assertEquals(0, value(apart, "bundle.saved-frames.count"));
    assertEquals(0, value(apart, "bundle.delay.count"));
  }

  /** Receipts may wait for 2 s, indicators do not wait: so they take receipts along. */
  @Test
  void aKindMayWaitForLessThanTheOther() {
    WorldSketch sketch = chatty();
    sketch.typingPatienceNs = 0;
    sketch.receiptPatienceNs = 2 * SECOND;
    RunResult result = sketch.run();
    assertTrue(value(result, "bundle.saved-frames.count") > 0);
    assertEquals(0, value(result, "bundle.delay.min"));
    assertTrue(value(result, "bundle.delay.p90") > 500e6);
    assertTrue(value(result, "bundle.delay.max") <= 2.01e9);

    WorldSketch both = chatty();
    both.typingPatienceNs = 2 * SECOND;
    both.receiptPatienceNs = 2 * SECOND;
    RunResult longer = both.run();
    assertTrue(
        value(longer, "bundle.saved-frames.count") > value(result, "bundle.saved-frames.count"));
    assertEquals(
        value(longer, "messages.accepted.count"), value(result, "messages.accepted.count"));
  }

  @Test
  void doesNotDependOnPartitions() {
    WorldSketch sketch = chatty();
    sketch.typingPatienceNs = 100 * MS;
    sketch.receiptPatienceNs = 700 * MS;
    sketch.betweenNs = 37 * MS;
    World whole = sketch.world(1);
    World cut = sketch.world(3);
    RunResult one = whole.run(WorldSketch::quiet);
    RunResult other = cut.run(WorldSketch::quiet);
    assertEquals(whole.digest(), cut.digest());
    assertEquals(value(one, "bundle.saved-bytes.count"), value(other, "bundle.saved-bytes.count"));
    assertEquals(value(one, "bundle.delay.mean"), value(other, "bundle.delay.mean"));
  }

  private static WorldSketch chatty() {
    WorldSketch sketch = new WorldSketch();
    sketch.connectedShare = 1;
    sketch.users = 2_000;
    sketch.typingPerSecond = 200;
    sketch.receiptsPerDelivery = 0.8;
    return sketch;
  }

  private static WorldSketch typing(long patienceNs) {
    WorldSketch sketch = new WorldSketch().lasting(60 * SECOND);
    sketch.users = 400;
    sketch.connectedShare = 1;
    sketch.kinds = new ChatKind[] {new ChatKind(0, Distributions.fixed(2), 20, 0)};
    sketch.shares = new double[] {1};
    sketch.messagesPerSecond = 1;
    sketch.typingPerSecond = 800;
    sketch.typingPatienceNs = patienceNs;
    return sketch;
  }

  private static double value(RunResult result, String path) {
    return result.value(path).value().orElseThrow(() -> new AssertionError(result.value(path)));
  }
}
