package dev.haishin.model.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.model.failure.Outages;
import dev.haishin.model.network.RegionWay;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Packed rows: what shares a long does not disturb each other. */
class UserRowsTest {
  private static final long MS = 1_000_000;
  private final UserRows users = new UserRows(2, 100, dialled(7, UserRows.GATEWAYS), 1_000 * MS);

  @Test
  void keepStateIntentAndAttemptsApart() {
    users.setState(0, UserRows.CONNECTED);
    users.setWantsOnline(0, true);
    users.setAttempts(0, 31);
    users.setState(0, UserRows.WAITING);
    assertEquals(31, users.attempts(0));
    assertTrue(users.wantsOnline(0));
    users.setWantsOnline(0, false);
    assertEquals(UserRows.WAITING, users.state(0));
    assertEquals(31, users.attempts(0));
    users.setAttempts(0, 5);
    assertEquals(5, users.attempts(0));
    assertEquals(UserRows.WAITING, users.state(0));
    assertEquals(UserRows.OFFLINE, users.state(1));
  }

  /** As many as a row can tell apart, half a million processes from one to the other. */
  @Test
  void keepTheGatewaysOfRegionsThatAreFarFromEachOther() {
    Reachable three =
        new Reachable(List.of(front(400_000, 30_000), front(7, 2_000), front(500_000, 768)));
    UserRows rows = new UserRows(1, 0, three, MS);
    for (int gateway : new int[] {400_000, 429_999, 7, 2_006, 500_000, 500_767}) {
      rows.place(0, gateway);
      assertEquals(gateway, rows.gateway(0));
    }
    assertEquals(UserRows.GATEWAYS - 1, three.number(500_767));
  }

  @Test
  void keepEveryFieldAtBothEndsOfItsRange() {
    for (int end = 0; end < 2; end++) {
      boolean most = end == 1;
      int gateway = 7 + (most ? UserRows.GATEWAYS - 1 : 0);
      int missed = most ? (1 << 27) - 1 : 0;
      users.setState(1, most ? UserRows.CONNECTED : UserRows.OFFLINE);
      users.setWantsOnline(1, most);
      users.setAttempts(1, most ? 31 : 0);
      users.setSyncing(1, most);
      users.place(1, gateway);
      users.setMissedHead(1, missed);
      users.markConnected(1, most ? 1_000 * MS : 0);
      users.markDisconnected(1, most ? 1_000 * MS : 0);
      users.confirm(1, most ? 1_000 * MS : 0);
      assertEquals(most ? UserRows.CONNECTED : UserRows.OFFLINE, users.state(1));
      assertEquals(most, users.wantsOnline(1));
      assertEquals(most ? 31 : 0, users.attempts(1));
      assertEquals(most, users.isSyncing(1));
      assertEquals(gateway, users.gateway(1));
      assertEquals(missed, users.missedHead(1));
      assertEquals(most ? 1_000.0 * MS : 0, users.connectedNs(1), 1_000);
      assertEquals(most, users.covers(1, 1_000 * MS));
      assertEquals(most, users.wasOnline(1, 999 * MS));
    }
    assertEquals(0, users.generation(1));
    assertEquals(7, users.gateway(0));
    assertEquals(0, users.missedHead(0));
  }

  @Test
  void refuseMoreMissedMessagesThanTheyCanPointAt() {
    assertThrows(IllegalStateException.class, () -> users.setMissedHead(0, 1 << 27));
  }

  @Test
  void takeSixteenBytesAUser() {
    assertEquals(16 * 1_000, new UserRows(1_000, 0, dialled(0, 1), 1).bytes());
  }

  @Test
  void countAttemptsUpTo31() {
    users.setAttempts(0, 1_000);
    assertEquals(31, users.attempts(0));
  }

  @Test
  void neverGiveGenerationZero() {
    for (int i = 1; i <= 16_383; i++) {
      assertEquals(i, users.nextGeneration(0));
    }
    assertEquals(1, users.nextGeneration(0));
  }

  @Test
  void rememberWhoWasOnlineWhen() {
    users.setState(0, UserRows.CONNECTED);
    assertTrue(users.wasOnline(0, 5 * MS));
    users.setState(0, UserRows.WAITING);
    users.markDisconnected(0, 100 * MS);
    assertTrue(users.wasOnline(0, 99 * MS));
    assertFalse(users.wasOnline(0, 101 * MS));
    users.setState(0, UserRows.CONNECTED);
    users.markConnected(0, 200 * MS);
    assertTrue(users.wasOnline(0, 99 * MS));
    assertFalse(users.wasOnline(0, 150 * MS));
    assertTrue(users.wasOnline(0, 201 * MS));
  }

  @Test
  void coverWhatWasConfirmedAndNothingBeforeThat() {
    assertFalse(users.covers(0, 0));
    users.confirm(0, 100 * MS);
    assertTrue(users.covers(0, 100 * MS));
    assertFalse(users.covers(0, 101 * MS));
    users.confirm(0, 50 * MS);
    assertTrue(users.covers(0, 100 * MS));
  }

  static Reachable dialled(int firstGateway, int gateways) {
    return new Reachable(List.of(front(firstGateway, gateways)));
  }

  private static Reachable.Front front(int firstGateway, int gateways) {
    return new Reachable.Front(firstGateway, new Outages(gateways), null, RegionWay.NONE);
  }
}
