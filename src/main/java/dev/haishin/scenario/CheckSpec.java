package dev.haishin.scenario;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code check} says of a scenario: how much each path may change against a baseline.
 *
 * @param tolerances in the order of the file
 * @param falseAlarms chance, 0 to 1, that a check of no change calls anything worse
 * @param maxReplications that are run at most, and of which a new baseline is made; at least 2
 * @param positions where each expected and each tolerated path stands, by {@code expect.PATH} and
 *     {@code check.tolerance.PATH}
 */
public record CheckSpec(
    List<ToleranceSpec> tolerances,
    double falseAlarms,
    int maxReplications,
    SortedMap<String, Position> positions) {

  /** Copies the list and the map. */
  public CheckSpec {
    tolerances = List.copyOf(tolerances);
    positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
  }
}
