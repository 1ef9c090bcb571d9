package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each server of a host is a station of one server. */
class SingleServersTest {
  private static final long SECOND = 1_000_000_000;
  private static final int SERVERS = 5;

  @Test
  void serveOneAfterTheOtherEachItsOwn() {
    SingleServers servers = new SingleServers(2, Capacity.FULL);
    assertEquals(2, servers.count());
    assertEquals(110, servers.arrive(0, 100, 10));
    assertEquals(100, servers.lastStartNs());
    assertEquals(118, servers.arrive(0, 103, 8));
    assertEquals(110, servers.lastStartNs());
    assertEquals(108, servers.arrive(1, 105, 3));
    assertEquals(105, servers.lastStartNs());
    servers.reset(106);
    assertEquals(107, servers.arrive(0, 106, 1));
    assertThrows(IllegalArgumentException.class, () -> new SingleServers(0, Capacity.FULL));
  }

  @Test
  void doWhatStationsOfOneServerDo() {
    serveAsStationsDo(Capacity.FULL);
    serveAsStationsDo(
        Capacity.of(
            List.of(
                new Capacity.Spell(SECOND, 2 * SECOND, 0.3),
                new Capacity.Spell(3 * SECOND, 4 * SECOND, 0))));
  }

  private static void serveAsStationsDo(Capacity capacity) {
    SingleServers servers = new SingleServers(SERVERS, capacity);
    FifoStation[] stations = new FifoStation[SERVERS];
    for (int i = 0; i < SERVERS; i++) {
      stations[i] = new FifoStation(1, capacity);
    }
    RandomStream random = RandomStream.of(1, "jobs", "test");
    for (long nowNs = 0; nowNs < 6 * SECOND; nowNs += random.nextLong(2_000_000)) {
      int server = random.nextInt(SERVERS);
      long workNs = random.nextLong(8_000_000);
      assertEquals(stations[server].arrive(nowNs, workNs), servers.arrive(server, nowNs, workNs));
      assertEquals(stations[server].lastStartNs(), servers.lastStartNs());
    }
  }
}
