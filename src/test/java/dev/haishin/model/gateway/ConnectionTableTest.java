package dev.haishin.model.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Connections are found by (user, generation) and lie in the order of their points. */
class ConnectionTableTest {
  private static final long SECOND = 1_000_000_000;
  private final BeatClock clock = Clocks.of(200 * SECOND);
  private final ConnectionTable table = new ConnectionTable(200, clock);

  @Test
  void tellsAConnectionFromEveryOther() {
    table.open(10, 16_383);
    assertTrue(table.holds(10, 16_383));
    assertFalse(table.holds(11, 16_383));
    assertFalse(table.holds(10, 1));
    table.open(10, 1);
    table.close(10, 16_383);
    assertFalse(table.holds(10, 16_383));
    assertTrue(table.holds(10, 1));
    assertEquals(1, table.count());
  }

  @Test
  void remembersWhatIsExpectedOfEachConnection() {
    table.open(10, 7);
    table.open(11, 7);
    assertEquals(ConnectionTable.QUIET, table.state(10, 7));
    table.setState(10, 7, ConnectionTable.SILENT);
    assertEquals(ConnectionTable.SILENT, table.state(10, 7));
    assertEquals(ConnectionTable.QUIET, table.state(11, 7));
    table.setState(10, 7, ConnectionTable.BEATING);
    assertEquals(ConnectionTable.BEATING, table.state(10, 7));
  }

  @Test
  void isFullAtItsLimitAndEmptyOnceCleared() {
    for (int user = 0; user < 200; user++) {
      assertFalse(table.isFull());
      table.open(user, 1);
    }
    assertTrue(table.isFull());
    table.clear();
    assertEquals(0, table.count());
    assertFalse(table.holds(0, 1));
    table.open(5, 2);
    assertTrue(table.holds(5, 2));
  }

  @Test
  void agreesWithAnOrdinaryMapAndStaysSorted() {
    RandomStream random = RandomStream.of(1, "connections", "");
    ConnectionTable large = new ConnectionTable(Integer.MAX_VALUE, clock);
    Map<Integer, Integer> map = new TreeMap<>();
    for (int change = 0; change < 300_000; change++) {
      int user = random.nextInt(5_000);
      Integer generation = map.remove(user);
      if (generation == null) {
        map.put(user, 1 + random.nextInt(16_383));
        large.open(user, map.get(user));
      } else {
        assertTrue(large.holds(user, generation));
        large.close(user, generation);
      }
      assertEquals(map.size(), large.count());
    }
    List<Long> sorted = new ArrayList<>();
    map.forEach((user, generation) -> sorted.add(key(clock.point(user, generation), user)));
    sorted.sort(null);
    List<Long> found = new ArrayList<>();
    for (int place = 0; place < large.places(); place++) {
      long entry = large.entryAt(place);
      if (entry != ConnectionTable.EMPTY) {
        found.add(key(ConnectionTable.point(entry), ConnectionTable.user(entry)));
      }
    }
    assertEquals(sorted, found);
    map.forEach((user, generation) -> assertTrue(large.holds(user, generation)));
  }

  @Test
  void takesElevenBytesAConnectionWhereTheirNumberIsKnown() {
    ConnectionTable large = new ConnectionTable(Integer.MAX_VALUE, clock);
    large.expect(99_000);
    for (int user = 0; user < 100_000; user++) {
      large.load(user, 1);
    }
    large.loaded();
    assertEquals(11.1, large.bytes() / 100_000.0, 0.1);
    assertEquals(100_000, large.count());
    for (int user = 0; user < 100_000; user++) {
      assertEquals(ConnectionTable.BEATING, large.state(user, 1));
    }
  }

  @Test
  void takesTwelveBytesAConnectionAtMostWhereItGrew() {
    ConnectionTable large = new ConnectionTable(Integer.MAX_VALUE, clock);
    for (int user = 0; user < 100_000; user++) {
      large.open(user, 1);
      if (user > 10_000) {
        assertTrue(large.bytes() <= 12.1 * (user + 1), large.bytes() + " bytes for " + user);
      }
    }
  }

  private static long key(int point, int user) {
    return (point & 0xffff_ffffL) << 31 | user;
  }
}
