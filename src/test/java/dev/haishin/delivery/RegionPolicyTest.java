package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RegionPolicyTest {
  private static final int TOKYO = 0;
  private static final int BANGKOK = 1;
  private static final int TAIPEI = 2;
  private static final int JAKARTA = 3;
  private static final int SINGAPORE = 4;

  private final RegionPolicy policy =
      new RegionPolicy(TOKYO, SINGAPORE, TOKYO, SINGAPORE, SINGAPORE);

  @Test
  void aRegionMayLiveInAnother() {
    assertEquals(SINGAPORE, policy.homeOf(BANGKOK));
    assertEquals(TOKYO, policy.homeOf(TOKYO));
  }

  @Test
  void aRelayIsNeededBetweenHomesNotBetweenRegions() {
    assertFalse(policy.needsRelay(BANGKOK, JAKARTA));
    assertFalse(policy.needsRelay(TAIPEI, TOKYO));
    assertTrue(policy.needsRelay(BANGKOK, TAIPEI));
  }

  @Test
  void aHomeMustBeItsOwnHome() {
    assertThrows(IllegalArgumentException.class, () -> new RegionPolicy(1, 2, 2));
    assertThrows(IllegalArgumentException.class, () -> new RegionPolicy(0, 2));
    assertThrows(IllegalArgumentException.class, () -> new RegionPolicy(-1));
  }
}
