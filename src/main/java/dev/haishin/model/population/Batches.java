package dev.haishin.model.population;

import dev.haishin.engine.Port;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/** Steps on their way to client shards: those of a shard travel as one event. */
final class Batches {
  private final People people;
  private final LongArrayList[] words;
  private final long[] firstNs;
  private final IntArrayList filled = new IntArrayList();

  /** None. */
  Batches(People people) {
    this.people = people;
    this.words = new LongArrayList[people.shards()];
    this.firstNs = new long[people.shards()];
  }

  /**
   * The words of the shard of a user who takes a step at an instant; they are to be appended to.
   */
  LongArrayList of(int user, long atNs) {
    int shard = people.shard(user);
    if (words[shard] == null) {
      words[shard] = new LongArrayList();
    }
    if (words[shard].isEmpty()) {
      filled.add(shard);
      firstNs[shard] = Long.MAX_VALUE;
    }
    firstNs[shard] = Math.min(firstNs[shard], atNs);
    return words[shard];
  }

  /** Sends them, to arrive with the first step of each shard. */
  void send(Port from, int kind, long a) {
    for (int i = 0; i < filled.size(); i++) {
      int shard = filled.getInt(i);
      for (int j = 0; j < words[shard].size(); j++) {
        from.attach(words[shard].getLong(j));
      }
      words[shard].clear();
      from.send(people.process(shard), firstNs[shard], kind, a, 0);
    }
    filled.clear();
  }
}
