package dev.haishin.model.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.Outages;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which gateway a new connection goes to. */
class BalancerTest {
  private static final long SECOND = 1_000_000_000;
  private static final long NEVER = Long.MAX_VALUE;
  private static final int GATEWAYS = 100;

  @Test
  void gatewaysThatAreAddedServeFromWhenTheyAreReady() {
    List<FailurePlan.GatewaysAdded> added =
        List.of(
            new FailurePlan.GatewaysAdded(0, 3, 5 * SECOND, 9 * SECOND),
            new FailurePlan.GatewaysAdded(0, 2, 6 * SECOND, 7 * SECOND));
    Balancer balancer =
        new Balancer(Balancing.RANDOM, 5, added, List.of(), new Outages(10), null, 1);
    assertShared(balancer, 7 * SECOND - 1, 0, 5);
    assertShared(balancer, 9 * SECOND, 0, 10);
    int[] counts = counts(balancer, 8 * SECOND);
    assertEquals(0, counts[5] + counts[6] + counts[7]);
    assertTrue(counts[8] > 0 && counts[9] > 0);
  }

  @Test
  void aDrainedGatewayIsPassedOverUntilItIsBack() {
    FailurePlan.HostsDrained drain =
        new FailurePlan.HostsDrained(1, 0, new int[] {3}, 5 * SECOND, 2 * SECOND, 9 * SECOND);
    Balancer balancer =
        new Balancer(Balancing.RANDOM, 5, List.of(), List.of(drain), new Outages(5), null, 1);
    assertShared(balancer, 5 * SECOND - 1, 0, 5);
    assertEquals(0, counts(balancer, 5 * SECOND)[3]);
    assertEquals(0, counts(balancer, 8 * SECOND)[3]);
    assertShared(balancer, 9 * SECOND, 0, 5);
  }

  @Test
  void healthChecksFindOutLater() {
    Outages outages = new Outages(5);
    outages.add(2, 10 * SECOND, 20 * SECOND, true);
    Balancer balancer =
        new Balancer(
            new Balancing(Balancing.Rule.RANDOM, 3 * SECOND),
            5,
            List.of(),
            List.of(),
            outages,
            null,
            1);
    assertTrue(balancer.isInService(2, 13 * SECOND - 1));
    assertFalse(balancer.isInService(2, 13 * SECOND));
    assertFalse(balancer.isInService(2, 23 * SECOND - 1));
    assertTrue(balancer.isInService(2, 23 * SECOND));
  }

  @Test
  void someGatewayIsChosenEvenIfNoneIsInService() {
    FailurePlan.HostsDrained drain =
        new FailurePlan.HostsDrained(1, 0, new int[] {0, 1}, 0, SECOND, NEVER);
    for (Balancing.Rule rule : Balancing.Rule.values()) {
      Balancer balancer =
          new Balancer(
              new Balancing(rule, NEVER),
              2,
              List.of(),
              List.of(drain),
              new Outages(2),
              new LoadBoard(2),
              1);
      int chosen = balancer.choose(7, 1, SECOND);
      assertTrue(chosen == 0 || chosen == 1);
    }
  }

  @Test
  void twoChoicesLevelTheLoadByStaleCountsAndLeastConnectionsHerds() {
    int[] random = dealOut(Balancing.Rule.RANDOM);
    int[] two = dealOut(Balancing.Rule.TWO_CHOICES);
    int[] least = dealOut(Balancing.Rule.LEAST_CONNECTIONS);
    // 100 each on average. At random the fullest of 100 has 2.5 standard deviations of 10 more;
    // two choices know what was a second ago, when one connection fewer was there each.
    assertTrue(max(random) > 118, () -> "random " + max(random));
    assertTrue(max(two) < 108, () -> "two choices " + max(two));
    // The counts of a second send all of its connections to one gateway, and they are seen a
    // second later, after the same gateway has got the next 100 too.
    int[] herd = least.clone();
    Arrays.sort(herd);
    assertEquals(200, herd[GATEWAYS - 1]);
    assertEquals(0, herd[GATEWAYS - 60]);
  }

  @Test
  void theSeedDecides() {
    Balancer one = plain(1);
    Balancer same = plain(1);
    Balancer other = plain(2);
    assertEquals(sequence(one), sequence(same));
    assertNotEquals(sequence(one), sequence(other));
  }

  /** 100 connections a second for 100 s. */
  private static int[] dealOut(Balancing.Rule rule) {
    LoadBoard board = new LoadBoard(GATEWAYS);
    Balancer balancer =
        new Balancer(
            new Balancing(rule, NEVER),
            GATEWAYS,
            List.of(),
            List.of(),
            new Outages(GATEWAYS),
            board,
            5);
    int[] connections = new int[GATEWAYS];
    for (int second = 0; second < 100; second++) {
      for (int gateway = 0; gateway < GATEWAYS; gateway++) {
        board.publish(gateway, second, connections[gateway]);
      }
      for (int i = 0; i < 100; i++) {
        long nowNs = second * SECOND + i * 10_000_000L;
        connections[balancer.choose(second * 100 + i, 1, nowNs)]++;
      }
    }
    return connections;
  }

  private static Balancer plain(long seed) {
    return new Balancer(Balancing.RANDOM, 50, List.of(), List.of(), new Outages(50), null, seed);
  }

  private static List<Integer> sequence(Balancer balancer) {
    return Arrays.stream(new int[] {1, 2, 3, 4, 5, 6, 7, 8})
        .map(user -> balancer.choose(user, 1, 0))
        .boxed()
        .toList();
  }

  private static void assertShared(Balancer balancer, long nowNs, int from, int to) {
    int[] counts = counts(balancer, nowNs);
    for (int gateway = 0; gateway < counts.length; gateway++) {
      boolean isIn = gateway >= from && gateway < to;
      double wanted = isIn ? 10_000.0 / (to - from) : 0;
      assertEquals(wanted, counts[gateway], isIn ? 4 * Math.sqrt(wanted) : 0);
    }
  }

  private static int[] counts(Balancer balancer, long nowNs) {
    int[] counts = new int[10];
    for (int user = 0; user < 10_000; user++) {
      counts[balancer.choose(user, 1, nowNs)]++;
    }
    return counts;
  }

  private static int max(int[] counts) {
    return Arrays.stream(counts).max().getAsInt();
  }
}
