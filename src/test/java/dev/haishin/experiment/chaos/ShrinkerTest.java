package dev.haishin.experiment.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void oneFailureOfManyIsEnough() {
    Schedule schedule =
        schedule(crash(5, 0, 1), crash(12, 1, 3), disconnect(17, 900), crash(31, 2, 4));
    Schedule least = shrink(schedule, s -> has(s, "disconnect clients"));
    assertEquals("[{at: 30s, disconnect: clients, region: tokyo, share: 1%}]", least.text());
  }

  @Test
  void twoThatNeedEachOtherStayAndNoOther() {
    List<Incident> many = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      many.add(crash(2 * i + 1, i, 1));
    }
    many.add(3, disconnect(6, 1_000));
    many.add(disconnect(18, 400));
    Predicate<Schedule> both =
        s -> s.incidents().stream().filter(i -> i.verb().equals("disconnect")).count() >= 2;
    Schedule least = shrink(new Schedule(many), both);
    assertEquals(2, least.size());
    assertTrue(both.test(least));
  }

  @Test
  void nothingCanBeLeftOutOfWhatIsFound() {
    Predicate<Schedule> atLeastThree = s -> s.size() >= 3;
    List<Incident> many = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      many.add(crash(3 * i + 1, i, 2));
    }
    assertEquals(3, shrink(new Schedule(many), atLeastThree).size());
  }

  @Test
  void aFailureThatRoundingMakesNeedlessIsLeftOut() {
    // Two short ones show it, or a single one whose time is round.
    Predicate<Schedule> shows =
        s -> s.size() == 2 || s.incidents().get(0).atNs() % (5 * SECOND) == 0;
    assertEquals(1, shrink(schedule(crash(6, 0, 1), crash(13, 1, 1)), shows).size());
  }

  @Test
  void valuesBecomeRoundAsFarAsTheSymptomLasts() {
    Schedule schedule = schedule(disconnect(23, 777));
    Schedule least =
        shrink(
            schedule,
            s ->
                s.incidents().get(0).value("share") >= 300
                    && s.incidents().get(0).atNs() >= 22 * SECOND);
    assertEquals("[{at: 30s, disconnect: clients, region: tokyo, share: 5%}]", least.text());
  }

  @Test
  void whatBreaksTheLimitsIsNotTried() {
    Schedule schedule = schedule(crash(4, 3, 6));
    Schedule least =
        new Shrinker(
                candidates -> 0,
                s -> s.incidents().get(0).value("index") == 3 && s.incidents().get(0).atNs() > 0,
                100)
            .shrink(schedule);
    assertEquals(3, least.incidents().get(0).value("index"));
  }

  @Test
  void itDoesNotMatterHowManyAreTriedAtOnce() {
    Schedule schedule = schedule(crash(5, 0, 1), disconnect(17, 901), crash(31, 2, 4));
    Predicate<Schedule> shows = s -> has(s, "crash gateway") && has(s, "disconnect clients");
    List<Integer> tried = new ArrayList<>();
    List<Schedule> found = new ArrayList<>();
    for (boolean hasty : new boolean[] {true, false}) {
      Shrinker shrinker =
          new Shrinker(
              candidates -> first(hasty ? candidates : List.copyOf(candidates), shows),
              s -> true,
              100);
      found.add(shrinker.shrink(schedule));
      tried.add(shrinker.tried());
    }
    assertEquals(found.get(0), found.get(1));
    assertEquals(tried.get(0), tried.get(1));
  }

  @Test
  void itEndsWhenItHasTriedEnough() {
    List<Incident> many = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      many.add(crash(i + 1, i, 1));
    }
    Shrinker shrinker = new Shrinker(candidates -> -1, s -> true, 10);
    assertEquals(50, shrinker.shrink(new Schedule(many)).size());
    assertTrue(shrinker.tried() < 20, "" + shrinker.tried());
  }

  private static Schedule shrink(Schedule schedule, Predicate<Schedule> shows) {
    Predicate<Schedule> allowed =
        s -> s.incidents().stream().allMatch(i -> i.atNs() > 0 && i.atNs() < 60 * SECOND);
    assertTrue(shows.test(schedule));
    Schedule least =
        new Shrinker(candidates -> first(candidates, shows), allowed, 1_000).shrink(schedule);
    assertTrue(shows.test(least));
    return least;
  }

  private static int first(List<Schedule> candidates, Predicate<Schedule> shows) {
    for (int i = 0; i < candidates.size(); i++) {
      if (shows.test(candidates.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean has(Schedule schedule, String kind) {
    return schedule.kinds().contains(kind);
  }

  private static Schedule schedule(Incident... incidents) {
    return new Schedule(List.of(incidents));
  }

  private static Incident crash(int atSeconds, int index, int restartSeconds) {
    return new Incident(
        "crash",
        "gateway",
        "tokyo",
        List.of(
            new Amount("at", Measure.INSTANT, atSeconds * SECOND + 100_000_000),
            new Amount("index", Measure.INDEX, index),
            new Amount("restart", Measure.DURATION, restartSeconds * SECOND)));
  }

  private static Incident disconnect(int atSeconds, int share) {
    return new Incident(
        "disconnect",
        "clients",
        "tokyo",
        List.of(
            new Amount("at", Measure.INSTANT, atSeconds * SECOND + 300_000_000),
            new Amount("share", Measure.SHARE, share)));
  }
}
