package dev.haishin.model.rack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.model.rack.RackBench.Taken;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Nobody can tell hosts that share a rack from hosts that are processes of their own. */
class RackTest {
  private static final int HOSTS = 11;
  private static final int ZONES = 3;

  @Test
  void hostsAndAskersSeeTheSameInstantsHoweverHostsShareRacks() {
    for (int seed = 1; seed <= 20; seed++) {
      for (int limit : new int[] {1, 3, 1_000}) {
        RackBench apart = new RackBench(seed, HOSTS, HOSTS, ZONES, limit);
        RackBench shared = new RackBench(seed, ZONES, HOSTS, ZONES, limit);
        apart.run();
        shared.run();
        for (int host = 0; host < HOSTS; host++) {
          assertEquals(apart.taken(host), shared.taken(host), "host " + host);
        }
        for (int asker = 0; asker < RackBench.ASKERS; asker++) {
          assertEquals(new TreeSet<>(apart.answers(asker)), new TreeSet<>(shared.answers(asker)));
          assertTrue(apart.answers(asker).size() > 500);
        }
        assertTrue(shared.events() < 0.7 * apart.events(), shared.events() + " events");
      }
    }
  }

  @Test
  void commandsOfABurstReachAHostInTheOrderIssued() {
    RackBench bench = new RackBench(1, ZONES, HOSTS, ZONES, 2);
    bench.run();
    int together = 0;
    for (int host = 0; host < HOSTS; host++) {
      List<Taken> taken = bench.taken(host);
      for (int i = 1; i < taken.size(); i++) {
        if (taken.get(i).atNs() == taken.get(i - 1).atNs()) {
          assertTrue(taken.get(i).tag() > taken.get(i - 1).tag(), taken.get(i).toString());
          together++;
        }
      }
    }
    assertTrue(together > 100);
  }

  @Test
  void answersAreNeverToldBeforeTheyComeNorAfter() {
    RackBench bench = new RackBench(1, ZONES, HOSTS, ZONES, 1_000);
    bench.run();
    boolean anyAhead = false;
    for (int asker = 0; asker < RackBench.ASKERS; asker++) {
      assertEquals(List.of(), bench.late(asker));
      anyAhead |= bench.ahead(asker) > 100;
    }
    assertTrue(anyAhead, "no event carried answers of several instants");
  }

  @Test
  void everyHostHasItsPlaceInTheRackOfItsZone() {
    Racks racks = new Racks(new int[] {70, 80, 90}, 8);
    assertEquals(List.of(3, 3, 2), List.of(racks.hosts(0), racks.hosts(1), racks.hosts(2)));
    for (int host = 0; host < 8; host++) {
      assertEquals(host % 3, racks.rack(host));
      assertEquals(host, racks.host(racks.rack(host), racks.place(host)));
      assertTrue(racks.place(host) < racks.hosts(racks.rack(host)));
    }
  }

  @Test
  void aRackWithoutAHostIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Racks(new int[3], 2));
    assertThrows(IllegalArgumentException.class, () -> new Racks(new int[0], 0));
    assertThrows(IllegalArgumentException.class, () -> new Racks(new int[1], (1 << 20) + 1));
  }
}
