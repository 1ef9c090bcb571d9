package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** When a failing provider is left alone, and when it is tried again. */
class CircuitBreakerTest {
  private final CircuitBreaker breaker = new CircuitBreaker(new BreakerRules(0.5, 4, 100, 2));

  @Test
  void opensWhenHalfOfTheLatestFailed() {
    assertFalse(breaker.onOutcome(true, 1));
    assertFalse(breaker.onOutcome(true, 2));
    assertFalse(breaker.onOutcome(true, 3), "three are not enough to tell");
    assertTrue(breaker.onOutcome(false, 4));
    assertEquals(104, breaker.admit(5));
    assertEquals(104, breaker.admit(103));
    assertEquals(104, breaker.admit(104), "the first probe");
  }

  @Test
  void forgetsWhatIsOlderThanItsWindow() {
    breaker.onOutcome(true, 1);
    for (int i = 0; i < 4; i++) {
      assertFalse(breaker.onOutcome(false, 2));
    }
    assertFalse(breaker.onOutcome(true, 3), "one of the latest four");
    assertTrue(breaker.onOutcome(true, 4), "two of the latest four");
  }

  @Test
  void closesWhenAllProbesHaveSucceeded() {
    open();
    assertEquals(200, breaker.admit(200));
    assertEquals(200, breaker.admit(200));
    assertEquals(300, breaker.admit(200), "a third has to wait");
    breaker.onOutcome(false, 210);
    assertEquals(300, breaker.admit(211));
    breaker.onOutcome(false, 220);
    assertEquals(221, breaker.admit(221));
    assertFalse(breaker.onOutcome(true, 230), "the window starts anew");
  }

  @Test
  void opensAgainWhenAProbeFails() {
    open();
    breaker.admit(200);
    assertTrue(breaker.onOutcome(true, 210));
    assertEquals(310, breaker.admit(220));
    assertFalse(breaker.onOutcome(true, 230), "what was under way tells nothing new");
    assertEquals(310, breaker.admit(240));
  }

  @Test
  void probesAnewWhenTheOutcomesNeverCame() {
    open();
    breaker.admit(200);
    breaker.admit(200);
    assertEquals(300, breaker.admit(300));
  }

  @Test
  void neverOpensWithoutRules() {
    CircuitBreaker none = new CircuitBreaker(BreakerRules.none());
    for (int i = 0; i < 1_000; i++) {
      assertFalse(none.onOutcome(true, i));
      assertEquals(i, none.admit(i));
    }
    assertThrows(IllegalArgumentException.class, () -> new BreakerRules(0, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new BreakerRules(0.5, 0, 1, 1));
  }

  /** Opens until 104. */
  private void open() {
    for (int i = 1; i <= 4; i++) {
      breaker.onOutcome(true, i);
    }
  }
}
