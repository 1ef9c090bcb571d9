package dev.haishin.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import org.junit.jupiter.api.Test;

/** What crosses between regions keeps its order, waits for the end of a cut, and is jittered. */
class NetworkTest {
  private static final long MS = 1_000_000;
  private static final long SECOND = 1_000 * MS;
  private static final int TOKYO = 0;
  private static final int OSAKA = 1;
  private static final int BANGKOK = 2;

  @Test
  void aCutHoldsUpWhatIsSentInItUntilARetransmissionPasses() {
    Cuts cuts = new Cuts(3);
    cuts.add(TOKYO, OSAKA, 10 * SECOND, 20 * SECOND);
    Network network = network(cuts, null);
    assertEquals(9_999 * MS + 37 * MS, network.arrivalNs(0, 2, 9_999 * MS), "left before the cut");
    // First time-out 200 ms and a round trip of 74 ms, then twice that, and so on:
    // 10 s + 274 ms x (2^k - 1) is 18.494 s for k = 5 and 27.262 s for k = 6.
    assertEquals(27_262 * MS + 37 * MS, network.arrivalNs(0, 2, 10 * SECOND));
    assertEquals(27_262 * MS + 37 * MS, network.arrivalNs(0, 2, 21 * SECOND), "waits behind it");
    assertEquals(28 * SECOND + 37 * MS, network.arrivalNs(0, 2, 28 * SECOND));
    assertEquals(21 * SECOND + 37 * MS, network.arrivalNs(1, 2, 21 * SECOND), "never held up");
    // 19 s + 274 ms x (2^k - 1) is 20.918 s for k = 3.
    assertEquals(20_918 * MS + 37 * MS, network.arrivalNs(2, 1, 19 * SECOND), "the other way");
  }

  @Test
  void aCutPartsItsTwoRegionsOnly() {
    Cuts cuts = new Cuts(3);
    cuts.add(TOKYO, OSAKA, 10 * SECOND, 20 * SECOND);
    Network network = network(cuts, null);
    assertEquals(15 * SECOND + 37 * MS, network.arrivalNs(0, 3, 15 * SECOND));
    assertEquals(15 * SECOND + MS, network.arrivalNs(0, 1, 15 * SECOND));
    assertTrue(network.parts(0, 2, 0));
    assertTrue(network.parts(2, 0, 0));
    assertFalse(network.parts(0, 3, 0));
    assertFalse(network.parts(0, 1, 0));
    assertTrue(cuts.touch(TOKYO));
    assertFalse(cuts.touch(BANGKOK));
  }

  @Test
  void aRetransmissionThatMeetsAnotherCutIsTriedAgain() {
    Cuts cuts = new Cuts(3);
    cuts.add(TOKYO, OSAKA, 10 * SECOND, 11 * SECOND);
    cuts.add(TOKYO, OSAKA, 11_900 * MS, 13 * SECOND);
    Network network = network(cuts, null);
    // Tries at 10.274, 10.822, 11.918 s, which lies in the second cut, and 14.11 s.
    assertEquals(14_110 * MS + 37 * MS, network.arrivalNs(0, 2, 10 * SECOND));
  }

  @Test
  void retransmissionsAreNeverFurtherApartThanLinuxHasThem() {
    Cuts cuts = new Cuts(3);
    cuts.add(TOKYO, OSAKA, 0, 3_600 * SECOND);
    Network network = network(cuts, null);
    // 274 ms x (2^9 - 1) = 140.014 s; from then on one each 120 s: 29 of them end at 3620.014 s.
    assertEquals(3_620_014 * MS + 37 * MS, network.arrivalNs(0, 2, 0));
  }

  @Test
  void jitterIsAddedBetweenRegionsAndReordersNothing() {
    Network network = network(new Cuts(3), Distributions.exponential(5e6));
    double extraNs = 0;
    long lastNs = 0;
    int held = 0;
    int sends = 100_000;
    for (int i = 0; i < sends; i++) {
      long leaveNs = i * 100L * MS;
      long atNs = network.arrivalNs(0, 2, leaveNs);
      extraNs += atNs - leaveNs - 37 * MS;
      assertTrue(atNs >= leaveNs + 37 * MS);
    }
    assertEquals(5e6, extraNs / sends, 0.02 * 5e6);
    for (int i = 0; i < 1_000; i++) {
      long leaveNs = 20_000 * SECOND + i * MS;
      long atNs = network.arrivalNs(1, 2, leaveNs);
      assertTrue(atNs >= lastNs, "in order");
      held += atNs == lastNs ? 1 : 0;
      lastNs = atNs;
    }
    assertTrue(held > 100, "sent each 1 ms with 5 ms of jitter, many wait for one before: " + held);
    assertEquals(5 * SECOND + MS, network.arrivalNs(0, 1, 5 * SECOND), "not within a region");
  }

  /** Processes 0 and 1 in Tokyo, 2 in Osaka, 3 in Bangkok. */
  private static Network network(Cuts cuts, Distribution jitter) {
    long[][] between = {{0, 37 * MS, 37 * MS}, {37 * MS, 0, 37 * MS}, {37 * MS, 37 * MS, 0}};
    Network network = new Network(MS, 2 * MS, between);
    network.place(0, TOKYO, 0);
    network.place(1, TOKYO, 0);
    network.place(2, OSAKA, 0);
    network.place(3, BANGKOK, 0);
    network.disturb(cuts, jitter, 1, 200 * MS, 4);
    return network;
  }
}
