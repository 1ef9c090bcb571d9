package dev.haishin.model.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private static final int SERVERS = 3;

  @Test
  void aLostZoneTakesItsHostsAndNoOthers() {
    Failures failures =
        new Failures(List.of(new FailurePlan.ZoneLost(1, 2, 100, 200)), new int[] {2, 3});
    Outages outages = failures.outages(SERVERS, 1, 7, true);
    for (int host = 0; host < 7; host++) {
      assertEquals(host % 3 == 2, outages.isDark(host, 150), "host " + host);
    }
    assertFalse(outages.isDown(2, 200));
    assertTrue(failures.zones(1).isDark(2, 100));
    assertEquals(0, failures.outages(SERVERS, 0, 7, true).count(2));
  }

  @Test
  void hostsAreThoseOfOneComponentInOneRegion() {
    Failures failures =
        new Failures(
            List.of(
                new FailurePlan.HostsDown(SERVERS, 0, new int[] {1}, 300, 400, false),
                new FailurePlan.HostsDown(SERVERS, 0, new int[] {1, 0}, 100, 200, true)),
            new int[] {1});
    Outages outages = failures.outages(SERVERS, 0, 2, true);
    assertEquals(100, outages.downNs(1, 0));
    assertEquals(300, outages.downNs(1, 1));
    assertTrue(outages.silent(1, 0));
    assertFalse(outages.silent(1, 1));
    assertEquals(1, outages.count(0));
    assertEquals(0, failures.outages(SERVERS + 1, 0, 2, true).count(1));
  }

  @Test
  void aSecondSiteTakesOverWhenAllZonesStayDarkForLongEnough() {
    List<FailurePlan> lost =
        List.of(
            new FailurePlan.ZoneLost(0, 0, 100, 500),
            new FailurePlan.ZoneLost(0, 1, 120, 400),
            new FailurePlan.ZoneLost(1, 1, 160, 170),
            new FailurePlan.ZoneLost(1, 1, 300, 310),
            new FailurePlan.ZoneLost(0, 1, 600, 700));
    Standby[] standbys = {new Standby(1, 30, 50), null};
    Failures failures = new Failures(lost, new int[] {2, 2}, standbys);
    Takeover takeover = failures.takeover(0);
    assertEquals(new Takeover(1, 120, 170, 30), takeover);
    assertFalse(takeover.isTail(90));
    assertTrue(takeover.isTail(91));
    assertTrue(takeover.isTail(120));
    assertFalse(takeover.isTail(121));
    Outages servers = failures.outages(SERVERS, 0, 2, true);
    assertEquals(170, servers.upNs(0, 0), "promoted");
    assertEquals(170, servers.upNs(1, 0));
    assertTrue(servers.isDark(1, 305), "the other region's zone is its own now");
    assertFalse(servers.isDown(1, 650), "and that of its old region is not");
    Outages gateways = failures.outages(SERVERS, 0, 2, false);
    assertEquals(500, gateways.upNs(0, 0), "gateways have no second site");
    assertTrue(gateways.isDark(1, 650));
  }

  @Test
  void aRegionThatIsBackBeforeThePromotionKeepsItsHosts() {
    List<FailurePlan> lost = List.of(new FailurePlan.ZoneLost(0, 0, 100, 150));
    Standby[] standbys = {new Standby(1, 30, 50), null};
    assertNull(new Failures(lost, new int[] {1, 1}, standbys).takeover(0));
    lost = List.of(new FailurePlan.ZoneLost(0, 0, 100, 151));
    assertEquals(150, new Failures(lost, new int[] {1, 1}, standbys).takeover(0).promotedNs());
  }
}
