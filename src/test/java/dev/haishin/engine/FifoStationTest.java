package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any number of servers, beside a priority queue of the instants at which they come free. */
class FifoStationTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 63, 64, 65, 66, 69, 250, 1_000})
  void aJobTakesTheServerThatIsFreeFirst(int servers) {
    FifoStation station = new FifoStation(servers);
    PriorityQueue<Long> freeNs = new PriorityQueue<>();
    for (int i = 0; i < servers; i++) {
      freeNs.add(0L);
    }
    SplittableRandom random = new SplittableRandom(servers);
    long nowNs = 0;
    for (int job = 0; job < 50_000; job++) {
      if (job == 25_000) {
        station.reset(nowNs);
        freeNs.clear();
        for (int i = 0; i < servers; i++) {
          freeNs.add(nowNs);
        }
      }
      nowNs += random.nextInt(2_000 / servers + 2);
      long serviceNs = random.nextInt(3) == 0 ? random.nextInt(4_000) : 1_000;
      long startNs = Math.max(nowNs, freeNs.remove());
      freeNs.add(startNs + serviceNs);
      assertEquals(startNs + serviceNs, station.arrive(nowNs, serviceNs));
      assertEquals(startNs, station.lastStartNs());
      assertEquals(freeNs.peek(), station.nextFreeNs());
      if (job % 100 == 0) {
        long seenNs = nowNs;
        assertEquals(freeNs.stream().filter(ns -> ns > seenNs).count(), station.busy(nowNs));
      }
    }
  }
}
