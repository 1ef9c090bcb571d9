package dev.haishin.engine;

/**
 * Counter-based randomness: 64 bits that depend on a key and up to two counters, and on nothing
 * else.
 *
 * <p>What belongs to a message or to a (message, recipient) pair is drawn here, so that it is the
 * same whatever else happens in a run. Mixing is the finaliser of SplitMix64 (Steele, Lea, Flood,
 * OOPSLA 2014).
 */
public final class CounterHash {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private CounterHash() {}

  /** The key of a named purpose: FNV-1a over the names, mixed with the seed. */
  public static long key(long seed, String purpose, String process) {
    long hash = 0xcbf29ce484222325L;
    hash = fold(hash, purpose);
    hash = (hash ^ 0xff) * 0x100000001b3L;
    hash = fold(hash, process);
    return mix(mix(seed + GOLDEN_GAMMA) ^ hash);
  }

  /** 64 uniform bits of one counter. */
  public static long bits(long key, long counter) {
    return mix(key + mix(counter + GOLDEN_GAMMA));
  }

  /** 64 uniform bits of two counters. */
  public static long bits(long key, long first, long second) {
    return mix(bits(key, first) + mix(second ^ GOLDEN_GAMMA));
  }

  /** A uniform fraction in [0, 1) of one counter. */
  public static double fraction(long key, long counter) {
    return (bits(key, counter) >>> 11) * 0x1.0p-53;
  }

  /** A bijection of the 64-bit words in which every input bit reaches every output bit. */
  public static long mix(long word) {
    long z = (word ^ (word >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private static long fold(long hash, String text) {
    long folded = hash;
    for (int i = 0; i < text.length(); i++) {
      folded = (folded ^ text.charAt(i)) * 0x100000001b3L;
    }
    return folded;
  }
}
