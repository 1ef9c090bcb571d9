package dev.haishin.experiment.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Reduces a schedule to the little that still shows a symptom: to as few failures as ddmin finds,
 * and each value to a rounder or smaller one, until no failure can be left out and no value
 * changed.
 *
 * <p>Every step takes the first candidate of an ordered list that shows it, so that the outcome
 * does not depend on how many are tried at once.
 */
final class Shrinker {
  private final Trials trials;
  private final Predicate<Schedule> allowed;
  private final int mostTrials;
  private final Map<String, Boolean> known = new TreeMap<>();
  private int tried;

  /** Tries schedules. */
  @FunctionalInterface
  interface Trials {
    /** The place of the first schedule that shows the symptom, -1 if none does. */
    int firstShowing(List<Schedule> candidates);
  }

  /**
   * A shrinker of one symptom.
   *
   * @param allowed what candidates must keep to
   * @param mostTrials after which it is content with what it has
   */
  Shrinker(Trials trials, Predicate<Schedule> allowed, int mostTrials) {
    this.trials = trials;
    this.allowed = allowed;
    this.mostTrials = mostTrials;
  }

  /** The least schedule found; it shows the symptom if {@code schedule} does. */
  Schedule shrink(Schedule schedule) {
    Schedule before;
    Schedule least = schedule;
    do {
      before = least;
      // A rounder failure may be enough where it was not: what is left is tried alone again.
      least = rounder(fewest(before));
    } while (!least.equals(before) && tried < mostTrials);
    return least;
  }

  /** How many schedules were tried so far. */
  int tried() {
    return tried;
  }

  /** Delta debugging: leaves out ever smaller parts. */
  private Schedule fewest(Schedule schedule) {
    Schedule least = schedule;
    int parts = 2;
    while (least.size() >= 2 && tried < mostTrials) {
      List<Schedule> candidates = parts(least, parts);
      int found = first(candidates);
      if (found >= 0) {
        boolean isPart = found < Math.min(parts, least.size());
        least = candidates.get(found);
        parts = isPart ? 2 : Math.max(2, parts - 1);
      } else if (parts >= least.size()) {
        break;
      } else {
        parts = Math.min(least.size(), 2 * parts);
      }
    }
    return least;
  }

  /** Each part by itself, then the rest without it. */
  private static List<Schedule> parts(Schedule schedule, int parts) {
    List<Incident> all = schedule.incidents();
    List<Schedule> alone = new ArrayList<>();
    List<Schedule> without = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int from = all.size() * part / parts;
      int to = all.size() * (part + 1) / parts;
      alone.add(new Schedule(all.subList(from, to)));
      List<Incident> rest = new ArrayList<>(all.subList(0, from));
      rest.addAll(all.subList(to, all.size()));
      without.add(new Schedule(rest));
    }
    alone.addAll(without);
    return alone;
  }

  private Schedule rounder(Schedule schedule) {
    Schedule rounder = schedule;
    for (int place = 0; place < schedule.size(); place++) {
      // Times last: what happens how long decides what times are possible.
      for (int i = schedule.incidents().get(place).amounts().size() - 1; i >= 0; i--) {
        rounder = rounder(rounder, place, i);
      }
    }
    return rounder;
  }

  private Schedule rounder(Schedule schedule, int place, int amount) {
    Incident incident = schedule.incidents().get(place);
    if (amount >= incident.amounts().size()) {
      return schedule;
    }
    List<Schedule> candidates = new ArrayList<>();
    Amount present = incident.amounts().get(amount);
    for (long value : present.measure().rounder(present.value())) {
      candidates.add(schedule.with(place, incident.with(amount, value)));
    }
    int found = tried < mostTrials ? first(candidates) : -1;
    return found < 0 ? schedule : candidates.get(found);
  }

  /** The first candidate that shows it; what was tried before is not tried again. */
  private int first(List<Schedule> candidates) {
    List<Schedule> unknown = new ArrayList<>();
    for (Schedule candidate : candidates) {
      Boolean shows = allowed.test(candidate) ? known.get(candidate.text()) : Boolean.FALSE;
      if (Boolean.TRUE.equals(shows)) {
        break;
      }
      if (shows == null) {
        unknown.add(candidate);
      }
    }
    int shown = unknown.isEmpty() ? -1 : trials.firstShowing(unknown);
    int upTo = shown < 0 ? unknown.size() : shown + 1;
    for (int i = 0; i < upTo; i++) {
      known.put(unknown.get(i).text(), i == shown);
    }
    tried += upTo;
    for (int i = 0; i < candidates.size(); i++) {
      Schedule candidate = candidates.get(i);
      if (allowed.test(candidate) && known.getOrDefault(candidate.text(), false)) {
        return i;
      }
    }
    return -1;
  }
}
