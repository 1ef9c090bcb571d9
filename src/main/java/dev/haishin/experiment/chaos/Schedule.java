package dev.haishin.experiment.chaos;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Failures that take the place of a scenario's own.
 *
 * @param incidents in the order of their time
 */
record Schedule(List<Incident> incidents) {
  /** Nothing fails. */
  static final Schedule NONE = new Schedule(List.of());

  /** Copies and orders the list. */
  Schedule {
    List<Incident> ordered = new ArrayList<>(incidents);
    ordered.sort(Comparator.comparingLong(Incident::atNs));
    incidents = List.copyOf(ordered);
  }

  /** How many failures it has. */
  int size() {
    return incidents.size();
  }

  /** The same with another failure at a place. */
  Schedule with(int place, Incident incident) {
    List<Incident> changed = new ArrayList<>(incidents);
    changed.set(place, incident);
    return new Schedule(changed);
  }

  /** The same with one failure more. */
  Schedule and(Incident incident) {
    List<Incident> more = new ArrayList<>(incidents);
    more.add(incident);
    return new Schedule(more);
  }

  /** The kinds of its failures, sorted, each as often as it happens. */
  List<String> kinds() {
    return incidents.stream().map(Incident::kind).sorted().toList();
  }

  /** As the value of a scenario's {@code failures}. */
  String text() {
    return incidents.stream().map(Incident::text).collect(Collectors.joining(", ", "[", "]"));
  }

  /** As a change of a scenario. */
  String setting() {
    return "failures=" + text();
  }

  /** Whether at no time more failures last than allowed. */
  boolean keepsTo(int atOnce) {
    for (Incident one : incidents) {
      long lasting =
          incidents.stream()
              .filter(other -> other.atNs() <= one.atNs() && one.atNs() <= other.endNs())
              .count();
      if (lasting > atOnce) {
        return false;
      }
    }
    return true;
  }
}
