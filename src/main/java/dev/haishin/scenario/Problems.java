package dev.haishin.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects everything that is wrong with a scenario, each thing once. */
public final class Problems {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::position)
          .thenComparing(Problem::path)
          .thenComparing(Problem::wrong);

  private final Set<Problem> found = new TreeSet<>(ORDER);

  void add(Position position, String path, String wrong, String right) {
    add(new Problem(position, path, wrong, right));
  }

  void add(Problem problem) {
    found.add(problem);
  }

  boolean contains(Problem problem) {
    return found.contains(problem);
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** All of it, in the order of the file. */
  public List<Problem> list() {
    return new ArrayList<>(found);
  }
}
