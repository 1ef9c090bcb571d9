package dev.haishin.model.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Who is down when: from the first instant on, up to and without the last. */
class OutagesTest {
  private final Outages outages = new Outages(3);

  @Test
  void lastFromTheirStartToBeforeTheirEnd() {
    outages.add(1, 100, 200, false);
    assertFalse(outages.isDown(1, 99));
    assertTrue(outages.isDown(1, 100));
    assertTrue(outages.isDown(1, 199));
    assertFalse(outages.isDown(1, 200));
    assertFalse(outages.isDown(0, 150));
    assertFalse(outages.isDown(2, 150));
  }

  @Test
  void areDarkOnlyWhenSilent() {
    outages.add(0, 100, 200, false);
    outages.add(0, 300, Outages.NEVER, true);
    assertTrue(outages.isDown(0, 150));
    assertFalse(outages.isDark(0, 150));
    assertTrue(outages.isDark(0, 300));
    assertTrue(outages.isDark(0, Long.MAX_VALUE - 1));
    assertEquals(2, outages.count(0));
    assertTrue(outages.silent(0, 1));
  }

  @Test
  void sayWhenAHostGoesDownNext() {
    outages.add(2, 100, 200, false);
    outages.add(2, 300, 400, true);
    assertEquals(100, outages.nextDownNs(2, 0));
    assertEquals(100, outages.nextDownNs(2, 100));
    assertEquals(300, outages.nextDownNs(2, 101));
    assertEquals(Outages.NEVER, outages.nextDownNs(2, 301));
    assertEquals(Outages.NEVER, outages.nextDownNs(0, 0));
  }

  @Test
  void aHostThatIsDownCanOnlyStayDownLonger() {
    outages.add(0, 100, 200, false);
    outages.add(0, 150, 500, true);
    outages.add(0, 160, 170, true);
    assertEquals(1, outages.count(0));
    assertTrue(outages.isDown(0, 499));
    assertFalse(outages.isDown(0, 500));
    outages.add(0, 500, 600, true);
    assertEquals(2, outages.count(0));
    assertTrue(outages.isDark(0, 500));
  }
}
