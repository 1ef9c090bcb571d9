package dev.haishin.model.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.model.population.People;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A broadcast's audience: the same share of every region, nobody twice. */
class AudienceTest {
  /** Regions 0 and 2 live in home 0; region 1 in its own. */
  private final People people =
      new People(new int[] {1_000, 400, 600}, new int[] {0, 1, 0}, new double[] {0, 0, 0}, 1);

  @Test
  void takesTheSameShareOfEveryRegion() {
    Audience audience = new Audience(people, 500, 9);
    assertEquals(500, audience.size());
    assertEquals(250 + 150, audience.size(0));
    assertEquals(100, audience.size(1));
    assertEquals(0, audience.size(2));
  }

  @Test
  void reachesDifferentPeopleOfTheRightHome() {
    Audience audience = new Audience(people, 500, 9);
    Set<Integer> seen = new TreeSet<>();
    for (int home = 0; home < 2; home++) {
      for (int i = 0; i < audience.size(home); i++) {
        int user = audience.member(home, i);
        assertTrue(seen.add(user), "twice: " + user);
        assertEquals(home, people.home(user));
      }
    }
    assertEquals(500, seen.size());
    assertThrows(IndexOutOfBoundsException.class, () -> audience.member(1, 100));
  }

  @Test
  void isEverybodyWhenItIsLargerThanThePopulation() {
    assertEquals(2_000, new Audience(people, 1_000_000, 9).size());
  }

  @Test
  void dependsOnItsKey() {
    assertNotEquals(
        new Audience(people, 500, 9).member(0, 0), new Audience(people, 500, 10).member(0, 0));
  }
}
