package dev.haishin.model.failure;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * How often and how long a host stands still by itself, as for garbage collection.
 *
 * @param every from the beginning of one pause to that of the next, and from t = 0 to the first,
 *     nanoseconds
 * @param length of one, nanoseconds
 * @param mostNs what is drawn longer is cut to this
 */
public record PauseLaw(Distribution every, Distribution length, long mostNs) {
  private static final long LEAST_EVERY_NS = 1_000_000;

  /** Begin and end of each pause of a host before the end of a run, by its name. */
  List<long[]> draw(long seed, String host, long endNs) {
    RandomStream random = RandomStream.of(seed, "pauses", host);
    List<long[]> pauses = new ArrayList<>();
    long atNs = Math.max(LEAST_EVERY_NS, every.sample(random));
    while (atNs < endNs) {
      pauses.add(new long[] {atNs, atNs + Math.min(mostNs, Math.max(0, length.sample(random)))});
      atNs += Math.max(LEAST_EVERY_NS, every.sample(random));
    }
    return pauses;
  }
}
