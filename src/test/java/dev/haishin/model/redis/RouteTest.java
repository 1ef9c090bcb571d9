package dev.haishin.model.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The packing of a route. */
class RouteTest {

  @Test
  void keepsEachFieldAtBothEndsOfItsRange() {
    assertFields(0, 1);
    assertFields(Route.GATEWAYS - 1, Route.LAST_GENERATION);
    assertFields(Route.GATEWAYS - 1, 1);
    assertFields(0, Route.LAST_GENERATION);
  }

  @Test
  void fitsInto32Bits() {
    assertEquals(0xffff_ffffL, Route.of(Route.GATEWAYS - 1, Route.LAST_GENERATION));
  }

  @Test
  void isNeverTheAbsenceOfARoute() {
    assertNotEquals(Route.NONE, Route.of(0, 1));
    assertThrows(IllegalArgumentException.class, () -> Route.of(0, 0));
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThrows(IllegalArgumentException.class, () -> Route.of(Route.GATEWAYS, 1));
    assertThrows(IllegalArgumentException.class, () -> Route.of(-1, 1));
    assertThrows(IllegalArgumentException.class, () -> Route.of(0, Route.LAST_GENERATION + 1));
  }

  @Test
  void generationsWrapPastTheOneThatMeansNone() {
    assertEquals(1, Route.nextGeneration(0));
    assertEquals(2, Route.nextGeneration(1));
    assertEquals(1, Route.nextGeneration(16_383));
  }

  private static void assertFields(int gateway, int generation) {
    long route = Route.of(gateway, generation);
    assertEquals(gateway, Route.gateway(route));
    assertEquals(generation, Route.generation(route));
  }
}
