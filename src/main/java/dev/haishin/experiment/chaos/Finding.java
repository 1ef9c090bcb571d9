package dev.haishin.experiment.chaos;

import java.util.ArrayList;
import java.util.List;

/**
 * A schedule that breaks something.
 *
 * @param number of the random schedule that led to it; 0 where nothing needs to fail
 * @param known the file that told of it before, empty for a new one
 * @param symptoms what the least schedule shows and a healthy run does not
 * @param schedule the least one found
 * @param tried schedules that shrinking took
 */
record Finding(int number, String known, Symptoms symptoms, Schedule schedule, int tried) {

  /** Whether a schedule that shows a symptom is this finding again: it has all its failures. */
  boolean explains(Symptom symptom, Schedule other) {
    if (!symptoms.contains(symptom)) {
      return false;
    }
    List<String> left = new ArrayList<>(other.kinds());
    return schedule.kinds().stream().allMatch(left::remove);
  }
}
