package dev.haishin.results;

/** The finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): every bit reaches every bit. */
final class Hash64 {
  private Hash64() {}

  static long mix(long word) {
    long z = (word ^ (word >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
