package dev.haishin.model.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.engine.RandomStream;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The table of sessions, against an ordinary map. */
class SessionTableTest {

  @Test
  void agreesWithAnOrdinaryMapAfterManyChanges() {
    RandomStream random = RandomStream.of(1, "session-table", "");
    SessionTable table = new SessionTable(0);
    TreeMap<Integer, Long> map = new TreeMap<>();
    for (int change = 0; change < 200_000; change++) {
      int user = random.nextInt(3_000);
      long route = 1L + random.nextInt(2);
      if (random.nextInt(5) < 2) {
        table.put(user, route);
        map.put(user, route);
      } else {
        table.remove(user, route);
        map.remove(user, route);
      }
      assertEquals(map.getOrDefault(user, Route.NONE), table.get(user));
      assertEquals(map.size(), table.size());
    }
    for (int user = 0; user < 3_000; user++) {
      assertEquals(map.getOrDefault(user, Route.NONE), table.get(user));
    }
  }

  @Test
  void growsPastWhatWasExpected() {
    SessionTable table = new SessionTable(100);
    for (int user = 0; user < 1_000_000; user++) {
      table.put(user * 2_000, Route.of(1, user, 1));
    }
    assertEquals(1_000_000, table.size());
    for (int user = 0; user < 1_000_000; user++) {
      assertEquals(user, Route.slot(table.get(user * 2_000)));
      assertEquals(Route.NONE, table.get(user * 2_000 + 1));
    }
  }
}
