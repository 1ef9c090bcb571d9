package dev.haishin.model.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Packed rows: state, intent and attempts share a byte and do not disturb each other. */
class UserRowsTest {
  private static final long MS = 1_000_000;
  private final UserRows users = new UserRows(2);

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

  @Test
  void countAttemptsUpTo31() {
    users.setAttempts(0, 1_000);
    assertEquals(31, users.attempts(0));
  }

  @Test
  void neverGiveGenerationZero() {
    for (int i = 1; i <= 65_535; i++) {
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
}
