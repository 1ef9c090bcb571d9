package dev.haishin.model.redis;

/**
 * What a shard does about a new session that its memory has no room for, by Redis's own names of
 * {@code maxmemory-policy}. The policies for keys that expire are left out: routes do not.
 */
public enum MaxMemoryPolicy {
  /** The new session is refused. */
  NOEVICTION("noeviction"),

  /** Keys go at random. */
  ALLKEYS_RANDOM("allkeys-random"),

  /** Of five keys drawn at random goes the one that was not used for the longest time. */
  ALLKEYS_LRU("allkeys-lru");

  private final String word;

  MaxMemoryPolicy(String word) {
    this.word = word;
  }

  /**
   * The policy of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static MaxMemoryPolicy of(String word) {
    for (MaxMemoryPolicy policy : values()) {
      if (policy.word.equals(word)) {
        return policy;
      }
    }
    throw new IllegalArgumentException("no maxmemory-policy " + word);
  }

  /**
   * How many keys it looks at to evict one: {@code maxmemory-samples} is 5; 0 if it evicts none.
   */
  int samples() {
    return switch (this) {
      case NOEVICTION -> 0;
      case ALLKEYS_RANDOM -> 1;
      case ALLKEYS_LRU -> 5;
    };
  }
}
