package dev.haishin.experiment.chaos;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a scenario under schedules, each schedule once. */
final class ScheduleTrials {
  private final Trial base;
  private final Promises promises;
  private final TrialEngine engine;
  private final int atOnce;
  private final ScheduleStore store;

  /**
   * Trials of one scenario.
   *
   * @param atOnce how many run at the same time
   */
  ScheduleTrials(
      Trial base, Promises promises, TrialEngine engine, int atOnce, ScheduleStore store) {
    this.base = base;
    this.promises = promises;
    this.engine = engine;
    this.atOnce = atOnce;
    this.store = store;
  }

  /** Runs those that have not been run. */
  void run(List<Schedule> schedules) {
    Map<Trial, Schedule> waiting = new LinkedHashMap<>();
    for (Schedule schedule : schedules) {
      if (store.get(schedule) == null) {
        waiting.put(base.with(List.of(schedule.setting())), schedule);
      }
    }
    if (waiting.isEmpty()) {
      return;
    }
    engine.run(
        new ArrayList<>(waiting.keySet()),
        result -> {
          Schedule schedule = waiting.get(result.trial());
          store.put(schedule, Symptoms.of(result, schedule, promises));
        });
  }

  /** What a schedule shows. */
  Symptoms shownBy(Schedule schedule) {
    if (store.get(schedule) == null) {
      run(List.of(schedule));
    }
    return store.get(schedule);
  }

  /** The place of the first schedule that shows a symptom, -1 if none does. */
  int firstShowing(Symptom symptom, List<Schedule> schedules) {
    for (int from = 0; from < schedules.size(); from += atOnce) {
      List<Schedule> some = schedules.subList(from, Math.min(schedules.size(), from + atOnce));
      run(some);
      for (int i = 0; i < some.size(); i++) {
        if (store.get(some.get(i)).contains(symptom)) {
          return from + i;
        }
      }
    }
    return -1;
  }
}
