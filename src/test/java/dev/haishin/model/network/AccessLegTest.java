package dev.haishin.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.model.redis.Recorded;
import org.junit.jupiter.api.Test;

/** Lost frames come later by TCP's time-outs, and hold up those behind them. */
class AccessLegTest {
  private static final long MS = 1_000_000;
  private static final long SECOND = 1_000 * MS;
  private static final int FRAMES = 200_000;

  private final Recorded recorded = new Recorded(1, 2_000 * SECOND, 1);

  @Test
  void nothingIsLateWhereNothingIsLost() {
    AccessLeg leg = access(0).leg("leg", recorded.recorder());
    for (int i = 0; i < 1_000; i++) {
      assertEquals(i * MS + 25 * MS, leg.arrivalNs(7, 1, i * MS));
    }
    assertEquals(0, leg.handshakeDelayNs(7, 1, 0, 3));
  }

  @Test
  void lossCostsTheDoublingTimeoutsOnAverage() {
    AccessLeg leg = access(0.1).leg("leg", recorded.recorder());
    double extraNs = 0;
    for (int i = 0; i < FRAMES; i++) {
      extraNs += leg.arrivalNs(i, 1, 0) - 25 * MS;
    }
    // Sum over k of p^k (1 - p) (2^k - 1) = p / (1 - 2p) = 0.125 time-outs of 200 ms + 50 ms.
    assertEquals(31.25 * MS, extraNs / FRAMES, 0.03 * 31.25 * MS);
    // A frame is sent again p / (1 - p) times on average.
    assertEquals(FRAMES / 9.0, recorded.value("wire.retransmits.count"), 0.03 * FRAMES / 9);
  }

  @Test
  void aSingleLossTakesOneTimeoutAndTwoTakeThree() {
    AccessLeg leg = access(0.3).leg("leg", recorded.recorder());
    int[] times = new int[8];
    for (int i = 0; i < FRAMES; i++) {
      long extraNs = leg.arrivalNs(i, 1, 0) - 25 * MS;
      assertEquals(0, extraNs % (250 * MS));
      long timeouts = extraNs / (250 * MS);
      assertEquals(1, Long.bitCount(timeouts + 1), "1, 3, 7, ... time-outs");
      times[Long.numberOfTrailingZeros(timeouts + 1)]++;
    }
    assertEquals(0.7 * FRAMES, times[0], 0.02 * FRAMES);
    assertEquals(0.21 * FRAMES, times[1], 0.02 * FRAMES);
    assertEquals(0.063 * FRAMES, times[2], 0.01 * FRAMES);
  }

  @Test
  void framesOfAConnectionKeepTheirOrderAndOthersPassThem() {
    AccessLeg leg = access(0.2).leg("leg", recorded.recorder());
    long lastNs = 0;
    int held = 0;
    int early = 0;
    for (int i = 0; i < 10_000; i++) {
      long sentNs = i * 10 * MS;
      long atNs = leg.arrivalNs(1, 1, sentNs);
      assertTrue(atNs >= lastNs && atNs >= sentNs + 25 * MS);
      held += atNs == lastNs ? 1 : 0;
      lastNs = atNs;
      early += leg.arrivalNs(2, 1, sentNs) < atNs ? 1 : 0;
    }
    assertTrue(held > 5_000, "most wait for one of the 25 frames before them");
    assertTrue(early > 1_000);
  }

  @Test
  void beatsAreAsLateAsOtherFrames() {
    AccessNetwork access = access(0.1);
    double extraNs = 0;
    for (int i = 0; i < FRAMES; i++) {
      extraNs += access.beatDelayNs(i, 5 * SECOND + i);
    }
    assertEquals(31.25 * MS, extraNs / FRAMES, 0.03 * 31.25 * MS);
  }

  private static AccessNetwork access(double loss) {
    return new AccessNetwork(Distributions.fixed(25 * MS), MS, loss, 200 * MS, 3);
  }
}
