package dev.haishin.scenario;

import java.nio.file.Path;

/**
 * What reading a value needs to know besides the value.
 *
 * @param folder that files named in the scenario are relative to
 * @param refusesUnmodelled whether what is not modelled yet is a problem
 * @param plugged delivery code from outside
 */
record Reading(Problems problems, Path folder, boolean refusesUnmodelled, PluggedCode plugged) {

  /** Nothing is plugged in. */
  Reading(Problems problems, Path folder, boolean refusesUnmodelled) {
    this(problems, folder, refusesUnmodelled, PluggedCode.NONE);
  }

  /** Says that a value is wrong. */
  void wrong(Value value, String path, String wrong, String right) {
    problems.add(value.position(), path, wrong, right);
  }
}
