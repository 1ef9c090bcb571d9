package dev.haishin.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReachTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void eachNumberIncludesTheOnesBeforeIt() {
    Reach reach = new Reach(List.of("tokyo", "taipei"));
    reach.record(Facet.of(0, true), SECOND);
    reach.record(Facet.of(0, true), SECOND + 1);
    reach.record(Facet.of(0, true), 5 * SECOND);
    reach.record(Facet.of(0, true), 30 * SECOND + 1);
    reach.record(Facet.of(1, false), 30 * SECOND);
    reach.attempted(Facet.of(0, true));
    reach.attempted(Facet.of(0, true));
    reach.accepted(Facet.of(0, true));
    reach.never(Facet.of(0, true), 7);
    assertEquals(
        List.of(
            new ReachLine("tokyo", "ios", 2, 1, 1, 3, 3, 4, 7, 0),
            new ReachLine("taipei", "android", 0, 0, 0, 0, 1, 1, 0, 0)),
        reach.lines());
  }

  @Test
  void partsOfARunAddUp() {
    Reach one = new Reach(List.of("tokyo"));
    Reach other = new Reach(List.of("tokyo"));
    one.record(Facet.of(0, false), 1);
    other.record(Facet.of(0, false), 2 * SECOND);
    one.addAll(other);
    assertEquals(List.of(new ReachLine("tokyo", "android", 0, 0, 1, 2, 2, 2, 0, 0)), one.lines());
  }

  @Test
  void moreTimeReachesNoFewerAndNoMoreIsAcceptedThanAttempted() {
    assertThrows(
        IllegalArgumentException.class, () -> new ReachLine("a", "ios", 1, 2, 0, 0, 0, 0, 0, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ReachLine("tokyo", "ios", 0, 0, 2, 1, 1, 1, 0, 0));
  }
}
