package dev.haishin.scenario;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What reading a value needs to know besides the value.
 *
 * @param folder that files named in the scenario are relative to
 * @param refusesUnmodelled whether what is not modelled yet is a problem
 * @param plugged delivery code from outside
 * @param files what has been read of files that values name, by their names
 */
record Reading(
    Problems problems,
    Path folder,
    boolean refusesUnmodelled,
    PluggedCode plugged,
    SortedMap<String, String> files) {

  /** Nothing is plugged in. */
  Reading(Problems problems, Path folder, boolean refusesUnmodelled) {
    this(problems, folder, refusesUnmodelled, PluggedCode.NONE, new TreeMap<>());
  }

  /** Says that a value is wrong. */
  void wrong(Value value, String path, String wrong, String right) {
    problems.add(value.position(), path, wrong, right);
  }
}
