package dev.haishin.model.fanout;

import dev.haishin.engine.CounterHash;
import dev.haishin.model.population.People;
import dev.haishin.model.population.Permutation;
import java.util.function.IntConsumer;

/** Who a broadcast is for: a keyed choice of the same share of every region's users. */
public final class Audience {
  private final int[] homeOfRegion;
  private final int[] firstUser;
  private final int[] size;
  private final Permutation[] order;

  /**
   * An audience of so many people.
   *
   * @param people whom to choose from; an audience beyond everybody is everybody
   */
  public Audience(People people, long audience, long key) {
    int regions = people.regions();
    firstUser = people.firstUsers();
    homeOfRegion = new int[regions];
    size = new int[regions];
    order = new Permutation[regions];
    double share = Math.min(1, (double) audience / people.users());
    for (int r = 0; r < regions; r++) {
      homeOfRegion[r] = people.homeOfRegion(r);
      size[r] = (int) Math.round(share * people.users(r));
      order[r] = new Permutation(people.users(r), CounterHash.bits(key, r));
    }
  }

  /** People of the audience whose data lives in a home. */
  public int size(int home) {
    int sum = 0;
    for (int r = 0; r < size.length; r++) {
      sum += homeOfRegion[r] == home ? size[r] : 0;
    }
    return sum;
  }

  /** People of the audience. */
  public int size() {
    int sum = 0;
    for (int ofRegion : size) {
      sum += ofRegion;
    }
    return sum;
  }

  /** Names the people of the audience who belong to a region. */
  public void eachOf(int region, IntConsumer user) {
    for (int at = 0; at < size[region]; at++) {
      user.accept(firstUser[region] + (int) order[region].apply(at));
    }
  }

  /** A member by position, 0 to size(home) - 1. */
  int member(int home, int position) {
    int at = position;
    for (int r = 0; r < size.length; r++) {
      if (homeOfRegion[r] == home) {
        if (at < size[r]) {
          return firstUser[r] + (int) order[r].apply(at);
        }
        at -= size[r];
      }
    }
    throw new IndexOutOfBoundsException("no member " + position + " in home " + home);
  }
}
