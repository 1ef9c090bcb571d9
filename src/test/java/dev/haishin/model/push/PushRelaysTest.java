package dev.haishin.model.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How users and streams are shared out over relays. */
class PushRelaysTest {
  private static final PushCells CELLS = PushCells.of(100, 400, 10_000);

  @Test
  void sharesUsersOutEvenlyAndAlwaysTheSameWay() {
    PushRelays relays = new PushRelays(40, 4, CELLS);
    int[] users = new int[4];
    for (int user = 0; user < 40_000; user++) {
      int relay = relays.relayOf(user);
      assertEquals(relay, relays.relayOf(user));
      users[relay]++;
    }
    for (int count : users) {
      assertTrue(Math.abs(count - 10_000) < 4 * 87, "a relay has " + count + " of 40,000 users");
    }
  }

  @Test
  void refusesToHaveNoRelay() {
    assertThrows(IllegalArgumentException.class, () -> new PushRelays(40, 0, CELLS));
  }

  @Test
  void aRelayHasItsShareOfTheStreamsAndAtLeastOne() {
    assertEquals(12_500, ProviderConnections.share(1_000, 50, 4));
    assertEquals(1, ProviderConnections.share(1, 1, 4));
    assertEquals(Integer.MAX_VALUE, ProviderConnections.share(100_000, 100_000, 1));
  }
}
