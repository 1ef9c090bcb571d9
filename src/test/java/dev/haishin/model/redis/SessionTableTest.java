package dev.haishin.model.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.engine.RandomStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The sessions of two shards in one memory, against ordinary maps. */
class SessionTableTest {

  @Test
  void agreesWithAnOrdinaryMapAfterManyChanges() {
    RandomStream random = RandomStream.of(1, "session-table", "");
    Sessions everyones = new Sessions(3_000);
    List<SessionTable> tables = List.of(new SessionTable(everyones), new SessionTable(everyones));
    List<Map<Integer, Long>> maps = List.of(new TreeMap<>(), new TreeMap<>());
    for (int change = 0; change < 200_000; change++) {
      int user = random.nextInt(3_000);
      SessionTable table = tables.get(user % 2);
      Map<Integer, Long> map = maps.get(user % 2);
      long route = Route.of(Route.GATEWAYS - 1 - random.nextInt(2), Route.LAST_GENERATION);
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
      assertEquals(
          maps.get(user % 2).getOrDefault(user, Route.NONE), tables.get(user % 2).get(user));
    }
  }

  @Test
  void takesFourBytesAUser() {
    assertEquals(4_000, new Sessions(1_000).bytes());
  }
}
