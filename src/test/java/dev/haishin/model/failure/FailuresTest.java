package dev.haishin.model.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private static final int SERVERS = 3;

  @Test
  void aLostZoneTakesItsHostsAndNoOthers() {
    Failures failures =
        new Failures(List.of(new FailurePlan.ZoneLost(1, 2, 100, 200)), new int[] {2, 3});
    Outages outages = failures.outages(SERVERS, 1, 7);
    for (int host = 0; host < 7; host++) {
      assertEquals(host % 3 == 2, outages.isDark(host, 150), "host " + host);
    }
    assertFalse(outages.isDown(2, 200));
    assertTrue(failures.zones(1).isDark(2, 100));
    assertEquals(0, failures.outages(SERVERS, 0, 7).count(2));
  }

  @Test
  void hostsAreThoseOfOneComponentInOneRegion() {
    Failures failures =
        new Failures(
            List.of(
                new FailurePlan.HostsDown(SERVERS, 0, new int[] {1}, 300, 400, false),
                new FailurePlan.HostsDown(SERVERS, 0, new int[] {1, 0}, 100, 200, true)),
            new int[] {1});
    Outages outages = failures.outages(SERVERS, 0, 2);
    assertEquals(100, outages.downNs(1, 0));
    assertEquals(300, outages.downNs(1, 1));
    assertTrue(outages.silent(1, 0));
    assertFalse(outages.silent(1, 1));
    assertEquals(1, outages.count(0));
    assertEquals(0, failures.outages(SERVERS + 1, 0, 2).count(1));
  }
}
