package dev.haishin.experiment.compare;

import java.util.List;
import java.util.OptionalInt;

/**
 * All contenders by one yardstick: the ranked ones first, the best at the top, then the others in
 * their own order.
 */
public record Contest(Yardstick yardstick, List<Standing> standings) {
  /** Copies the list. */
  public Contest {
    standings = List.copyOf(standings);
  }

  /** Who is first: several where no difference between them is shown; none where nobody ranks. */
  public List<Contender> best() {
    return standings.stream()
        .filter(standing -> standing.rank().equals(OptionalInt.of(1)))
        .map(Standing::contender)
        .toList();
  }

  /** How one contender stands. */
  public Standing of(Contender contender) {
    return standings.stream()
        .filter(standing -> standing.contender().equals(contender))
        .findFirst()
        .orElseThrow();
  }
}
