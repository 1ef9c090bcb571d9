package dev.haishin.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import org.junit.jupiter.api.Test;

/** The last mile is a constant of the connection, never below its floor, and follows its law. */
class AccessNetworkTest {
  private final AccessNetwork access =
      new AccessNetwork(Distributions.exponential(1e6), 200_000, 1);

  @Test
  void isAConstantOfTheConnection() {
    AccessNetwork floorless = new AccessNetwork(Distributions.exponential(1e6), 0, 1);
    assertEquals(floorless.latencyNs(7, 3), floorless.latencyNs(7, 3));
    assertNotEquals(floorless.latencyNs(7, 3), floorless.latencyNs(7, 4));
    assertNotEquals(floorless.latencyNs(7, 3), floorless.latencyNs(8, 3));
  }

  @Test
  void followsItsLawAboveTheFloor() {
    double sum = 0;
    long least = Long.MAX_VALUE;
    for (int user = 0; user < 100_000; user++) {
      long latencyNs = access.latencyNs(user, 1);
      sum += latencyNs;
      least = Math.min(least, latencyNs);
    }
    assertEquals(200_000, least);
    // E[max(X, f)] = f + m exp(-f / m) = 0.2 + 0.81873 ms; 1.3% is four standard errors.
    assertEquals(1_018_731, sum / 100_000, 13_000);
    assertTrue(Math.abs(sum / 100_000 - 1_000_000) > 13_000);
  }
}
