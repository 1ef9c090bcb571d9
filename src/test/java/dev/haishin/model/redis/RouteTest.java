package dev.haishin.model.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The packing of a route. */
class RouteTest {

  @Test
  void keepsEachFieldAtBothEndsOfItsRange() {
    assertFields(0, 0, 1);
    assertFields(Route.GATEWAYS - 1, Route.SLOTS - 1, Route.LAST_GENERATION);
    assertFields(Route.GATEWAYS - 1, 0, 1);
    assertFields(0, Route.SLOTS - 1, 1);
    assertFields(0, 0, Route.LAST_GENERATION);
  }

  @Test
  void isNeverTheAbsenceOfARoute() {
    assertNotEquals(Route.NONE, Route.of(0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> Route.of(0, 0, 0));
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThrows(IllegalArgumentException.class, () -> Route.of(Route.GATEWAYS, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> Route.of(-1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> Route.of(0, Route.SLOTS, 1));
    assertThrows(IllegalArgumentException.class, () -> Route.of(0, 0, Route.LAST_GENERATION + 1));
  }

  @Test
  void generationsWrapPastTheOneThatMeansNone() {
    assertEquals(1, Route.nextGeneration(0));
    assertEquals(2, Route.nextGeneration(1));
    assertEquals(1, Route.nextGeneration(65_535));
  }

  private static void assertFields(int gateway, int slot, int generation) {
    long route = Route.of(gateway, slot, generation);
    assertEquals(gateway, Route.gateway(route));
    assertEquals(slot, Route.slot(route));
    assertEquals(generation, Route.generation(route));
  }
}
