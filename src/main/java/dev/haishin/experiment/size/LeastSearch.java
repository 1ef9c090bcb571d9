package dev.haishin.experiment.size;

import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * The least step that holds, where all after one that holds do too: bracketing, then bisection. The
 * step below the answer has been asked and does not hold, unless the answer is the first.
 */
final class LeastSearch {
  private LeastSearch() {}

  /** Among steps 0 to {@code count} - 1; empty if the last one does not hold. */
  static OptionalInt least(int count, IntPredicate holds) {
    int last = count - 1;
    return holds.test(last) ? OptionalInt.of(bisect(-1, last, holds)) : OptionalInt.empty();
  }

  /** The same from a guess, in ever longer strides away from it. */
  static OptionalInt least(int count, int guess, IntPredicate holds) {
    if (holds.test(guess)) {
      int high = guess;
      for (int stride = 1; high > 0; stride *= 2) {
        int lower = Math.max(0, high - stride);
        if (!holds.test(lower)) {
          return OptionalInt.of(bisect(lower, high, holds));
        }
        high = lower;
      }
      return OptionalInt.of(0);
    }
    int low = guess;
    for (int stride = 1; low < count - 1; stride *= 2) {
      int higher = (int) Math.min(count - 1L, (long) low + stride);
      if (holds.test(higher)) {
        return OptionalInt.of(bisect(low, higher, holds));
      }
      low = higher;
    }
    return OptionalInt.empty();
  }

  /** Between one that does not hold and one that does. */
  private static int bisect(int low, int high, IntPredicate holds) {
    int fails = low;
    int succeeds = high;
    while (succeeds - fails > 1) {
      int middle = fails + (succeeds - fails) / 2;
      if (holds.test(middle)) {
        succeeds = middle;
      } else {
        fails = middle;
      }
    }
    return succeeds;
  }
}
