package dev.haishin.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.model.gateway.Framing;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/** The bytes of one world by protocol: what one does not save, it sends. */
class FramedWorldTest {
  @Test
  void savedAndSentAreWhatPlainFramesTake() {
    double plain = sent(run(Framing.HTTP2_PLAIN));
    for (Framing framing : new Framing[] {Framing.HTTP2, Framing.BINARY}) {
      RunResult result = run(framing);
      double saved = value(result, "wire.saved-bytes.count");
      assertTrue(saved > plain / 10, saved + " of " + plain);
      assertEquals(plain, sent(result) + saved, plain / 1000, framing.toString());
    }
  }

  @Test
  void aStreamHasNothingToSaveOn() {
    assertEquals(0, value(run(Framing.STREAM), "wire.saved-bytes.count"));
  }

  private static RunResult run(Framing framing) {
    WorldSketch sketch = new WorldSketch();
    sketch.framing = framing;
    return new WorldBuilder(sketch.plan()).build(1).run(WorldSketch::quiet);
  }

  private static double sent(RunResult result) {
    return value(result, "wire.bytes.count{direction=up}")
        + value(result, "wire.bytes.count{direction=down}");
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElse(0);
  }
}
