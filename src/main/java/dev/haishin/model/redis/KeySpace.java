package dev.haishin.model.redis;

import dev.haishin.engine.RandomStream;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/** The keys of a shard that may have to evict some, each with the instant of its last use. */
final class KeySpace {
  private static final int ABSENT = -1;

  private final IntArrayList users = new IntArrayList();
  private final LongArrayList usedNs = new LongArrayList();
  private final Int2IntOpenHashMap places = new Int2IntOpenHashMap();

  KeySpace() {
    places.defaultReturnValue(ABSENT);
  }

  /** A key is there, if it was not; as good as never used. */
  void add(int user) {
    if (places.putIfAbsent(user, users.size()) == ABSENT) {
      users.add(user);
      usedNs.add(0);
    }
  }

  void remove(int user) {
    int place = places.remove(user);
    if (place == ABSENT) {
      return;
    }
    int last = users.size() - 1;
    int moved = users.removeInt(last);
    long movedNs = usedNs.removeLong(last);
    if (place < last) {
      users.set(place, moved);
      usedNs.set(place, movedNs);
      places.put(moved, place);
    }
  }

  /** A key was read or written, if it is there. */
  void use(int user, long nowNs) {
    int place = places.get(user);
    if (place != ABSENT) {
      usedNs.set(place, nowNs);
    }
  }

  void clear() {
    users.clear();
    usedNs.clear();
    places.clear();
  }

  /**
   * The key to evict: of some drawn at random the one whose last use is longest ago, the first
   * drawn of several.
   *
   * @param samples at least 1
   */
  int victim(RandomStream random, int samples) {
    int found = random.nextInt(users.size());
    for (int i = 1; i < samples; i++) {
      int other = random.nextInt(users.size());
      found = usedNs.getLong(other) < usedNs.getLong(found) ? other : found;
    }
    return users.getInt(found);
  }
}
