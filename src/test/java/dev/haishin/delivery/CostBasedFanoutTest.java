package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule of "Feeding Frenzy" (SIGMOD 2010): push where c * L >= p * H, pair by pair. */
class CostBasedFanoutTest {

  @Test
  void eachMemberIsDecidedAlone() {
    Room room = room(2, 1, 2, 3);
    assertEquals(
        List.of("log 900", "notify 0", "inbox 1", "route 1", "inbox 2", "route 2"),
        plan(new CostBasedFanout(5, 5), room));
  }

  @Test
  void onlyTheRatioOfTheCostsCounts() {
    // A pull is worth three pushes: reading once in three messages is enough for a copy.
    Room room = room(6, 1.9, 2, 6);
    List<String> expected =
        List.of("log 900", "notify 0", "inbox 1", "route 1", "inbox 2", "route 2");
    assertEquals(expected, plan(new CostBasedFanout(1, 3), room));
    assertEquals(expected, plan(new CostBasedFanout(50, 150), room));
  }

  @Test
  void nobodyIsLoggedForWhereAllArePushed() {
    assertEquals(List.of("inbox 0", "route 0"), plan(new CostBasedFanout(1, 1), room(1, 1)));
  }

  @Test
  void theSumOfTheCheaperOnesIsNeverAboveEitherExtreme() {
    double pushCost = 7;
    double pullCost = 3;
    double[] reads = new double[200];
    for (int i = 0; i < reads.length; i++) {
      reads[i] = (i * 37 % 101) / 10.0;
    }
    for (double rate = 0.125; rate < 16; rate *= 2) {
      List<String> calls = plan(new CostBasedFanout(pushCost, pullCost), room(rate, reads));
      double chosen = 0;
      double pushAll = 0;
      double pullAll = 0;
      double cheaper = 0;
      for (int i = 0; i < reads.length; i++) {
        chosen += calls.contains("route " + i) ? rate * pushCost : reads[i] * pullCost;
        pushAll += rate * pushCost;
        pullAll += reads[i] * pullCost;
        cheaper += Math.min(rate * pushCost, reads[i] * pullCost);
      }
      assertEquals(cheaper, chosen, 1e-9);
      assertTrue(chosen <= Math.min(pushAll, pullAll));
    }
  }

  @Test
  void costsOfNothingAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new CostBasedFanout(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new CostBasedFanout(1, Double.NaN));
  }

  private static Room room(double messagesPerSecond, double... readsPerSecond) {
    long[] users = new long[readsPerSecond.length];
    for (int i = 0; i < users.length; i++) {
      users[i] = i;
    }
    Room room = new Room(900, 999, users.length + 1, users);
    room.messagesPerSecond = messagesPerSecond;
    room.readsPerSecond = readsPerSecond;
    return room;
  }

  private static List<String> plan(FanoutStrategy strategy, Room room) {
    List<String> calls = new ArrayList<>();
    strategy.fanOut(room, room, new FanoutLog(calls));
    return calls;
  }
}
